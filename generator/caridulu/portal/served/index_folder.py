"""Shared entries -> a folder that queries are answered from; nothing in it changes afterwards.

reading.json   words, gaps, places, offices, and the size of every file beside it
terms/         the tantivy index; of each entry
                 terms    as often as their parts are large, for choosing candidates
                 offices  numbers of those that have it, for choosing among theirs
                 parts    " harga=65 beras=40 harga_beras=16 ", for exact scores
                 held     who has it: "0-3,7;5"
                 own      what offices say themselves, by number: 4 -> ["id", "title", "snippet"]
"""

import importlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from caridulu.messages import UserError
from caridulu.portal.merging import SharedEntry
from caridulu.portal.office_rows import PortalOffice, office_texts
from caridulu.portal.places import PlaceNames, marked_pairs, name_context, place_names
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.counting import Counted
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.phrased_parts import phrased_part, phrased_step
from caridulu.search.index.postings import rounded_length
from caridulu.search.index.weighting import PartWeighting, steady_average

VERSION = 3
SHOWN = ("id", "title", "snippet", "note")
READING, TERMS = "reading.json", "terms"
MEMORY = 200_000_000  # bytes that the writer may use before it writes
# A part of 6 is one occurrence: BM25 hardly tells more than twelve apart.
PART_STEP, MOST_OCCURRENCES = 6, 12


class IndexFolderError(UserError):
    """A folder holds no index of this version, or one that is not as it was written."""

    prefix = "portal."


@dataclass(frozen=True)
class QueryTables:
    """What reading a query needs beside the terms."""

    version: int  # of the folder
    count: int  # of entries
    first_referral: int  # number of the first entry that is a referral
    phrased_step: int  # by which parts are rounded to tell what phrasings have
    words: dict[str, int]  # of the vocabulary
    gaps: frozenset[str]  # of the lexicon
    places: frozenset[str]  # terms of names
    offices: dict[str, Any]  # the table of them
    files: dict[str, int]  # sizes in bytes, by path in the folder


def tantivy() -> Any:
    """Imports the library; ``UserError`` if it is not there."""
    try:
        return importlib.import_module("tantivy")
    except ImportError as error:
        raise UserError("portal.lacks_library") from error


def write_index(
    folder: Path,
    entries: Iterable[SharedEntry],
    counted: Counted,
    offices: Sequence[PortalOffice],
) -> int:
    """Writes the folder, which is there and empty; returns the number of entries.

    ``entries`` and ``offices`` are in the order of their numbers; entries are read anew for
    lengths, phrasings and terms, those of ``counted`` are not read.
    """
    analyzer = Analyzer()
    seen = _Seen.of(entries)
    rounded = steady_average if counted.steady else float
    averages = {field: rounded(total / seen.count) for field, total in seen.totals.items()}
    step = phrased_step(seen.totals)
    parts = _Parts(averages, analyzer, phrased_step=step)
    _write_terms(folder / TERMS, entries, parts)
    marked = marked_pairs(one.terms for one in entries)
    term = analyzer.term
    words = {word: n for word, n in sorted(counted.words.items()) if term(word) in seen.terms}
    tables = {
        "version": VERSION,
        "count": seen.count,
        "first_referral": seen.count - seen.referrals,
        "phrased_step": step,
        "words": words,
        "gaps": sorted(counted.gaps),
        "places": sorted(counted.places),
        "offices": _table(offices, {*seen.terms, *words}, marked, analyzer),
        "files": _sizes(folder),
    }
    (folder / READING).write_text(json.dumps(tables), "utf-8")
    return seen.count


@dataclass(frozen=True)
class _Seen:
    """What is counted over all entries before one is written."""

    totals: Mapping[str, int]  # how many terms a field has in all entries together
    terms: Collection[str]  # every one that an entry has
    count: int  # of entries
    referrals: int  # how many of these are referrals

    @classmethod
    def of(cls, entries: Iterable[SharedEntry]) -> "_Seen":
        totals: Counter[str] = Counter()
        terms: set[str] = set()
        count = referrals = 0
        for one in entries:
            for field, counts in one.terms.items():
                totals[field] += counts.total()
                terms.update(counts)
            count += 1
            referrals += kind_of(one.key) is ItemKind.REFERRAL
        return cls(totals, terms, count, referrals)


