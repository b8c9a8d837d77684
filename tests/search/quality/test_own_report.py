"""What the report says of a small office, and how it reads."""

from dataclasses import replace

from caridulu.knowledge import KnowledgeBase, Lexicon, LexiconTerm
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.evaluation import evaluate, own_collection
from caridulu.search.quality.own_report import (
    Competition,
    Gap,
    OwnReport,
    Stray,
    own_report,
    question_outcomes,
)
from caridulu.search.quality.report_sections import report_lines, sections
from caridulu.search.query.outcome import Outcome
from caridulu.site.pages.evaluation_page import evaluation_page

QUESTIONS = ["berapa biaya konsultasi", "resep rendang", "resep soto", "ktp hilang", "beli lemari"]


def _report(knowledge: KnowledgeBase, questions: list[str] | None = None) -> OwnReport:
    return own_report(knowledge, SearchIndex.of_knowledge(knowledge), questions)


def test_an_entry_with_the_words_of_another_competes_with_it(sample: KnowledgeBase) -> None:
    taken = "Berapa biaya konsultasi?"
    entries = tuple(
        e.model_copy(update={"aliases": (*e.aliases, taken)}) if e.id == "cara-mengadu" else e
        for e in sample.entries
    )
    knowledge = replace(sample, entries=entries)
    found = _report(knowledge).competing
    assert Competition("cara-mengadu", "biaya-konsultasi", lost=(taken,)) in found


def test_a_term_that_no_entry_is_about_is_a_gap_and_leads_to_nothing(
    sample: KnowledgeBase,
) -> None:
    term = LexiconTerm(term="desil", colloquial=("peringkat sejahtera",))
    lexicon = Lexicon(terms=(*sample.lexicon.terms, term), places=sample.lexicon.places)
    report = _report(replace(sample, lexicon=lexicon))
    assert Gap("desil", ("desil", "peringkat sejahtera")) in report.gaps
    assert Stray("desil", "desil", "") in report.strays


def test_a_term_that_a_tag_names_is_no_gap(sample: KnowledgeBase) -> None:
    [first, *others] = sample.entries
    tagged = first.model_copy(update={"tags": (*first.tags, "desil")})
    lexicon = Lexicon(terms=(LexiconTerm(term="desil"), LexiconTerm(term="gini")))
    report = _report(replace(sample, entries=(tagged, *others), lexicon=lexicon))
    assert report.gaps == (Gap("gini", ("gini",)),)


def test_a_phrase_of_a_referral_that_an_entry_answers_goes_astray(sample: KnowledgeBase) -> None:
    [referral, *others] = sample.referrals
    changed = referral.model_copy(update={"phrases": (*referral.phrases, "arti inflasi")})
    knowledge = replace(sample, referrals=(changed, *others))
    stray = Stray("arti inflasi", referral.published_id, "apa-itu-inflasi")
    assert stray in _report(knowledge).strays


def test_questions_are_counted_by_outcome_and_missing_words_by_how_often(
    sample: KnowledgeBase,
) -> None:
    asked = question_outcomes(SearchIndex.of_knowledge(sample), QUESTIONS)
    assert dict(asked.outcomes) == {
        Outcome.ANSWERED: 1,
        Outcome.REFERRAL: 1,
        Outcome.WEAK: 0,
        Outcome.NOTHING: 3,
    }
    assert asked.missing[0] == ("resep", 2)
    assert asked.unfound == ("resep rendang", "resep soto", "beli lemari")


def test_the_page_holds_everything_and_nothing_that_a_browser_would_run(
    sample: KnowledgeBase,
) -> None:
    index = SearchIndex.of_knowledge(sample)
    report = own_report(sample, index, [*QUESTIONS, "<script>alert(1)</script>"])
    questions = {item.id: item.question for item in index.items}
    found = list(sections(report, questions, Language.ID))
    nobody = evaluate("whoosh", lambda _: [], replace(own_collection(index.items), queries={}))
    slower = replace(nobody, seconds=99.0)

    page = evaluation_page(found, nobody, Language.ID)

    assert page == evaluation_page(found, slower, Language.ID)
    assert "<script" not in page
    assert '<meta name="viewport" content="width=device-width,initial-scale=1">' in page
    assert all(
        f"<h2>{title}</h2>" in page for title in ("Entri yang bersaing", "Kata yang tidak ada")
    )
    assert "&lt;script&gt;" in page


def test_a_section_shows_ten_lines_and_counts_the_rest(sample: KnowledgeBase) -> None:
    terms = tuple(LexiconTerm(term=f"istilah{n:02}x") for n in range(13))
    report = _report(replace(sample, lexicon=Lexicon(terms=terms)))
    lines = list(report_lines(list(sections(report, {}, Language.EN)), Language.EN))
    begin = lines.index("Terms without an entry")
    assert lines[begin + 2] == "  istilah00x"
    assert lines[begin + 12] == "  … and 3 more; all of them are on the page that --html writes"
