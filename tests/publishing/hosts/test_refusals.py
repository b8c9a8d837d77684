"""Servers, storage and forges that refuse: one sentence each, without any secret."""

import socket
import subprocess
import sys
import threading
from importlib.resources import files
from pathlib import Path

import pytest

from caridulu.knowledge.model import Target
from caridulu.publishing import secret_store
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.git_branch import failure_of
from caridulu.publishing.hosts.object_storage import content_type
from caridulu.publishing.targets import open_host, try_target
from tests.publishing.hosts.conftest import Make, Office
from tests.publishing.hosts.servers import Sshd, free_port
from tests.publishing.sites import FIRST, SECOND
from tests.text_files import replace_in

pytestmark = pytest.mark.slow


def refusal(office: Office, **changes: object) -> str:
    """What is said of the office's target after some of its keys were changed."""
    target = office.target.model_copy(update=changes)
    with pytest.raises(PublishingError) as error:
        try_target(target, office.root)
    return str(error.value)


@pytest.mark.host
def test_sftp_refusals(make_office: Make, ssh: Sshd, monkeypatch: pytest.MonkeyPatch) -> None:
    office = make_office("sftp")

    assert refusal(office, host_key=None) == (
        f"Server 127.0.0.1 belum dikenal komputer ini. Sidik kuncinya {ssh.fingerprint}. Cocokkan"
        ' dengan pengelola server. Jika sama, tulis sebagai "host_key" di content/office.yml.'
    )
    assert refusal(office, host_key="SHA256:" + "A" * 43) == (
        "Server 127.0.0.1 memakai kunci yang berbeda dari yang tercatat, jadi tidak ada yang "
        "dikirim."
        " Bisa jadi itu bukan server kantor. Tanyakan kepada pengelola server."
    )
    assert refusal(office, path=f"{office.root}/tidak/ada") == (
        f"Folder {office.root}/tidak/ada tidak ada di 127.0.0.1, dan folder di atasnya juga tidak."
        ' Periksa "path" di content/office.yml.'
    )
    assert refusal(office, port=free_port()).startswith("Server 127.0.0.1 tidak menjawab (")
    monkeypatch.delenv("CARIDULU_SITUS_KEY")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setenv("CARIDULU_SITUS_PASSWORD", "kata-sandi-keliru")
    assert refusal(office) == (
        f"Server 127.0.0.1 menolak pengguna {ssh.user}. Isi kata sandi dengan caridulu deploy"
        " --login atau variabel CARIDULU_SITUS_PASSWORD, atau tunjuk berkas kunci dengan"
        " CARIDULU_SITUS_KEY."
    )


@pytest.mark.host
def test_a_server_that_hangs_up_does_not_answer(make_office: Make) -> None:
    """Said by the command, in one line: paramiko would print its tracebacks beside it."""
    office = make_office("sftp")
    with socket.create_server(("127.0.0.1", 0)) as server:
        path, port = office.root / "content/office.yml", server.getsockname()[1]
        replace_in(path, f"port: {office.target.port}", f"port: {port}")
        threading.Thread(target=lambda: server.accept()[0].close(), daemon=True).start()
        command = [sys.executable, "-m", "caridulu", "--root", str(office.root), "deploy"]
        ran = subprocess.run([*command, "--trial"], capture_output=True, encoding="utf-8")

    assert ran.stderr.startswith("Server 127.0.0.1 tidak menjawab (Error reading SSH protocol")
    assert ran.stderr.endswith("). Periksa nama dan sambungan internet, lalu coba lagi.\n")
    assert ran.stderr.count("\n") == 1


@pytest.mark.host
def test_a_server_in_known_hosts_needs_no_fingerprint(
    make_office: Make, ssh: Sshd, tmp_path: Path
) -> None:
    office = make_office("sftp")
    public = (ssh.key.parent / "server.pub").read_text().split()
    known = tmp_path / "rumah" / ".ssh" / "known_hosts"
    known.parent.mkdir(parents=True)
    known.write_text(f"[127.0.0.1]:{ssh.port} {public[0]} {public[1]}\n")

    try_target(office.target.model_copy(update={"host_key": None}), office.root)


