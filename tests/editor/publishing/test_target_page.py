"""Targets are filled in, tried and removed in a form; secrets stay outside the project."""

import re
from pathlib import Path

import pytest

from caridulu.journal.journal import Journal
from tests.editor.client import Client, settled, text_of, version_in
from tests.editor.publishing.test_publishing_pages import main_of, said
from tests.text_files import append_to

OFFICE = "content/office.yml"
NEW = "/terbitkan/tujuan/baru?jenis={}"
SECRET = "rahasia-sekali"
SFTP = {
    "deploy.0.id": "situs",
    "deploy.0.host": "www.contoh.example",
    "deploy.0.user": "tanya",
    "deploy.0.path": "/www",
}


def send(
    client: Client, project: Path, path: str, button: str, controls: dict[str, str]
) -> tuple[int, str]:
    """Sends the form as it was read; the status and the page that comes of it."""
    values = {"_aksi": button, "_versi": version_in(project, OFFICE), **controls}
    reply = client.post(path, values)
    return reply.status, reply.headers["Location"] if reply.status == 303 else reply.text


def office_of(project: Path) -> str:
    return (project / OFFICE).read_text("utf-8")


def test_a_folder_is_filled_in_tried_and_removed(client: Client, project: Path) -> None:
    before = office_of(project)
    values = {"deploy.0.id": "situs", "deploy.0.path": "../www"}

    status, place = send(client, project, NEW.format("folder"), "uji", values)
    assert (status, place) == (303, "/terbitkan/tujuan/situs")
    assert (
        said(settled(client, place))
        == "../www dapat dipakai. Folder itu belum ada, dan dibuat saat situs terbit. Periksa lagi"
        " namanya. Lanjutkan ke penerbitan"
    )
    assert office_of(project) == before + (
        'deploy:\n  - id: situs\n    kind: folder\n    path: "../www"\n'
    )
    assert [one.paths for one in Journal(project).actions()] == [(OFFICE,)]
    assert "situs</b>" in client.get("/terbitkan")
    (project.parent / "www").mkdir()  # it was not left behind
    send(client, project, place, "uji", values)
    assert said(settled(client, place)).startswith("../www dapat dipakai. Tujuan ini kosong.")

    status, place = send(client, project, place, "hapus", {})
    page = client.get(place)
    assert said(page) == (
        "Tujuan dihapus dari berkas kantor. Situs yang sudah terbit di sana tetap ada. Urungkan"
    )
    assert office_of(project) == before
    client.undo(page)
    assert "kind: folder" in office_of(project)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("folder", "Kode Folder"),
        ("sftp", "Kode Nama server Nama pengguna Folder Porta Sidik kunci server Kata sandi"),
        (
            "s3",
            "Kode Nama bucket Awalan Alamat penyimpanan Wilayah penyimpanan Kunci akses"
            " Kunci rahasia",
        ),
        ("git", "Kode Repositori Cabang Token"),
    ],
)
def test_each_kind_asks_for_what_it_has(client: Client, kind: str, fields: str) -> None:
    page = client.get(NEW.format(kind))

    labels = re.findall(r"<label[^>]*>(.*?)</label>", page, re.S)
    shown = " ".join(" ".join(text_of(label).replace("(wajib)", "").split()) for label in labels)
    assert shown == fields


@pytest.mark.parametrize(
    "repository", ["git@github.com:kantor/situs.git", "ssh://git@git.contoh.example/kantor/situs"]
)
def test_a_repository_with_its_user_is_no_mail_address(
    client: Client, project: Path, repository: str
) -> None:
    values = {"deploy.0.id": "pages", "deploy.0.repository": repository}

    status, place = send(client, project, NEW.format("git"), "simpan", values)

    assert (status, place.partition("?")[0]) == (303, "/terbitkan/tujuan/pages")
    assert f"repository: {repository}\n" in office_of(project)


def test_what_is_missing_is_said_at_its_field(client: Client, project: Path) -> None:
    before = office_of(project)

    values = {"deploy.0.id": "situs", "deploy.0.path": ""}
    status, page = send(client, project, NEW.format("folder"), "uji", values)

    assert status == 422
    assert said(page) == "Belum disimpan. Perbaiki hal berikut, lalu simpan lagi."
    wrong = page.partition('id="f-deploy.0.path-catatan"')[2].partition("</ul>")[0]
    assert " ".join(text_of(f"<{wrong}").split()).endswith("Wajib diisi.")
    assert office_of(project) == before


