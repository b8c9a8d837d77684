"""``caridulu portal``: what is told, and what is written."""

import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.command_line import run as run
from tests.portal.conftest import offices as offices
from tests.portal.three_offices import write_list
from tests.text_files import replace_in

pytestmark = pytest.mark.slow  # builds a portal in every test


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_portal_is_made_of_all_offices(run: Run, offices: Path, tmp_path: Path) -> None:
    ran = run("portal", offices, site_dir=tmp_path / "portal", strict=True)
    made = _files(tmp_path / "portal")

    assert (ran.code, ran.err) == (
        0,
        f"Portal selesai: {tmp_path / 'portal'}. Kantor: 3. Jawaban: 18.\n",
    )
    assert {"index.html", "cari/index.html", "kantor/bombana/index.html"} <= made.keys()
    assert "search/manifest.json" in made


def test_any_order_of_the_list_gives_the_same_bytes(
    run: Run, offices: Path, tmp_path: Path
) -> None:
    run("portal", offices, site_dir=tmp_path / "satu")
    write_list(offices.parent, "wakatobi", "bombana", "buton-tengah")
    run("portal", offices, site_dir=tmp_path / "dua")

    assert _files(tmp_path / "satu") == _files(tmp_path / "dua")


def test_a_broken_office_is_left_out_aloud(run: Run, offices: Path, tmp_path: Path) -> None:
    (offices.parent / "buton-tengah" / "situs" / "search" / "part.json").write_text("{", "utf-8")
    ran = run("portal", offices, site_dir=tmp_path / "portal")

    assert (ran.code, ran.err) == (
        0,
        "Kantor buton-tengah tidak disertakan: bagian indeksnya rusak. Minta kantor itu membangun"
        " dan menerbitkan situsnya lagi.\n"
        f"Portal selesai: {tmp_path / 'portal'}. Kantor: 2. Jawaban: 18.\n",
    )
    assert not (tmp_path / "portal" / "kantor" / "buton-tengah").exists()


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (
            {"buton-tengah"},
            "Portal tidak dibuat, karena dengan --strict semua kantor harus dapat disertakan.\n",
        ),
        (
            {"bombana", "buton-tengah", "wakatobi"},
            "Portal tidak dibuat, karena tidak ada kantor yang dapat disertakan.\n",
        ),
    ],
    ids=["strict", "none left"],
)
def test_nothing_is_written_when_that_was_asked_for_or_no_office_is_left(
    reasons: set[str], said: str, run: Run, offices: Path, tmp_path: Path
) -> None:
    for name in reasons:
        (offices.parent / name / "situs" / "search" / "part.json").unlink()
    ran = run(
        "portal", offices, site_dir=tmp_path / "portal", strict=True if len(reasons) == 1 else None
    )

    assert ran.code == 1
    assert ran.err.endswith(said)
    assert ran.err.splitlines()[0] == (
        f"Kantor {min(reasons)} tidak disertakan: folder situsnya, atau berkas search/part.json di"
        " dalamnya, tidak ada. Bangun dahulu dengan Cari Dulu terbaru."
    )
    assert not (tmp_path / "portal").exists()


def _other_hash(folder: Path) -> None:
    [part] = folder.glob("hashed/part.*.json")
    part.write_text("{}", "utf-8")


def _other_version(folder: Path) -> None:
    path = folder / "part.json"
    replace_in(path, '"version":1', '"version":99')


