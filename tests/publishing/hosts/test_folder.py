"""A folder that cannot be used says so in a sentence."""

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from caridulu.knowledge.model import Target
from caridulu.publishing.deployment import Deployment
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts import folder as folder_host
from caridulu.publishing.targets import open_host
from tests.publishing.sites import FIRST, NOON, SECOND, deployment


def target(path: object) -> Target:
    return Target.model_validate({"id": "situs", "kind": "folder", "path": str(path)})


def send(path: Path, site: dict[str, bytes], root: Path) -> None:
    with open_host(target(path), root) as host:
        Deployment(host, computer="kantor", now=NOON).deploy(site)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "proyek" / "kb").mkdir(parents=True)
    return tmp_path / "proyek"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "kb",
            "Folder kb memuat proyek ini atau berada di dalam sumbernya. Pilih folder lain di luar"
            " content, kb, dan site.",
        ),
        (
            "..",
            "Folder .. memuat proyek ini atau berada di dalam sumbernya. Pilih folder lain di luar"
            " content, kb, dan site.",
        ),
        (
            "../tidak-ada/www",
            "Folder ../tidak-ada/www tidak ada, dan folder di atasnya juga tidak. Periksa"
            ' "path" di content/office.yml, atau sambungkan folder bersamanya.',
        ),
        (
            "../berkas",
            '../berkas ialah berkas, bukan folder. Periksa "path" di content/office.yml.',
        ),
        pytest.param(
            r"\\berkas\web",
            r"Folder bersama \\berkas\web hanya dikenal Windows. Di komputer ini, pasang folder itu"
            ' dahulu, lalu tulis letaknya sebagai "path".',
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows knows shares"),
        ),
    ],
)
def test_a_folder_that_is_no_place_for_a_site(path: str, sentence: str, root: Path) -> None:
    (root.parent / "berkas").write_text("")

    with pytest.raises(PublishingError) as error, open_host(target(path), root):
        pass

    assert str(error.value) == sentence


@pytest.mark.skipif(os.name == "nt", reason="rights are others on Windows")
def test_a_folder_without_permission_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = root.parent / "www"
    send(place, FIRST, root)
    if os.geteuid() == 0:  # root may write everywhere: the system has to say what it says to others
        _refuse(monkeypatch, errno.EROFS)
    else:
        place.joinpath(".caridulu").chmod(stat.S_IRUSR | stat.S_IXUSR)

    with pytest.raises(PublishingError) as error:
        send(place, SECOND, root)

    place.joinpath(".caridulu").chmod(0o755)
    assert str(error.value) == (
        f"Folder {place} tidak boleh ditulis dari akun ini. Mintalah izin menulis kepada"
        " pengelolanya, lalu jalankan lagi."
    )
    assert (place / "index.html").read_bytes() == FIRST["index.html"]


def test_a_full_folder_says_so_and_goes_on_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = root.parent / "www"
    send(place, FIRST, root)
    with monkeypatch.context() as full:
        _refuse(full, errno.ENOSPC)
        with pytest.raises(PublishingError) as error:
            send(place, SECOND, root)

    assert str(error.value) == (
        f"Folder {place} penuh. Kosongkan sebagian ruangnya, lalu jalankan lagi. Penerbitan"
        " dilanjutkan dari tempat terhenti."
    )
    send(place, SECOND, root)
    assert (place / "index.html").read_bytes() == SECOND["index.html"]


def _refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folder_host.os, "fsync", refuse)


@pytest.mark.slow
def test_a_disk_that_is_really_full(root: Path) -> None:
    place = root.parent / "disk"
    place.mkdir()
    size = ["-o", "size=64k,mode=777", "tmpfs", str(place)]
    if subprocess.run(["mount", "-t", "tmpfs", *size], capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk, and not in every container")
    try:
        big = FIRST | {f"kb/e{n}/index.html": os.urandom(4_000) for n in range(30)}
        with pytest.raises(PublishingError, match="penuh"):
            send(place / "www", big, root)
        with open_host(target(place / "www"), root) as host:
            assert deployment(host).back().version is None
        assert [path.name for path in (place / "www").iterdir()] == [".caridulu"]
    finally:
        subprocess.run(["umount", str(place)], check=True)
