"""Offices for measuring a portal: real regions, with this repository's knowledge base as their own.

What comes from a package stands in all offices alike. Of the office's own entries each office says
half in the words of one of their aliases, half of these under another id and with half of the
aliases, and all with the name of its own region.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from caridulu.knowledge import Entry, KnowledgeBase, load
from caridulu.portal.build import build_portal
from caridulu.portal.listing import PortalFile
from caridulu.portal.reading import read_office
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.office_part import (
    POINTER,
    IndexPart,
    PartEntry,
    PartPointer,
    index_part,
    part_files,
    part_path,
)
from caridulu.search.publish.shown_texts import snippet
from caridulu.site.urls import INDEX
from tests import ROOT, TODAY

OWN = "bombana"  # the region of this repository's office
WORDINGS = 8  # of the office's own entries
CHANGES = ("a shared answer adjusted", "an own answer changed", "an entry added")
ADDED = "Layanan ini juga dibuka setiap Sabtu pagi di mal pelayanan publik."
NEW = Item(
    "magang-sekolah",
    "Bagaimana siswa SMK mendaftar praktik kerja lapangan?",
    "Sekolah mengirim surat permohonan ke kantor paling lambat dua bulan sebelum praktik dimulai."
    " Surat memuat nama siswa, jurusan, dan lama praktik. Kantor menjawab dengan surat balasan.",
    aliases=("pkl smk gmn daftarnya", "prakerin bisa kah", "siswa magang syaratnya apa"),
    tags=("magang", "sekolah"),
)
_REGIONS = Path(__file__).with_name("regions.txt")


@dataclass(frozen=True)
class Region:
    """A regency, city or province."""

    kind: str
    name: str

    @property
    def whole(self) -> str:
        """Its name with its kind."""
        return f"{self.kind} {self.name}"

    @property
    def slug(self) -> str:
        """Its name as it stands in ids."""
        return self.name.lower().replace(" ", "-")


def regions(count: int, chance: random.Random) -> list[Region]:
    """Chooses regions, Kota Batu, Kota Tegal and Kabupaten Tegal among them."""
    every = every_region()
    first = [one for one in every if one.name in {"Batu", "Tegal"}]
    others = [one for one in every if one not in first]
    return [*first, *chance.sample(others, count - len(first))]


def every_region() -> list[Region]:
    """Reads the regencies, cities and provinces of Indonesia."""
    return list(_listed())


def _listed() -> Iterator[Region]:
    for part in re.split(r"\n(?=Kota:|Provinsi:)", _REGIONS.read_text("utf-8")):
        kind, names = part.split(": ", 1)
        yield from (Region(kind, " ".join(name.split())) for name in names.split(","))


def own_knowledge() -> KnowledgeBase:
    """Loads this repository's knowledge base."""
    knowledge = load(ROOT, today=TODAY).knowledge
    assert knowledge is not None
    return knowledge


def build_world(folder: Path, chosen: list[Region], chance: random.Random) -> Path:
    """Writes an office's part for each region, and the portal over them; gives its folder."""
    return build(write_world(folder, chosen, chance), folder)


def build(portal: PortalFile, folder: Path) -> Path:
    """Builds the portal over offices below a folder; gives the folder of its site."""
    site = folder / "portal"
    build_portal(portal, root=folder, site_dir=site, strict=True, on_left_out=print)
    return site


def rewritten(change: str, entries: tuple[PartEntry, ...]) -> tuple[PartEntry, ...]:
    """Gives an office's entries after a change: one of CHANGES."""
    if change == "an entry added":
        return (*entries, _part_entry(NEW))
    shared = change == "a shared answer adjusted"
    kept = [one for one in entries if kind_of(one.id) is ItemKind.ENTRY]
    chosen = next(one for one in kept if bool(one.package) is shared)
    more = _part_entry(Item("a", "", f"{chosen.snippet} {ADDED}")).terms["answer"]
    said = chosen.model_copy(
        update={
            "snippet": snippet(f"{ADDED} {chosen.snippet}"),
            "sha256": "0" * 64,
            "terms": {**chosen.terms, "answer": "|".join(sorted([chosen.terms["answer"], more]))},
        }
    )
    return tuple(said if one is chosen else one for one in entries)


