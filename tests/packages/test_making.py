"""``caridulu package DIR``: the files of a package, or what keeps others from using it."""

from pathlib import Path

import pytest

from tests.command_line import Run
from tests.packages.conftest import RECIPE
from tests.packages.shared_project import package as shared
from tests.packages.shared_project import use
from tests.text_files import replace_in

POVERTY = "kb/konsep-data/garis-kemiskinan.yml"
NOT_MADE = "Paket belum dibuat. Perbaiki yang disebut di atas, lalu ulangi perintah ini.\n"
NAMED = (
    "hanya berlaku bagi kantor ini; tulis {{ office.name }} atau {{ office.region }}, atau"
    " keluarkan isinya dari paket"
)


def _texts(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def test_package_holds_entries_with_what_they_need(run: Run, folder: Path) -> None:
    made = run("package", folder)

    assert made.code == 0, made.err
    first, second = made.out.splitlines()
    assert first == f"Paket konsep 1.0 dibuat di {folder}: 2 entri."
    assert second.startswith("sha256: ")
    assert len(second) == len("sha256: ") + 64
    texts = _texts(folder)
    assert sorted(texts) == [
        "categories.yml",
        "konsep-data/apa-itu-inflasi.yml",
        "konsep-data/garis-kemiskinan.yml",
        "lexicon.yml",
        "package.yml",
        "referrals.yml",
    ]
    assert texts["package.yml"] == RECIPE
    assert texts["categories.yml"] == (
        "categories:\n"
        "  - id: konsep-data\n"
        "    name: Konsep dan definisi\n"
        "    description: Arti istilah statistik yang sering ditanyakan.\n"
    )


def test_entry_leaves_what_says_something_about_its_office(
    run: Run, folder: Path, project: Path
) -> None:
    path = project / POVERTY
    replace_in(path, "review_by:", "internal_note: Tanyakan kepada Seksi Sosial.\nreview_by:")
    before = path.read_text("utf-8")

    run("package", folder)

    packaged = (folder / "konsep-data" / "garis-kemiskinan.yml").read_text("utf-8")
    expected = before.replace("internal_note: Tanyakan kepada Seksi Sosial.\n", "")
    expected = expected.replace("reviewed: 2026-10-01\n", "") + "compiled: 2026-10-01\n"
    assert packaged == expected


def test_added_aliases_go_into_the_one_list_of_the_package(
    run: Run, folder: Path, project: Path
) -> None:
    """What an office adds to the package must not hide what the package says itself."""
    path = project / POVERTY
    replace_in(path, "answer: |", "more_aliases: [garis susah itu apa]\nanswer: |")

    assert run("package", folder).code == 0

    packaged = (folder / "konsep-data" / "garis-kemiskinan.yml").read_text("utf-8")
    assert "more_aliases" not in packaged
    assert "  - garis susah itu apa\n" in packaged.partition("answer:")[0]


def test_comments_of_the_office_stay_at_home(run: Run, folder: Path, project: Path) -> None:
    path = project / POVERTY
    replace_in(path, "answer: |", "answer: | # kata Pak Camat\n  # Ringkas\n")
    replace_in(path, "tags:", "# tanya dahulu\ntags:")
    referrals = project / "kb" / "referrals.yml"
    referrals.write_text(f"# nomor lama\n{referrals.read_text('utf-8')}", "utf-8")

    run("package", folder)

    packaged = (folder / "konsep-data" / "garis-kemiskinan.yml").read_text("utf-8")
    assert "Pak Camat" not in packaged
    assert "tanya dahulu" not in packaged
    assert "  # Ringkas\n" in packaged  # within a text it is no comment
    assert "nomor lama" not in (folder / "referrals.yml").read_text("utf-8")


def test_same_project_gives_the_same_package(run: Run, folder: Path) -> None:
    first = run("package", folder)
    (folder / "konsep-data" / "sisa.yml").write_text("question: Sisa versi lama?\n", "utf-8")

    again = run("package", folder)

    assert again == first
    assert not (folder / "konsep-data" / "sisa.yml").exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        pytest.param(
            POVERTY,
            "Garis kemiskinan adalah nilai",
            "Di Kabupaten Contoh garis kemiskinan adalah nilai",
            f'{POVERTY}:7:6: "Kabupaten Contoh" {NAMED}\n',
            id="its region",
        ),
        pytest.param(
            POVERTY,
            "disebut penduduk miskin.",
            "disebut penduduk miskin, lihat [biaya](entri:biaya-konsultasi).",
            f'{POVERTY}:8:89: tautan "entri:biaya-konsultasi" tidak menuju apa pun; maksud Anda'
            ' "entri:kantor-kontak"?\n',
            id="an entry that does not go along",
        ),
        pytest.param(
            POVERTY,
            "  - arti gk\n",
            "  - arti gk kata pak Budi Santoso 081298765432\n",
            f"{POVERTY}:4:22: data pribadi akan terbit (nama: arti gk kata pak >Budi Santoso<"
            " 081298765432); hapus atau daftarkan di may_publish\n"
            f"{POVERTY}:4:35: data pribadi akan terbit (nomor HP: arti gk kata pak Budi Santoso"
            " >081298765432<); hapus atau daftarkan di may_publish\n",
            id="personal data",
        ),
    ],
)
def test_what_holds_for_this_office_only_is_refused(
    run: Run, folder: Path, project: Path, path: str, old: str, new: str, said: str
) -> None:
    replace_in(project / path, old, new)

    made = run("package", folder)

    assert (made.code, made.out, made.err) == (1, "", said + NOT_MADE)
    assert sorted(_texts(folder)) == ["package.yml"]