def _too_large(folder: Path) -> None:
    (folder / "part.json").write_text(" " * 2_000, "utf-8")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (
            _other_hash,
            "isi bagian indeksnya tidak cocok dengan sidiknya. Minta kantor itu"
            " menerbitkan situsnya lagi.",
        ),
        (
            _other_version,
            "situsnya dibangun dengan versi Cari Dulu yang lain. Minta kantor itu memperbarui Cari"
            " Dulu, lalu menerbitkan lagi.",
        ),
        (_too_large, "bagian indeksnya terlalu besar untuk dibaca."),
    ],
)
def test_the_reason_why_an_office_is_left_out_is_told(
    damage: Callable[[Path], None], reason: str, run: Run, offices: Path, tmp_path: Path
) -> None:
    damage(offices.parent / "wakatobi" / "situs" / "search")
    ran = run("portal", offices, site_dir=tmp_path / "portal")

    assert ran.err.splitlines()[0] == f"Kantor wakatobi tidak disertakan: {reason}"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://contoh.invalid/", "alamatnya tidak diawali https://."),
        (
            "https://127.0.0.1:1/",
            "situsnya tidak dapat diambil. Periksa alamatnya dan sambungan internet.",
        ),
    ],
)
def test_the_reason_why_an_address_is_left_out_is_told(
    address: str, reason: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "offices.yml"
    path.write_text(f"name: Portal\noffices:\n  - id: jauh\n    url: {address}\n", "utf-8")
    ran = run("portal", path, site_dir=tmp_path / "portal")

    assert ran.err.splitlines()[0] == f"Kantor jauh tidak disertakan: {reason}"


def test_a_portal_never_replaces_an_office_s_site(run: Run, offices: Path) -> None:
    folder = offices.parent / "bombana" / "situs"
    before = _files(folder)
    ran = run("portal", offices, site_dir=folder)

    assert (ran.code, ran.err) == (
        1,
        f'"{folder}" memuat situs kantor bombana; pilih folder lain untuk portal.\n',
    )
    assert _files(folder) == before


def test_a_wrong_list_is_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "offices.yml"
    path.write_text("name: Portal\noffices: []\n", "utf-8")
    ran = run("portal", path, site_dir=tmp_path / "portal")

    assert ran.code == 1
    assert ran.err.startswith("offices.yml:2:10: ")
    assert not (tmp_path / "portal").exists()


def test_a_portal_is_sent_to_a_target_of_its_list(run: Run, offices: Path) -> None:
    with offices.open("a", encoding="utf-8") as file:
        file.write("deploy:\n  - id: situs\n    kind: folder\n    path: ../www\n")
    sent = run("deploy", portal=offices)
    again = run("deploy", portal=offices)

    assert (sent.code, again.code) == (0, 0)
    assert re.fullmatch(
        r"Sudah terbit pukul \d\d\.\d\d di \.\./www: \d+ berkas dikirim \([\d.,]+ kB\), 0 dihapus,"
        r" 0 tetap\.\n",
        sent.err,
    )
    assert again.err.startswith("Tidak ada yang berubah sejak terbitan ")
    assert (offices.parent.parent / "www" / "cari" / "index.html").is_file()


def test_a_portal_of_no_office_is_not_sent(run: Run, offices: Path) -> None:
    with offices.open("a", encoding="utf-8") as file:
        file.write("deploy:\n  - id: situs\n    kind: folder\n    path: ../www\n")
    for path in offices.parent.glob("*/situs/search/part.json"):
        path.unlink()
    ran = run("deploy", portal=offices)

    assert (ran.code, ran.err.splitlines()[-1]) == (
        1,
        "Portal tidak dibuat, karena tidak ada kantor yang dapat disertakan.",
    )
    assert not (offices.parent.parent / "www").exists()


def test_a_portal_without_one_of_its_offices_is_not_sent_if_that_was_asked_for(
    run: Run, offices: Path
) -> None:
    with offices.open("a", encoding="utf-8") as file:
        file.write("deploy:\n  - id: situs\n    kind: folder\n    path: ../www\n")
    (offices.parent / "wakatobi" / "situs" / "search" / "part.json").unlink()
    www = offices.parent.parent / "www"
    refused = run("deploy", portal=offices, strict=True)
    is_sent = www.exists()
    sent = run("deploy", portal=offices)

    assert (refused.code, refused.err.splitlines()[-1]) == (
        1,
        "Portal tidak dibuat, karena dengan --strict semua kantor harus dapat disertakan.",
    )
    assert not is_sent
    assert sent.code == 0
    assert "Kantor wakatobi tidak disertakan" in sent.err
    assert not (www / "kantor" / "wakatobi").exists()


def test_an_office_s_site_is_sent_without_strict(run: Run, offices: Path) -> None:
    ran = run("deploy", strict=True)

    assert (ran.code, ran.err) == (
        2,
        "--strict hanya berlaku bersama --portal; situs kantor selalu diperiksa sebelum dikirim.\n",
    )


def test_an_index_is_made_and_made_anew_but_replaces_nothing_else(
    run: Run, offices: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "indeks"
    ran = run("portal", offices, index=folder)
    again = run("portal", offices, index=folder)
    other = run("portal", offices, index=offices.parent)

    assert (ran.code, ran.err) == (0, f"Portal selesai: {folder}. Kantor: 3. Jawaban: 18.\n")
    assert (again.code, again.err) == (ran.code, ran.err)
    assert (other.code, other.err) == (
        1,
        f'"{offices.parent}" bukan folder indeks portal dari versi ini; buat dengan caridulu portal'
        " offices.yml --index FOLDER.\n",
    )


def test_what_is_no_index_cannot_be_served(run: Run, offices: Path) -> None:
    ran = run("portal", offices.parent, serve=True)

    assert (ran.code, ran.err) == (
        1,
        f'"{offices.parent}" bukan folder indeks portal dari versi ini; buat dengan caridulu portal'
        " offices.yml --index FOLDER.\n",
    )


def test_a_port_that_is_taken_is_told(run: Run, offices: Path, tmp_path: Path) -> None:
    run("portal", offices, index=tmp_path / "indeks")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("portal", tmp_path / "indeks", serve=True, port=port)

    assert (ran.code, ran.err) == (
        1,
        f"Porta {port} tidak dapat dipakai, mungkin karena program lain memakainya; pilih --port"
        " lain.\n",
    )


def test_without_the_library_an_index_is_neither_made_nor_served(
    run: Run, offices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    made = run("portal", offices, index=tmp_path / "indeks")
    served = run("portal", tmp_path / "indeks", serve=True)

    assert (made.code, made.err) == (
        1,
        "Untuk --index dan --serve pasang dahulu pustakanya: pip install tantivy.\n",
    )
    assert (served.code, served.err) == (made.code, made.err)
    assert not (tmp_path / "indeks").exists()
