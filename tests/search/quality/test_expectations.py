"""Entries, direct answers and referrals are found by their own words, and none hides another."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge import KnowledgeBase, Problem, Severity, load
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations, unmet_phrases
from tests.packages.shared_project import package, use, write
from tests.text_files import replace_in


def unmet(
    knowledge: KnowledgeBase, root: Path, *, found_in: KnowledgeBase | None = None
) -> tuple[Problem, ...]:
    """What is not found; ``found_in`` is searched instead, as if the ranking were another."""
    index = SearchIndex.of_knowledge(found_in or knowledge)
    found = unmet_expectations(index, knowledge, root)
    return (*found, *unmet_phrases(index, knowledge, root))


def knowledge_of(root: Path, today: dt.date) -> KnowledgeBase:
    knowledge = load(root, today=today).knowledge
    assert knowledge
    return knowledge


def test_the_sample_office_is_found_by_all_its_words(sample_root: Path, today: dt.date) -> None:
    assert unmet(knowledge_of(sample_root, today), sample_root) == ()


def test_a_referral_before_an_entry_is_a_problem_of_the_entrys_phrase(
    project: Path, today: dt.date
) -> None:
    before = knowledge_of(project, today)
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    text = path.read_text("utf-8").replace("konsul bayar brp", "biaya bikin ktp")
    path.write_text(text, "utf-8")

    (found,) = unmet(knowledge_of(project, today), project, found_in=before)

    assert str(found.location) == "kb/konsultasi/biaya-konsultasi.yml:3:5"
    assert found.sentence(Language.EN) == (
        "“biaya bikin ktp” finds rujukan-ktp first; make the phrase clearer, or remove similar"
        " phrases from that referral"
    )


def test_a_referral_that_its_own_phrase_does_not_find_is_a_problem_at_the_phrase(
    project: Path, today: dt.date
) -> None:
    before = knowledge_of(project, today)
    path = project / "kb/referrals.yml"
    replace_in(path, "ktp hilang", "konsul gratis")

    (found,) = unmet(knowledge_of(project, today), project, found_in=before)

    assert str(found.location) == "kb/referrals.yml:6:9"
    assert found.key == "search.not_found_by_own_words"


def test_a_direct_answer_that_an_entry_hides_is_a_notice(project: Path, today: dt.date) -> None:
    knowledge = knowledge_of(project, today)
    hours = next(one for one in knowledge.direct_answers if one.kind == "hours")
    hidden = replace(knowledge, direct_answers=(replace(hours, phrases=("arti inflasi",)),))

    (found,) = unmet(hidden, project, found_in=knowledge)

    assert found.severity is Severity.NOTICE
    assert str(found.location) == "content/office.yml:1:1"
    assert found.sentence(Language.ID).startswith(
        "pertanyaan umum tidak menemukan kantor-jam-buka dalam hasil teratas: “arti inflasi”;"
    )


def test_so_is_an_entry_that_claims_an_answer_and_is_not_found_by_its_phrases(
    project: Path, today: dt.date
) -> None:
    knowledge = knowledge_of(project, today)
    given = {"biaya-konsultasi": ("arti inflasi",)}
    index = SearchIndex.of_knowledge(replace(knowledge, direct_phrases={}))

    (found,) = unmet_phrases(index, replace(knowledge, direct_phrases=given), project)

    assert str(found.location) == "kb/konsultasi/biaya-konsultasi.yml:15:1"
    assert found.sentence(Language.ID) == (
        "pertanyaan umum tidak menemukan biaya-konsultasi dalam hasil teratas: “arti inflasi”;"
        " hasil yang pertama: apa-itu-inflasi. Bila hasil itu sudah menjawabnya, tidak ada yang"
        " perlu diubah; bila belum, perjelas pertanyaan dan sebutan lain biaya-konsultasi"
    )


def test_an_english_question_that_does_not_find_its_entry_is_a_problem_where_it_stands(
    project: Path, today: dt.date
) -> None:
    before = knowledge_of(project, today)
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    english = "en:\n  question: identity card lost ktp hilang\n  answer: It is free.\n"
    path.write_text(path.read_text("utf-8") + english, "utf-8")

    (found,) = unmet(knowledge_of(project, today), project, found_in=before)

    line = path.read_text("utf-8").splitlines().index("  question: identity card lost ktp hilang")
    assert str(found.location) == f"kb/konsultasi/biaya-konsultasi.yml:{line + 1}:13"


def test_a_phrase_of_a_package_is_a_notice_for_the_office_cannot_change_it(
    project: Path, today: dt.date
) -> None:
    before = knowledge_of(project, today)
    use(project, package())

    found = unmet(knowledge_of(project, today), project, found_in=before)

    assert {one.severity for one in found} == {Severity.NOTICE}
    assert str(found[1].location) == "kb/paket/istilah/istilah/sampel.yml:1:11"
    assert found[1].sentence(Language.ID) == (
        "di kantor ini, sebutan dari paket tidak menemukan sampel lebih dahulu: “Apa itu sampel?”,"
        " “arti sampel”; hasil yang pertama: garis-kemiskinan, apa-itu-inflasi,"
        " biaya-konsultasi. Situs tetap dapat terbit; bila sampel yang seharusnya ditemukan,"
        " perjelas isi yang mendahuluinya, atau sesuaikan sampel dengan sebutan kantor sendiri"
    )


@pytest.mark.parametrize(("key", "column"), [("aliases", 11), ("more_aliases", 16)])
def test_what_the_office_writes_into_an_entry_of_a_package_is_still_a_problem(
    project: Path, today: dt.date, key: str, column: int
) -> None:
    use(project, package())
    before = knowledge_of(project, today)
    own = f"{key}: [biaya bikin ktp]\npackage:\n  name: istilah\n"
    write(project, {"kb/istilah/sampel.yml": own})

    (found,) = unmet(knowledge_of(project, today), project, found_in=before)

    assert found.severity is Severity.PROBLEM
    assert str(found.location) == f"kb/istilah/sampel.yml:1:{column}"


def test_what_is_kept_of_the_former_version_of_a_package_is_not_the_offices(
    project: Path, today: dt.date
) -> None:
    use(project, package())
    before = knowledge_of(project, today)
    kept = "aliases: [biaya bikin ktp]\npackage:\n  name: istilah\n  kept: [aliases]\n"
    write(project, {"kb/istilah/sampel.yml": kept})

    (found,) = unmet(knowledge_of(project, today), project, found_in=before)

    assert found.severity is Severity.NOTICE


def test_a_referral_of_a_package_is_a_notice_too(project: Path, today: dt.date) -> None:
    own = (project / "kb/referrals.yml").read_text("utf-8")
    shared = own.replace("id: ktp", "id: pindah").replace("Membuat KTP", "Pindah")
    shared = shared.replace("ktp", "konsul gratis")
    before = knowledge_of(project, today)
    use(project, {**package(), "referrals.yml": shared})
    after = knowledge_of(project, today)
    (own_row, row) = after.referrals
    only_row = replace(after, entries=before.entries, referrals=(own_row, row))

    found = unmet(only_row, project, found_in=before)

    assert [(one.severity, one.key) for one in found] == [
        (Severity.NOTICE, "search.package_not_found")
    ]
    assert str(found[0].location) == "kb/referrals.yml:1:1"
