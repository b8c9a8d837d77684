"""What an office's site gives to a portal: its part of a common index, and who the office is.

``part.json`` keeps its name and names the part by its hash, so that a portal reads a whole one:

    part.json                     {"version": 1, "sha256": "ab12..."}
    hashed/part.<sha256>.json     the office, its entries with their counted terms

A text of an entry says ``{name}``, ``{short}``, ``{region}`` and ``{place}`` where it says the
office's own: the same answer of two offices is then the same text.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from caridulu.knowledge import KnowledgeBase, Office
from caridulu.knowledge.model.fields import Line, Model, Slug
from caridulu.knowledge.model.package import Sha256
from caridulu.knowledge.opening_hours import opening_lines
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.weighting import FIELD_WEIGHTS
from caridulu.search.publish.published_index import HASHED
from caridulu.search.publish.shown_texts import snippet, title

M = TypeVar("M", bound=Model)
VERSION = 1  # of the files; also another when terms are made otherwise
POINTER = "part.json"
MOST_ENTRIES, MOST_WORDS = 20_000, 500_000
MOST_LINES, MOST_PLACES = 20, 1_000
_TERM = r"(?:[0-9a-z]+|[$^!?])(?: (?:[0-9a-z]+|[$^!?]))*"
_Terms = Annotated[str, StringConstraints(pattern=rf"^{_TERM}(?:\|{_TERM})*$", max_length=500_000)]
_Word = Annotated[str, StringConstraints(pattern="^[0-9a-z]+$", max_length=100)]
_Count = Annotated[int, Field(ge=1, le=MOST_WORDS)]
_Gap = Annotated[str, StringConstraints(pattern=r"^\?(?: [0-9a-z]+)+$", max_length=300)]
_Path = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+(#q=)?$", max_length=200)]
Text = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]*$", max_length=1_000)]


class PartPointer(Model):
    """``part.json``."""

    version: int
    sha256: Sha256


class PartOffice(Model):
    """Who the office is; what it has not stated stays empty."""

    name: Line
    short_name: Line
    region: Line
    place: Text = ""
    address: Text = ""
    hours: tuple[Line, ...] = Field((), max_length=MOST_LINES)
    timezone: Text = ""
    trial: bool = True  # the office has not approved its site
    places: tuple[Line, ...] = Field((), max_length=MOST_PLACES)  # as people name where it is
    contact: _Path  # from the site's address, as the next
    ask: _Path  # followed by the question


class PartEntry(Model):
    """What is found: an entry, a direct answer or a referral, with its terms by field."""

    id: Slug
    title: Text
    snippet: Text
    category: Text = ""
    package: Slug | Literal[""] = ""  # that it comes from
    sha256: Sha256  # of its texts
    terms: dict[str, _Terms]  # sorted, each as often as it stands there

    @property
    def counted(self) -> dict[str, Counter[str]]:
        """The terms of each field, counted."""
        return {field: Counter(text.split("|")) for field, text in self.terms.items()}


class IndexPart(Model):
    """What an office's index holds."""

    entries: tuple[PartEntry, ...] = Field(max_length=MOST_ENTRIES)
    words: dict[_Word, _Count] = Field(max_length=MOST_WORDS)
    gaps: tuple[_Gap, ...] = Field(max_length=MOST_WORDS)  # words of the lexicon alone
    places: tuple[_Word, ...] = Field(max_length=MOST_WORDS)


class OfficePart(Model):
    """All that an office gives to a portal."""

    version: int
    office: PartOffice
    index: IndexPart