def test_s3_refusals(make_office: Make) -> None:
    office = make_office("s3")

    assert refusal(office, bucket="bucket-lain") == (
        'Bucket bucket-lain tidak ada. Periksa "bucket" dan "endpoint" di content/office.yml.'
    )
    address = f"http://127.0.0.1:{free_port()}"
    assert refusal(office, endpoint=address) == (
        "Server 127.0.0.1 tidak menjawab (EndpointConnectionError). Periksa nama dan sambungan"
        " internet, lalu coba lagi."
    )


def test_s3_without_keys(make_office: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    office = make_office("s3")
    for name in ("ACCESS_KEY", "SECRET_KEY"):
        monkeypatch.delenv(f"CARIDULU_SITUS_{name}")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")

    assert refusal(office) == (
        f"Penyimpanan menolak kunci untuk bucket {office.target.bucket}. Isi dengan caridulu deploy"
        " --login, atau variabel CARIDULU_SITUS_ACCESS_KEY dan CARIDULU_SITUS_SECRET_KEY."
    )


def test_objects_tell_browsers_what_they_are(make_office: Make, s3: str) -> None:
    import boto3

    office = make_office("s3")
    office.send(FIRST)

    keys = {"aws_access_key_id": "kunci", "aws_secret_access_key": "rahasia-sekali"}
    client = boto3.client("s3", endpoint_url=s3, region_name="us-east-1", **keys)
    told = {
        path: client.head_object(Bucket=office.target.bucket, Key=f"situs/tanya/{path}")
        for path in ("index.html", "search/hashed/aaa/t0.txt", "umpan.xml")
    }
    client.close()

    assert {path: (row["ContentType"], row["CacheControl"]) for path, row in told.items()} == {
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        "search/hashed/aaa/t0.txt": (
            "text/plain; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        "umpan.xml": ("application/atom+xml", "no-cache"),
    }


# What Git and SSH say, and what of it is passed on.
TOLD_BY_GIT = {
    "Host key verification failed.\r\nfatal: Could not read from remote repository.\n": (
        "Komputer ini belum mengenal server {}. Mintalah pengelola komputer menyambungkannya sekali"
        " dengan SSH, atau pakai alamat https:// dengan token."
    ),
    "ssh: connect to host g port 22: Connection refused\nfatal: Could not read from remote"
    " repository.\n\nPlease make sure you have the correct access rights\n": (
        "{} tidak dapat dihubungi (ssh: connect to host g port 22: Connection refused). Periksa"
        " alamat dan sambungan internet, lalu coba lagi."
    ),
    "fatal: unable to access 'https://g/': Could not resolve host: g\n": (
        "{} tidak dapat dihubungi (fatal: unable to access 'https://g/': Could not resolve host:"
        " g). Periksa alamat dan sambungan internet, lalu coba lagi."
    ),
    "remote: Repository not found.\nfatal: repository 'https://g/' not found\n": (
        'Repositori {} tidak ada, atau akun ini tidak boleh membukanya. Periksa "repository" di'
        " content/office.yml."
    ),
    "git@g: Permission denied (publickey).\nfatal: Could not read from remote repository.\n": (
        "{} menolak akses. Isi token dengan caridulu deploy --login atau variabel"
        " CARIDULU_SITUS_TOKEN, atau pasang kunci SSH."
    ),
    "remote: warning\nfatal: early EOF\n": (
        "Pengiriman ke {} gagal (fatal: early EOF). Tidak ada yang berubah di sana."
    ),
}


@pytest.mark.parametrize("said", TOLD_BY_GIT)
def test_git_refusals(make_office: Make, said: str) -> None:
    target = make_office("git").target

    assert str(failure_of(said, target)) == TOLD_BY_GIT[said].format(target.place)


def test_a_repository_that_is_not_there(make_office: Make) -> None:
    told = refusal(make_office("git"), repository="../tidak-ada.git")

    assert told.startswith("Repositori ../tidak-ada.git (gh-pages) tidak ada, atau akun ini ")


def test_a_branch_that_can_be_read_only_is_found_out_by_the_trial(
    make_office: Make, tmp_path: Path
) -> None:
    office = make_office("git")
    (tmp_path / "rumah").mkdir()
    (tmp_path / "rumah" / ".gitconfig").write_text(
        f'[url "{tmp_path}/tertutup.git"]\n\tpushInsteadOf = {office.target.repository}\n'
    )

    assert refusal(office).startswith("Repositori ")


def test_git_says_that_somebody_was_faster(make_office: Make) -> None:
    office = make_office("git")
    office.send(FIRST)

    with open_host(office.target, office.root) as slow:
        slow.write("index.html", b"terlambat")
        office.send(SECOND)
        with pytest.raises(PublishingError) as error:
            slow.finish("terlambat")

    assert str(error.value) == (
        f"Isi {office.target.repository} (gh-pages) berubah selama penerbitan, jadi tidak ada"
        " yang dikirim. Coba lagi."
    )
    assert office.public()["index.html"] == SECOND["index.html"]


def test_git_keeps_a_history_and_leaves_files_as_they_are(make_office: Make) -> None:
    office = make_office("git")
    office.send(FIRST)
    office.send(SECOND)

    git = ["git", f"--git-dir={office.target.repository}"]
    log = subprocess.run([*git, "log", "--format=%s", "gh-pages"], capture_output=True, check=True)
    tree = [*git, "ls-tree", "--name-only", "gh-pages", ".nojekyll"]

    notes = log.stdout.decode().splitlines()
    assert len(notes) == 2
    assert all(note.startswith("Kantor Statistik Contoh: 20") for note in notes)
    assert subprocess.run(tree, capture_output=True, check=True).stdout == b".nojekyll\n"


def test_git_goes_on_when_its_own_folder_is_damaged(make_office: Make) -> None:
    office = make_office("git")
    office.send(FIRST)
    [folder] = (office.root / ".caridulu" / "publishing").iterdir()
    (folder / "HEAD").write_text("rusak")
    (folder / "shallow.lock").write_text("")

    office.send(SECOND)

    assert office.public().items() >= SECOND.items()


@pytest.mark.parametrize(("name", "kind"), [("paramiko", "sftp"), ("boto3", "s3")])
def test_a_library_that_is_not_installed(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, name, None)
    keys = {"path": "/www", "host": "www.contoh.example", "user": "tanya", "bucket": "tanya"}
    target = Target.model_validate({"id": "situs", "kind": kind, **keys})

    with pytest.raises(PublishingError) as error, open_host(target, tmp_path):
        pass

    assert str(error.value) == (
        f"Tujuan ini memerlukan pustaka yang belum terpasang. Jalankan: pip install {name}"
    )


def test_a_variable_has_the_code_of_its_target() -> None:
    target = Target.model_validate({"id": "awan-1", "kind": "s3", "bucket": "tanya"})
    assert secret_store.variable(target, "secret_key") == "CARIDULU_AWAN_1_SECRET_KEY"


def test_every_kind_of_file_that_nginx_knows_has_its_type_in_storage_too() -> None:
    settings = files("caridulu.site.build.servers").joinpath("nginx.conf").read_text("utf-8")
    block = settings.partition("types {")[2].partition("}")[0]
    rows = [line.split() for line in block.replace(";", "").splitlines() if line.strip()]

    assert len(rows) > 10
    for kind, *endings in rows:
        for ending in endings:
            assert content_type(f"a.{ending}").partition(";")[0] == kind
