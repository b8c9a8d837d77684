"""Finds contradictions: entries with different numbers for one fact, misleading synonyms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from caridulu.knowledge import Entry, KnowledgeBase, Problem, notice, read_yaml
from caridulu.knowledge.markdown import plain_text
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.quality.expectations import locate

LEXICON = "kb/lexicon.yml"
ALIKE = 0.6  # share of their terms that two sentences have in common (Jaccard) to tell one fact
SHORTEST = 4  # terms of a sentence that can be compared
COMMON = 50  # sentences with one term and unit; a commoner pair of them tells nothing
NAMED = 2  # terms of its question in a sentence that says by itself what it is about
_SPELLED = (
    "satu", "dua", "tiga", "empat", "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh",
)  # fmt: skip
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_SPELLED, 1)}
_AMOUNT = re.compile(rf"\b(\d+|{'|'.join(_NUMBER_WORDS)})\s+([a-z]+)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
# With these, one service is asked about in many ways: "kapan jadi", "berapa lama diproses".
_WORDINGS = (
    "berapa", "kapan", "apa", "apakah", "bagaimana", "cara", "lama", "waktu", "hari", "biasanya",
    "jadi", "selesai", "siap", "keluar", "terbit", "diterbitkan", "cetak", "dicetak", "proses",
    "diproses", "buat", "membuat", "pembuatan", "urus", "mengurus", "pengurusan", "dapat", "bisa",
    "ambil", "diambil", "butuh", "dibutuhkan", "perlu", "diperlukan", "harus", "layanan",
    "dilayani", "tunggu", "menunggu", "untuk", "sampai", "setelah", "sudah", "saya",
)  # fmt: skip
_NUMBERS = re.compile(r"\d+")
_DIFFERENCE = re.compile(r"\b(?:beda|bedanya|perbedaan|berbeda)\b")
_NEGATION = re.compile(r"(?:bukan|tidak|non|anti)\b[ -]*", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """A sentence of an entry that names an amount."""

    entry: Entry
    text: str
    number: str  # the amount, in digits
    unit: str  # stem of what is counted
    terms: frozenset[str]  # the other terms of the sentence
    asked: frozenset[str]  # terms of the entry's question

    def contradicts(self, other: "Statement") -> bool:
        """Tells whether both state one fact with different amounts."""
        if self.entry is other.entry or self.number == other.number:
            return False
        shared = len(self.terms & other.terms)
        return shared >= ALIKE * len(self.terms | other.terms)

    @property
    def leaves_its_subject_to_the_question(self) -> bool:
        """Whether it says little of what is asked, as "Paling lama 2 hari sejak berkas lengkap"."""
        return len(self.terms & self.asked) < NAMED


def contradiction_notices(
    knowledge: KnowledgeBase, root: Path, analyzer: Analyzer
) -> Iterator[Problem]:
    """Finds sentences of two entries that tell one fact with different numbers."""
    for one, other in contradictions(knowledge, analyzer):
        values = {"value": other.text, "id": one.entry.id, "there": one.text}
        place = locate(root, other.entry, other.text[:30])
        yield notice(place, "search.numbers_differ", **values)


def contradictions(
    knowledge: KnowledgeBase, analyzer: Analyzer
) -> Iterator[tuple[Statement, Statement]]:
    """Finds pairs of sentences of public entries that tell one fact with different numbers."""
    subjects = _subjects(knowledge.published, analyzer)
    seen: set[tuple[str, str, str, str]] = set()
    for one, other in _comparable(knowledge.published, analyzer):
        key = (one.entry.id, one.text, other.entry.id, other.text)
        if key not in seen and one.contradicts(other):
            seen.add(key)
            if not _are_of_two_subjects(one, other, subjects):
                yield one, other


def _comparable(
    entries: Iterable[Entry], analyzer: Analyzer
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs statements that share a unit and a term, once for each term that they share."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)  # by unit and term
    for entry in entries:
        for statement in _statements(entry, analyzer):
            for term in sorted(statement.terms):
                groups[statement.unit, term].append(statement)
    for group in groups.values():
        if len(group) <= COMMON:
            yield from combinations(group, 2)


def _subjects(entries: Iterable[Entry], analyzer: Analyzer) -> frozenset[str]:
    """Finds the terms that more than one question has and that are no wording: services, things."""
    asked = Counter(term for entry in entries for term in _question_terms(entry, analyzer))
    wordings = {analyzer.term(word) for word in _WORDINGS}
    return frozenset(term for term, count in asked.items() if count > 1) - wordings


def _question_terms(entry: Entry, analyzer: Analyzer) -> frozenset[str]:
    return frozenset(analyzer.terms(entry.question)) - analyzer.language.stop_words


def _are_of_two_subjects(one: Statement, other: Statement, subjects: frozenset[str]) -> bool:
    """Whether each question names a subject that the other does not, and the sentences none.

    An FAQ says "paling lama ... hari kerja sejak berkas lengkap" of each service.
    """
    if not (one.leaves_its_subject_to_the_question and other.leaves_its_subject_to_the_question):
        return False
    return bool((one.asked - other.asked) & subjects and (other.asked - one.asked) & subjects)


def _statements(entry: Entry, analyzer: Analyzer) -> Iterator[Statement]:
    asked = _question_terms(entry, analyzer)
    for sentence in _SENTENCE_END.split(plain_text(entry.answer)):
        for match in _AMOUNT.finditer(sentence):
            number, unit = match[1].lower(), analyzer.term(match[2].lower())
            rest = sentence[: match.start()] + sentence[match.end() :]
            terms = frozenset(analyzer.terms(rest)) - analyzer.language.stop_words
            if len(terms) >= SHORTEST:
                number = _NUMBER_WORDS.get(number, number)
                yield Statement(entry, sentence.strip(), number, unit, terms, asked)


def synonym_notices(knowledge: KnowledgeBase, root: Path) -> Iterator[Problem]:
    """Finds synonyms of the lexicon that mean something else than their term."""
    file = read_yaml(root / LEXICON, root=root).file if knowledge.lexicon.terms else None
    if file is None:
        return
    told_apart = [entry.question.casefold() for entry in knowledge.published]
    for i, term in enumerate(knowledge.lexicon.terms):
        for n, synonym in enumerate(term.synonyms):
            forms = (term.term, *term.abbreviations)
            reason = _difference(synonym, forms, told_apart)
            if reason:
                place = file.at("terms", i, "synonyms", n)
                yield notice(place, f"search.{reason}", value=synonym, term=term.term)


def _difference(synonym: str, forms: Sequence[str], questions: Iterable[str]) -> str | None:
    """Names how a synonym differs from its term: as its negation, in a number, in a question."""
    word = synonym.casefold()
    names = [form.casefold() for form in forms]
    if any(_NEGATION.sub("", word, count=1) == name != word for name in names):
        return "synonym_negates"
    if _differ_in_number(word, names[0]):
        return "synonym_of_other_number"
    if any(_tells_apart(question, word, name) for question in questions for name in names):
        return "synonym_told_apart"
    return None


def _tells_apart(question: str, one: str, other: str) -> bool:
    """Whether a question asks for the difference between two words."""
    if not _DIFFERENCE.search(question) or one not in question or other not in question:
        return False
    pairs = ((one, other), (other, one))
    return any(
        re.search(rf"\b{re.escape(a)}\b.*\b(?:dan|dengan|vs)\b.*\b{re.escape(b)}\b", question)
        for a, b in pairs
    )


def _differ_in_number(one: str, other: str) -> bool:
    numbers = _NUMBERS.findall(one), _NUMBERS.findall(other)
    return all(numbers) and numbers[0] != numbers[1]