class PartError(ValueError):
    """A part is damaged or of another version; ``key`` names the sentence that says so."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def index_part(index: SearchIndex, knowledge: KnowledgeBase) -> str:
    """Writes what an office's index holds."""
    categories = {one.id: one.name for one in knowledge.categories}
    entries = {
        one.id: (categories.get(one.category, ""), one.packaged.name if one.packaged else "")
        for one in knowledge.published
    }
    names = own_names(knowledge.office)
    part = IndexPart(
        entries=tuple(
            _entry(item, terms, names, *entries.get(item.id, ("", "")))
            for item, terms in zip(index.items, index.terms_by_item(), strict=True)
        ),
        words=dict(sorted(index.word_counts.items())),
        gaps=tuple(f"? {term}" for term in sorted(index.gaps)),
        places=tuple(sorted(index.place_terms)),
    )
    return part.model_dump_json()


def part_files(part: str, knowledge: KnowledgeBase, *, contact: str, ask: str) -> dict[str, str]:
    """Writes the part and its pointer, by path below the index's folder.

    ``contact`` and ``ask`` are site paths: of the page with the office's channels, and of the one
    that takes a question, which follows.
    """
    office = knowledge.office
    facts = PartOffice(
        name=office.name,
        short_name=office.short_name,
        region=office.region,
        place=office.identity.place or "",
        address=office.street_address or "",
        hours=opening_lines(office),
        timezone=office.timezone_label,
        trial=office.approval.is_trial,
        places=knowledge.lexicon.places,
        contact=contact,
        ask=ask,
    )
    # An OfficePart whose index is written already: that of a large office has 20 MB.
    text = f'{{"version":{VERSION},"office":{facts.model_dump_json()},"index":{part}}}'
    pointer = PartPointer(version=VERSION, sha256=_sha256(text))
    return {part_path(pointer): text, POINTER: pointer.model_dump_json()}


def part_path(pointer: PartPointer) -> str:
    """Returns the path of the part that a pointer names, below the index's folder."""
    return f"{HASHED}part.{pointer.sha256}.json"


def read_pointer(text: str) -> PartPointer:
    """Reads ``part.json``.

    Raises:
        PartError: it is damaged, or of another version.
    """
    pointer = _validated(PartPointer, text)
    if pointer.version != VERSION:
        raise PartError("other_version")
    return pointer


def read_part(text: str, pointer: PartPointer) -> OfficePart:
    """Reads a part.

    Raises:
        PartError: it is not the part that the pointer names, or damaged.
    """
    if _sha256(text) != pointer.sha256:
        raise PartError("other_hash")
    part = _validated(OfficePart, text)
    if any(not entry.terms.keys() <= FIELD_WEIGHTS.keys() for entry in part.index.entries):
        raise PartError("damaged")
    return part


def own_names(office: Office) -> tuple[tuple[str, str], ...]:
    """Returns the office's own names, each with its mark, the longest first."""
    names = {
        "name": office.name,
        "short": office.short_name,
        "region": office.region,
        "place": office.place,
    }
    return tuple(sorted(names.items(), key=lambda pair: -len(pair[1])))


def neutral(text: str, names: Iterable[tuple[str, str]], *, any_case: bool = False) -> str:
    """Replaces an office's own names by their marks, in their order; whole words only."""
    low = text.casefold()
    for mark, name in names:
        if name.casefold() in low:  # seldom, and to look for whole words takes far longer
            flags = re.IGNORECASE if any_case else re.NOFLAG
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"{{{mark}}}", text, flags=flags)
    return text


def _entry(
    item: Item,
    terms: Mapping[str, Sequence[str]],
    names: Sequence[tuple[str, str]],
    category: str,
    package: str,
) -> PartEntry:
    lists = ([item.question], item.aliases, item.tags, [item.answer], item.not_for, [item.english])
    texts = [[neutral(text, names, any_case=True) for text in texts] for texts in lists]
    return PartEntry(
        id=item.id,
        title=neutral(title(item), names),
        snippet=snippet(neutral(item.answer, names)),  # cut at the same word in every office
        category=category,
        package=package,
        sha256=_sha256(json.dumps(texts, ensure_ascii=False)),
        terms={field: "|".join(names) for field, names in terms.items()},
    )


def _validated(kind: type[M], text: str) -> M:
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        raise PartError("damaged") from error


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
