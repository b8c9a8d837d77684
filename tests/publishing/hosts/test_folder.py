"""A folder that cannot be used says so in a sentence."""

import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caridulu.knowledge.model import Target
from caridulu.publishing.deployment import Deployment
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts import folder as folder_host
from caridulu.publishing.targets import open_host
from tests.publishing.sites import FIRST, NOON, SECOND, deployment
from tests.requirements import program


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
            "Folder kb memuat proyek ini, atau terletak di dalam content, kb, atau site. Pilih"
            " folder lain.",
        ),
        (
            "..",
            "Folder .. memuat proyek ini, atau terletak di dalam content, kb, atau site. Pilih"
            " folder lain.",
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
            r"Folder bersama \\berkas\web hanya dikenal Windows. Di komputer ini, sambungkan folder"
            ' itu dahulu, lalu tulis letaknya sebagai "path".',
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows knows shares"),
        ),
    ],
)
def test_a_folder_that_is_no_place_for_a_site(path: str, sentence: str, root: Path) -> None:
    (root.parent / "berkas").write_text("")

    with pytest.raises(PublishingError) as error, open_host(target(path), root):
        pass

    assert str(error.value) == sentence


CLOSED = (
    "Akun ini tidak memiliki izin menulis di folder {}. Mintalah izin menulis kepada pengelolanya,"
    " lalu coba lagi."
)


@pytest.mark.skipif(os.name == "nt", reason="rights are others on Windows")
def test_a_folder_without_permission_says_so(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; see the read-only disk")
    place = root.parent / "www"
    send(place, FIRST, root)
    (place / ".caridulu").chmod(stat.S_IRUSR | stat.S_IXUSR)

    with pytest.raises(PublishingError) as error:
        send(place, SECOND, root)

    (place / ".caridulu").chmod(stat.S_IRWXU)
    assert str(error.value) == CLOSED.format(place)
    assert (place / "index.html").read_bytes() == FIRST["index.html"]


def test_a_read_only_disk_says_so(root: Path) -> None:
    with small_disk(root.parent / "disk") as disk:
        send(disk / "www", FIRST, root)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

        with pytest.raises(PublishingError) as error:
            send(disk / "www", SECOND, root)

        assert str(error.value) == CLOSED.format(disk / "www")
        assert (disk / "www" / "index.html").read_bytes() == FIRST["index.html"]


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A file system of 200 kB."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k,mode=777", "tmpfs", str(place)]
    program("mount")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk, and not in every container")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_folder_says_so_and_goes_on_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = root.parent / "www"
    send(place, FIRST, root)

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(folder_host.os, "fsync", refuse)
        with pytest.raises(PublishingError) as error:
            send(place, SECOND, root)

    assert str(error.value) == (
        f"Folder {place} penuh. Kosongkan sebagian ruangnya, lalu coba lagi. Penerbitan"
        " dilanjutkan dari tempat terhenti."
    )
    send(place, SECOND, root)
    assert (place / "index.html").read_bytes() == SECOND["index.html"]


@pytest.mark.parametrize("goes_on", [True, False], ids=["goes on", "goes back"])
def test_a_disk_that_is_really_full(root: Path, *, goes_on: bool) -> None:
    with small_disk(root.parent / "disk") as disk:
        send(disk / "www", FIRST, root)
        (disk / "arsip.zip").write_bytes(bytes(48_000))
        big = SECOND | {f"kb/e{n}/index.html": bytes(3_000) for n in range(12)}
        with pytest.raises(PublishingError, match=r"www penuh\. Kosongkan"):
            send(disk / "www", big, root)

        (disk / "arsip.zip").unlink()
        if goes_on:
            send(disk / "www", big, root)
        else:
            with open_host(target(disk / "www"), root) as host:
                deployment(host).back()
        index = (disk / "www" / "index.html").read_bytes()
        assert index == (big if goes_on else FIRST)["index.html"]
        assert (disk / "www" / "kb" / "e11").exists() is goes_on