@pytest.mark.parametrize(
    ("title", "url", "said"),
    [
        (
            "laman Kantor Statistik Contoh",
            "https://contoh.example",
            '3:12: "Kantor Statistik Contoh"',
        ),
        (
            "laman kami",
            "https://statistik.contoh.example/tabel",
            '4:10: "https://statistik.contoh.example/tabel"',
        ),
    ],
)
def test_a_link_to_the_office_itself_is_refused(
    run: Run, folder: Path, project: Path, title: str, url: str, said: str
) -> None:
    replace_in(project / POVERTY, "disebut penduduk miskin.", "disebut miskin di {{ link.laman }}.")
    office = project / "content" / "office.yml"
    links = f"links:\n  - id: laman\n    title: {title}\n    url: {url}\n"
    office.write_text(links + office.read_text("utf-8"), "utf-8")

    assert run("package", folder).err == f"content/office.yml:{said} {NAMED}\n{NOT_MADE}"


def test_package_of_nothing_is_refused(run: Run, folder: Path) -> None:
    text = RECIPE.replace("[konsep-data]", "[konsep]\nentries: [inflasi]")
    (folder / "package.yml").write_text(text, "utf-8")

    assert run("package", folder).err == (
        'package.yml:1:1: kategori "konsep" tidak memiliki entri terbit; perbaiki kodenya atau'
        ' keluarkan dari "categories"\n'
        'package.yml:1:1: entri "inflasi" tidak ada atau belum terbit; perbaiki kodenya atau'
        ' keluarkan dari "entries"\n' + NOT_MADE
    )


def test_wrong_package_yml_is_explained(run: Run, folder: Path) -> None:
    (folder / "package.yml").write_text(RECIPE.replace('"1.0"', "terbaru"), "utf-8")

    assert run("package", folder).err == (
        'package.yml:3:10: versi "terbaru" tidak dikenal; tulis angka dan titik, misalnya 1.2\n'
        + NOT_MADE
    )


def test_missing_package_yml_is_told(run: Run, tmp_path: Path) -> None:
    made = run("package", tmp_path)

    assert (made.code, made.err) == (
        1,
        f"{tmp_path / 'package.yml'} belum ada. Tulis dahulu name, title, version, maker, licence,"
        " lalu categories atau entries yang ikut dalam paket; lihat docs/paket.md.\n",
    )


def test_entries_of_other_packages_are_not_handed_on(run: Run, folder: Path, project: Path) -> None:
    use(project, shared())
    text = RECIPE.replace("[konsep-data]", "[istilah, konsep-data]")
    (folder / "package.yml").write_text(text, "utf-8")

    assert run("package", folder).err == (
        'package.yml:1:1: kategori "istilah" tidak memiliki entri terbit; perbaiki kodenya atau'
        ' keluarkan dari "categories"\n' + NOT_MADE
    )
