"""A project with a package: what is taken as is, adjusted, hidden or added, and what is wrong."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import Entry, LoadResult, Severity, Status, format_text, load
from tests.packages.shared_project import entry, package, use, write
from tests.text_files import replace_in

OWN = "kb/istilah/sampel.yml"
BASE = "package:\n  name: istilah\n"


@pytest.fixture
def shared(project: Path) -> Path:
    """The sample project with a package."""
    use(project, package())
    return project


def _loaded(root: Path, today: dt.date) -> LoadResult:
    return load(root, today=today)


def _entry(root: Path, entry_id: str, today: dt.date) -> Entry:
    knowledge = _loaded(root, today).knowledge
    assert knowledge
    return next(one for one in knowledge.entries if one.id == entry_id)


def _problems(root: Path, today: dt.date) -> str:
    found = _loaded(root, today).problems
    return format_text(one for one in found if one.severity is Severity.PROBLEM)


def test_entries_and_words_of_a_package_are_the_offices_too(shared: Path, today: dt.date) -> None:
    knowledge = _loaded(shared, today).knowledge

    assert _problems(shared, today) == ""
    assert knowledge
    sampel = _entry(shared, "sampel", today)
    assert sampel.status is Status.PUBLISHED
    assert sampel.path == "kb/paket/istilah/istilah/sampel.yml"
    assert [one.id for one in knowledge.categories][-2:] == ["layanan-data", "istilah"]
    assert knowledge.lexicon.terms[-1].term == "populasi"
    assert [one.title for one in knowledge.packages] == ["Istilah statistik"]


@pytest.mark.parametrize("adjusted", [{}, {OWN: f"tags: [contoh]\n{BASE}"}])
def test_an_overdue_review_is_told_where_the_office_records_it(
    shared: Path, adjusted: dict[str, str]
) -> None:
    write(shared, adjusted)

    found = _loaded(shared, dt.date(2027, 10, 2)).problems

    overdue = [one for one in found if one.key == "knowledge.review_due"]
    assert f"{OWN}:1:1" in {str(one.location) for one in overdue}
    assert not any(one.location.path.startswith("kb/paket/") for one in overdue)


def test_an_adjusted_key_wins_and_the_others_follow_the_package(
    shared: Path, today: dt.date
) -> None:
    write(shared, {OWN: f"answer: Sampel ialah sebagian dari {{{{ office.region }}}}.\n{BASE}"})

    adjusted = _entry(shared, "sampel", today)

    assert _problems(shared, today) == ""
    assert adjusted.answer == "Sampel ialah sebagian dari Kabupaten Contoh."
    assert adjusted.question == "Apa itu sampel?"
    assert adjusted.path == OWN
    assert adjusted.is_adjusted


def test_an_archived_entry_of_a_package_is_hidden(shared: Path, today: dt.date) -> None:
    write(shared, {OWN: f"status: archived\n{BASE}"})

    knowledge = _loaded(shared, today).knowledge

    assert knowledge
    assert "sampel" not in [one.id for one in knowledge.published]
    assert not _entry(shared, "sampel", today).is_adjusted


def test_an_entry_of_a_package_may_be_related_to_one_that_the_office_hides(
    project: Path, today: dt.date
) -> None:
    related = entry("sampel", related="populasi")
    use(project, package() | {"istilah/sampel.yml": related})
    write(project, {"kb/istilah/populasi.yml": f"status: archived\n{BASE}"})

    assert _problems(project, today) == ""

    write(project, {OWN: f"related: [populasi, apa-itu-inflasi]\n{BASE}"})
    assert 'entri terkait "populasi" belum terbit' in _problems(project, today)


def test_a_row_of_the_office_wins_over_that_of_a_package(shared: Path, today: dt.date) -> None:
    path = shared / "kb" / "lexicon.yml"
    own = "terms:\n  - term: populasi\n    synonyms: [jumlah penduduk]\n"
    replace_in(path, "terms:\n", own)

    knowledge = _loaded(shared, today).knowledge

    assert knowledge
    found = [one.synonyms for one in knowledge.lexicon.terms if one.term == "populasi"]
    assert found == [("jumlah penduduk",)]


def test_a_referral_with_the_id_of_a_package_takes_its_place(project: Path, today: dt.date) -> None:
    referral = (
        "referrals:\n  - id: kependudukan\n    matter: Urusan kependudukan\n"
        "    phrases: [urus kk, bikin ktp]\n    institution: Dukcapil\n    guidance: Ke dinas.\n"
    )
    use(project, package() | {"referrals.yml": referral})
    own = project / "kb" / "referrals.yml"

    assert 'sebutan "bikin ktp" sudah ada dalam paket' in _problems(project, today)

    replace_in(own, "id: ktp", "id: kependudukan")
    assert _problems(project, today) == ""


def test_a_file_of_a_package_that_cannot_be_read_is_told(shared: Path, today: dt.date) -> None:
    copy = "kb/paket/istilah"
    write(shared, {f"{copy}/lexicon.yml": "terms: [\n", f"{copy}/istilah/sampel.yml": "tags: [\n"})
    write(shared, {OWN: f"answer: Punya kantor.\n{BASE}"})

    said = _problems(shared, today).splitlines()

    assert [line.partition(": ")[0] for line in said] == [
        "content/office.yml:51:13",
        f"{copy}/istilah/sampel.yml:1:8",
        f"{copy}/lexicon.yml:1:9",
    ]


def test_problems_name_the_file_in_which_the_key_is_written(shared: Path, today: dt.date) -> None:
    copy = "kb/paket/istilah/istilah/sampel.yml"
    text = (
        (shared / copy).read_text("utf-8").replace("[arti sampel]", '["arti sampel", arti konsul]')
    )
    write(shared, {copy: text.replace("review_by: 2027", "review_by: 2025")})
    write(shared, {OWN: f"tags: x\nanswer: Lihat {{{{ office.nama }}}}.\n{BASE}"})

    assert _problems(shared, today) == (
        "content/office.yml:51:13: isi kb/paket/istilah tidak sesuai dengan sidik ini; kembalikan"
        " seperti semula, lalu ubah isinya lewat formulir atau perbarui dengan"
        ' "caridulu package update"\n'
        f'{OWN}:1:7: kunci "tags" harus berisi daftar; tulis setiap butir di baris sendiri,'
        ' diawali "- "\n'
        f'{OWN}:2:15: rujukan "office.nama" tidak dikenal; maksud Anda "office.name"?\n'
        f"{copy}:13:12: batas tinjauan 2025-10-01 lebih awal daripada"
        ' "compiled" 2026-10-01; perbaiki salah satunya\n'
    )


def test_an_id_that_a_package_has_needs_a_word(shared: Path, today: dt.date) -> None:
    text = (shared / "kb/paket/istilah/istilah/sampel.yml").read_text("utf-8")
    write(shared, {OWN: text})

    assert _problems(shared, today) == (
        f'{OWN}:1:1: kode "sampel" juga dipakai paket "istilah"; ubah nama berkas ini, atau'
        ' tulis "package" dengan "name: istilah" bila berkas ini menyesuaikan isi paket\n'
    )


def test_missing_and_unknown_copies_are_told(shared: Path, today: dt.date) -> None:
    (shared / "kb/paket/istilah").rename(shared / "kb/paket/lain")

    assert _problems(shared, today) == (
        'content/office.yml:48:11: salinan paket "istilah" belum ada dalam proyek; jalankan'
        ' "caridulu package update"\n'
        'kb/paket/lain:1:1: paket "lain" belum terdaftar dalam "packages" di content/office.yml;'
        " daftarkan atau hapus foldernya\n"
    )


def test_copies_are_not_doubted_where_nobody_can_read_what_is_pinned(
    shared: Path, today: dt.date
) -> None:
    (shared / "content" / "office.yml").write_text("# nanti\n", "utf-8")

    assert _problems(shared, today) == (
        "content/office.yml:1:1: berkas kosong; isi atau hapus berkas ini\n"
    )


def test_windows_line_ends_do_not_change_the_hash(shared: Path, today: dt.date) -> None:
    copy = shared / "kb/paket/istilah/istilah/sampel.yml"
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))

    assert _problems(shared, today) == ""