def _part_entry(item: Item) -> PartEntry:
    [terms] = SearchIndex([item]).terms_by_item()
    return PartEntry(
        id=item.id,
        title=item.question,
        snippet=snippet(item.answer),
        sha256="1" * 64,
        terms={field: "|".join(names) for field, names in terms.items()},
    )


def change_office(folder: Path, portal: PortalFile, number: int, change: str) -> None:
    """Changes what an office publishes, as ``rewritten`` says."""
    part = read_office(portal.offices[number], root=folder)
    entries = rewritten(change, part.index.entries)
    index = part.index.model_copy(update={"entries": entries})
    text = part.model_copy(update={"index": index}).model_dump_json()
    pointer = PartPointer(version=part.version, sha256=hashlib.sha256(text.encode()).hexdigest())
    place = folder / str(number) / INDEX
    (place / part_path(pointer)).write_text(text, "utf-8")
    (place / POINTER).write_text(pointer.model_dump_json(), "utf-8")


def write_world(folder: Path, chosen: list[Region], chance: random.Random) -> PortalFile:
    """Writes an office's part for each region; gives the list of them."""
    knowledge = own_knowledge()
    parts = [_worded(knowledge, chance) for _ in range(min(WORDINGS, len(chosen)))]
    for number, region in enumerate(chosen):
        _write_office(folder / str(number), region, parts[number % len(parts)], knowledge)
    offices = [
        {"id": f"k{n}", "url": f"https://k{n}.example/tanya/", "from": str(n)}
        for n in range(len(chosen))
    ]
    return PortalFile.model_validate({"name": "Portal", "offices": offices})


def _worded(knowledge: KnowledgeBase, chance: random.Random) -> IndexPart:
    """Gives a part with half of the office's own entries asked in other words."""

    def said(entry: Entry) -> Entry:
        if entry.packaged or not entry.aliases or chance.random() < 0.5:
            return entry
        other = chance.choice(entry.aliases)
        aliases = (entry.question, *(alias for alias in entry.aliases if alias != other))
        if chance.random() < 0.5:
            return entry.model_copy(update={"question": other, "aliases": aliases})
        kept = tuple(chance.sample(aliases, len(aliases) // 2))
        own = f"{entry.id}-{chance.randrange(10)}"
        return entry.model_copy(update={"id": own, "question": other, "aliases": kept})

    other = replace(knowledge, entries=tuple(map(said, knowledge.entries)))
    return IndexPart.model_validate_json(index_part(SearchIndex.of_knowledge(other), other))


def _write_office(folder: Path, region: Region, part: IndexPart, knowledge: KnowledgeBase) -> None:
    named = Analyzer().terms(region.name)
    own = part.model_copy(
        update={
            "entries": tuple(said_by(entry, region, named) for entry in part.entries),
            "places": (),
            "gaps": tuple(" ".join(_renamed(gap.split(" "), named)) for gap in part.gaps),
        }
    )
    office = knowledge.office.model_copy(
        update={
            "name": f"BPS {region.whole}",
            "short_name": f"BPS {region.whole}",
            "region": region.whole,
        }
    )
    mine = replace(
        knowledge,
        office=office,
        lexicon=knowledge.lexicon.model_copy(update={"places": (region.name, region.whole)}),
    )
    made = part_files(own.model_dump_json(), mine, contact="kontak/", ask="cari/#q=")
    for path, text in made.items():
        target = folder / "search" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def said_by(entry: PartEntry, region: Region, named: list[str]) -> PartEntry:
    """Says an entry of this region; what is not of a package has another id and text, too."""
    terms = {
        field: "|".join(sorted(name for term in text.split("|") for name in _names(term, named)))
        for field, text in entry.terms.items()
    }
    changed = {"terms": terms}
    if not entry.package:
        changed["id"] = entry.id.replace(OWN, region.slug)
    return entry.model_copy(update=changed)


def _names(term: str, named: list[str]) -> list[str]:
    """Gives a term, or those of a pair, with the region's own words in the place of Bombana's."""
    words = term.split(" ")
    if OWN not in words:
        return [term.replace(OWN, "".join(named))]
    if words[0] == "!":
        return [" ".join(["!", *sorted({*_renamed(words[1:], named)})])]
    path = _renamed(words, named)
    return [" ".join(both) for both in pairwise(path)] if words[1:] else path


def _renamed(words: list[str], named: list[str]) -> list[str]:
    return [new for word in words for new in (named if word == OWN else [word])]