def test_what_is_wrong_elsewhere_in_the_office_is_said_above(client: Client, project: Path) -> None:
    path = project / OFFICE
    path.write_text(re.sub("short_name: .*", "short_name:", office_of(project)), "utf-8")

    values = {"deploy.0.id": "situs", "deploy.0.path": "../www"}
    status, page = send(client, project, NEW.format("folder"), "simpan", values)

    assert status == 422
    assert said(page) == (
        "Belum disimpan. Perbaiki hal berikut, lalu simpan lagi. Nama singkat: Wajib diisi."
    )


def test_a_file_that_somebody_else_has_changed_is_not_overwritten(
    client: Client, project: Path
) -> None:
    values = {"deploy.0.id": "situs", "deploy.0.path": "../www", "_versi": "lain"}
    status, page = send(client, project, NEW.format("folder"), "simpan", values)

    assert status == 422
    assert said(page) == (
        "Sementara itu berkas kantor diubah orang lain, jadi tidak ada yang disimpan. Simpan sekali"
        " lagi bila isian ini benar."
    )
    assert 'value="../www"' in page
    assert "deploy" not in office_of(project)


def test_a_secret_goes_to_the_keyring_and_nowhere_else(
    client: Client, project: Path, kept: dict[tuple[str, str], str]
) -> None:
    status, place = send(
        client, project, NEW.format("sftp"), "simpan", {**SFTP, "sandi.password": SECRET}
    )

    assert status == 303
    assert list(kept.values()) == [SECRET]
    page = client.get(place)
    assert said(page) == "Tujuan tersimpan di berkas kantor. Urungkan"
    assert "Sudah ada." in page
    assert 'type="password" autocomplete="new-password"' in page
    assert "Kunci di ssh-agent dan ~/.ssh juga dicoba." in page
    assert SECRET not in page
    files = [path for path in project.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]

    kept.clear()
    assert (
        "Belum ada. Dapat juga diberikan dengan variabel lingkungan CARIDULU_SITUS_PASSWORD."
        in client.get(place.partition("?")[0])
    )


def test_without_a_keyring_the_environment_is_named(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caridulu.publishing.secret_store._keyring", lambda: None)

    status, page = send(
        client, project, NEW.format("sftp"), "uji", {**SFTP, "sandi.password": SECRET}
    )

    assert status == 422
    assert said(page) == (
        "Kata sandi ini tidak tersimpan, sebab komputer ini tidak punya penyimpan kata sandi"
        " yang dapat dipakai. Isian lain sudah tersimpan. Mintalah pengelola komputer menyediakan"
        " penyimpan kata sandi, atau mengisi variabel lingkungan CARIDULU_SITUS_PASSWORD."
    )
    assert SECRET not in page
    assert "host: www.contoh.example" in office_of(project)


def test_a_second_target_has_a_code_of_its_own(client: Client, project: Path) -> None:
    values = {"deploy.0.id": "situs", "deploy.0.path": "../www"}
    send(client, project, NEW.format("folder"), "simpan", values)

    page = client.get(NEW.format("git"))
    assert 'id="f-deploy.1.id" name="deploy.1.id" value=""' in page
    values = {"deploy.1.id": "situs", "deploy.1.repository": "../situs.git"}
    status, page = send(client, project, NEW.format("git"), "simpan", values)
    assert status == 422
    assert "deploy.1.id-catatan" in page

    values["deploy.1.id"] = "pages"
    status, place = send(client, project, NEW.format("git"), "simpan", values)
    assert (status, place.partition("?")[0]) == (303, "/terbitkan/tujuan/pages")
    page = client.get(place)
    assert (
        "Untuk alamat https:// saja. Kunci SSH dan penyimpan kata sandi milik Git tetap berlaku."
        in page
    )
    assert "readonly" in page.partition('id="f-deploy.1.id"')[2].partition(">")[0]
    shown = main_of(client.get("/terbitkan"))
    assert "Diterbitkan ke situs: ../www pages: ../situs.git (gh-pages)" in shown


def test_addresses_that_lead_nowhere(client: Client, project: Path) -> None:
    assert client.send("GET", "/terbitkan/tujuan/lain").status == 404
    assert client.send("GET", NEW.format("ftp")).status == 404
    assert client.send("GET", "/terbitkan/tujuan/baru").status == 404
    assert send(client, project, NEW.format("folder"), "lain", {})[0] == 400
    append_to(project / OFFICE, "deploy:\n  - id: situs\n    kind: ftp\n")
    assert client.send("GET", "/terbitkan/tujuan/situs").status == 409
    (project / OFFICE).write_text("name: [\n", "utf-8")
    assert client.send("GET", NEW.format("folder")).status == 409