def _table(
    offices: Sequence[PortalOffice],
    known: Collection[str],
    marked: Mapping[str, int],
    analyzer: Analyzer,
) -> dict[str, object]:
    """Returns what the browser's table of offices says, with its rows as the browser makes them."""
    names = place_names([office.facts for office in offices], analyzer)
    context = name_context(names, known, marked, analyzer)
    return {
        "offices": [_row(*each) for each in zip(offices, names, strict=True)],
        **context.shown(),
    }


def _row(office: PortalOffice, names: PlaceNames) -> dict[str, object]:
    found = {"named": names.region, "acronyms": names.acronyms, "places": names.others}
    return {**office_texts(office), **found}


def _sizes(folder: Path) -> dict[str, int]:
    """Returns the sizes of what the library has written, without the empty files of its locks."""
    files = {path: path.stat().st_size for path in sorted(folder.rglob("*")) if path.is_file()}
    return {path.relative_to(folder).as_posix(): size for path, size in files.items() if size}


def read_tables(folder: Path) -> QueryTables:
    """Reads what ``write_index`` has written; ``IndexFolderError`` if it is not whole."""
    if not (folder / READING).is_file():
        raise IndexFolderError("not_an_index", path=folder)
    damaged = IndexFolderError("damaged_index", path=folder)
    try:
        values = json.loads((folder / READING).read_bytes())
        if not isinstance(values, dict) or values.get("version") != VERSION:
            raise IndexFolderError("not_an_index", path=folder)
        tables = TypeAdapter(QueryTables).validate_python(values)
        sizes = {name: (folder / name).stat().st_size for name in tables.files}
    except (OSError, ValueError) as error:
        raise damaged from error
    if sizes != tables.files:
        raise damaged
    return tables


def written(name: str) -> str:
    """Spells a term as one token: harga beras -> harga_beras."""
    return name.replace(" ", "_")


class _Parts:
    """The part of each term in an entry, as a static index has it."""

    def __init__(
        self, averages: Mapping[str, float], analyzer: Analyzer, *, phrased_step: int
    ) -> None:
        self._tells_phrasings = phrased_step > 1
        self._weighting = PartWeighting(analyzer, lambda field: averages.get(field, 0.0))

    def of(self, entry: SharedEntry) -> "Counter[str]":
        found: Counter[str] = Counter()
        for field, counts in entry.terms.items():
            length = rounded_length(counts.total())
            for name, tf in counts.items():
                found[name] += self._weighting.part_of(field, name)(tf, length)
        if self._tells_phrasings:
            none = Counter[str]()
            asked, aliases = (entry.terms.get(field, none) for field in ("question", "aliases"))
            length = rounded_length(aliases.total())
            for name in [name for name in found if " " not in name]:
                found[name] = phrased_part(
                    found[name], is_asked=name in asked, aliases=aliases[name], length=length
                )
        return found


def _write_terms(folder: Path, entries: Iterable[SharedEntry], parts: _Parts) -> None:
    library = tantivy()
    folder.mkdir()
    index = library.Index(schema(library), path=str(folder))
    writer = index.writer(heap_size=MEMORY, num_threads=1)
    for number, one in enumerate(entries):
        own = parts.of(one)
        terms = " ".join(_occurrences(name, part) for name, part in own.items())
        shown = {
            "parts": f" {' '.join(f'{written(name)}={part}' for name, part in own.items())} ",
            "id": one.key,
            "title": one.entry.title,
            "snippet": one.entry.snippet,
            "note": one.spread,
            "held": one.note,
            "own": _own_lines(one),
        }
        kept = {name: text.encode() for name, text in shown.items()}
        held = " ".join(map(str, one.offices))
        writer.add_document(library.Document(number=number, terms=terms, offices=held, **kept))
    writer.commit()
    writer.wait_merging_threads()


def schema(library: Any) -> Any:
    """Describes what is kept of an entry."""
    builder = library.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("offices", tokenizer_name="whitespace", index_option="basic")
    builder.add_unsigned_field("number", stored=True)
    for name in ("parts", "held", "own", *SHOWN):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


def _occurrences(name: str, part: int) -> str:
    times = max(1, min(MOST_OCCURRENCES, part // PART_STEP))
    return " ".join([written(name)] * times)


def _own_lines(shared: SharedEntry) -> str:
    """Writes what each office says itself on a line of its own."""
    return "".join(
        f"\n{office}\t{json.dumps([one.id, one.title, one.snippet])}"
        for office, one in sorted(shared.own.items())
    )
