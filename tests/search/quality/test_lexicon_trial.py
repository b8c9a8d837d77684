"""What a change of the lexicon does to the office's own questions."""

from dataclasses import replace

from caridulu.knowledge import KnowledgeBase, Lexicon, LexiconTerm, load
from caridulu.search.quality.lexicon_trial import changed_words, lexicon_trial
from tests import SAMPLE, TODAY


def sample() -> KnowledgeBase:
    knowledge = load(SAMPLE, today=TODAY).knowledge
    assert knowledge
    return knowledge


def with_term(lexicon: Lexicon, term: LexiconTerm) -> Lexicon:
    others = tuple(one for one in lexicon.terms if one.term != term.term)
    return lexicon.model_copy(update={"terms": (*others, term)})


def test_nothing_changed_is_nothing_tried() -> None:
    knowledge = sample()
    trial = lexicon_trial(knowledge, knowledge.lexicon)
    assert (trial.tried, trial.better, trial.worse) == (0, (), ())


def test_words_of_changed_terms_only() -> None:
    knowledge = sample()
    term = LexiconTerm(term="garis kemiskinan", abbreviations=("GK",))
    words = changed_words(knowledge.lexicon, with_term(knowledge.lexicon, term))
    assert {"garis", "kemiskinan", "gk"} <= words
    assert "konsultasi" not in words


def test_a_word_that_people_use_makes_their_questions_better_and_taking_it_away_worse() -> None:
    knowledge = sample()
    entries = tuple(
        entry.model_copy(update={"aliases": (*entry.aliases, "dompet kempot")})
        if entry.id == "apa-itu-inflasi"
        else entry
        for entry in knowledge.entries
    )
    knowledge = replace(knowledge, entries=entries, lexicon=Lexicon())
    known = Lexicon(terms=(LexiconTerm(term="inflasi", colloquial=("dompet kempot",)),))

    trial = lexicon_trial(knowledge, known)
    assert trial.tried >= 2
    assert ("dompet kempot", "apa-itu-inflasi", 1) in [
        (move.phrase, move.entry, move.after) for move in trial.better
    ]
    assert trial.worse == ()

    back = lexicon_trial(replace(knowledge, lexicon=known), Lexicon())
    assert [move.phrase for move in back.worse] == [move.phrase for move in trial.better]
