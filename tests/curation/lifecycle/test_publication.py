"""``publish_all``: what was read and has nothing in its way becomes public, the rest is told."""

import datetime as dt
from pathlib import Path

from caridulu.curation.lifecycle.publication import (
    Publication,
    PublicationTerms,
    next_step,
    publish_all,
)
from caridulu.curation.project import open_project
from tests.packages.shared_project import package, use
from tests.text_files import replace_in

ENTRY = """question: {question}
answer: {answer}
category: konsultasi
status: review
sources:
  - title: Tanya jawab
    url: https://dinas.example/faq
    accessed: 2026-11-20
compiled: 2026-11-20
review_by: 2027-11-20
{more}"""


def put(project: Path, name: str, question: str, answer: str, more: str = "") -> Path:
    """Writes an entry in review."""
    path = project / "kb" / "konsultasi" / f"{name}.yml"
    path.write_text(ENTRY.format(question=question, answer=answer, more=more), encoding="utf-8")
    return path


def published(
    project: Path, today: dt.date, *, reviewed: bool = False, confirmed: bool = False
) -> Publication:
    """Prepares the step."""
    opened = open_project(project, today=today)
    terms = PublicationTerms(reviewed=reviewed, confirmed=confirmed, held_back={})
    return publish_all(opened, opened.problems, terms, today=today)


def keys(publication: Publication) -> dict[str, list[str]]:
    """Why entries stay back."""
    return {each: [problem.key for problem in problems] for each, problems in publication.held}


def test_entries_in_review_become_public_and_are_recorded_as_reviewed(
    project: Path, today: dt.date
) -> None:
    path = put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Bisa lewat kurir.")

    publication = published(project, today, reviewed=True)

    assert "antar-kurir" in publication.published
    text = publication.texts[path]
    assert "status: published\n" in text
    assert f"reviewed: {today}\nreview_by: {today + dt.timedelta(days=365)}\n" in text


def test_without_the_reading_nothing_says_that_it_was_reviewed(
    project: Path, today: dt.date
) -> None:
    path = put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Bisa lewat kurir.")

    text = published(project, today).texts[path]

    assert "status: published\n" in text
    assert "reviewed:" not in text.replace("review_by", "")


def test_what_may_be_personal_data_waits_for_a_confirmation(project: Path, today: dt.date) -> None:
    put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Kode 7406010001000100 saja.")

    assert keys(published(project, today)) == {"antar-kurir": ["curation.personal_data_asked"]}
    assert "antar-kurir" in published(project, today, confirmed=True).published


def test_an_entry_with_a_mark_stays_back_alone(project: Path, today: dt.date) -> None:
    put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Tanya [nama].")
    put(project, "ambil-besok", "Bisakah berkas diambil besok?", "Bisa.")

    publication = published(project, today)

    assert publication.published == ("ambil-besok",)
    assert keys(publication) == {"antar-kurir": ["curation.placeholder_left"]}


def test_an_entry_that_leads_to_one_that_stays_back_stays_back_too(
    project: Path, today: dt.date
) -> None:
    put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Tanya [nama].")
    put(project, "titip-surat", "Bisakah surat dititipkan?", "Lihat [itu](entri:antar-kurir).")

    publication = published(project, today)

    assert publication.published == ()
    assert [each for each, _ in publication.held] == ["antar-kurir", "titip-surat"]


def test_an_entry_whose_phrasing_finds_a_referral_stays_back(project: Path, today: dt.date) -> None:
    more = "aliases:\n  - bikin ktp bayar\n"
    put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Bisa lewat kurir.", more)

    assert keys(published(project, today)) == {"antar-kurir": ["search.referral_first"]}


def test_an_entry_that_comes_before_a_phrase_of_a_package_does_not_stay_back(
    project: Path, today: dt.date
) -> None:
    texts = package()
    word = "istilah/sampel.yml"
    use(project, {**texts, word: texts[word].replace("arti sampel", "brkas dikrim kurir")})
    ids = ("berkas-kurir", "kurir-berkas", "kirim-kurir")
    for each in ids:
        put(project, each, f"Berkas dikirim kurir? {each}", "Berkas dikirim kurir.")

    assert published(project, today).published == tuple(sorted(ids))


def test_drafts_are_left_alone(project: Path, today: dt.date) -> None:
    path = put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Bisa.")
    replace_in(path, "status: review", "status: draft")

    publication = published(project, today)

    assert publication.published == ()
    assert publication.held == ()


def test_one_entry_and_all_at_once_are_told_the_same(project: Path, today: dt.date) -> None:
    more = "related:\n  - konsultasi-lewat-video\n"
    put(project, "antar-kurir", "Bisakah berkas diantar kurir?", "Bisa lewat kurir.", more)
    opened = open_project(project, today=today)
    entry = opened.entry("antar-kurir")
    assert entry

    step = next_step(opened, entry, opened.problems, today=today, reviewed=True)

    [(_, told)] = published(project, today, reviewed=True).held
    assert [problem.key for problem in told] == ["knowledge.related_unpublished"]
    assert step.obstacles.problems == told
    assert told[0].location.line == 12


def test_no_more_entries_stay_back_than_push_a_public_one_away(
    project: Path, today: dt.date
) -> None:
    for each in range(9):
        put(project, f"bayar-{each}", f"Konsul bayar brp {each}?", f"Konsul bayar brp {each}.")

    publication = published(project, today)

    assert len(publication.published) == 2  # the public one is third
    assert {each for told in keys(publication).values() for each in told} == {
        "curation.publish_pushes_away"
    }
    [told, *_] = publication.held[0][1]
    assert told.text() == (
        "kb/konsultasi/bayar-0.yml:1:11: bila entri ini terbit, “konsul bayar brp” tidak lagi"
        " menemukan “Apakah konsultasi statistik dipungut biaya?” dalam 3 hasil teratas; perjelas"
        " pertanyaan dan jawaban entri ini, gabungkan ke entri itu, atau hapus sebutan itu dari"
        " sana"
    )
