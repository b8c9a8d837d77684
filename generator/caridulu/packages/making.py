"""A project and a ``package.yml`` -> the files of a package, or problems."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caridulu.curation.yaml_changes import changed_yaml, new_yaml, without_comments
from caridulu.knowledge import KnowledgeBase, Problem, check, finding, load
from caridulu.knowledge.located_text import text_of_value
from caridulu.knowledge.model import Model, PackageFile, PackageService
from caridulu.knowledge.package_hash import package_hash
from caridulu.knowledge.problem import Location, in_order, stopping
from caridulu.knowledge.project_files import (
    OFFICE_FILE,
    SERVICES,
    Layout,
    ProjectFiles,
    find_files,
    own_name,
)
from caridulu.knowledge.rules.texts.facts import REFERENCE
from caridulu.knowledge.text_cache import TextCache
from caridulu.knowledge.yaml.nodes import Node, TextNode, YamlFile, walk
from caridulu.knowledge.yaml.reader import read_text, read_yaml, shown_path
from caridulu.packages.copies import RECIPE
from caridulu.packages.rows import LINKS, PLACES, rows_in, with_rows
from caridulu.packages.service_part import ServicePart
from caridulu.privacy.gate import gate
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations
from caridulu.starter import NewOffice, project_texts

# What says something about the office that wrote the entry, or is nobody else's business.
LEFT_OUT = (
    "reviewed", "provenance", "proposal", "open_question", "from_faq", "package", "internal_note",
)  # fmt: skip
# Where the office may be named: pages where a sentence can be checked, and what is left out.
MAY_NAME = frozenset({*LEFT_OUT, "sources", "data_links", "links"})
LINK = "link."  # begins a reference to a named link


@dataclass(frozen=True)
class MadePackage:
    """The files of a package by their names in it; none while there are problems."""

    recipe: PackageFile | None
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def sha256(self) -> str:
        """What an office pins."""
        return package_hash(self.texts)


def make_package(root: Path, folder: Path, *, today: dt.date) -> MadePackage:
    """Makes the package that ``package.yml`` in ``folder`` describes of the project at ``root``."""
    reading = read_yaml(folder / RECIPE, root=folder)
    checked = check(reading.file, PackageFile) if reading.file else None
    loaded = load(root, today=today)
    problems = (*reading.problems, *(checked.problems if checked else ()))
    found = (*problems, *stopping(loaded.problems))
    recipe = checked.value if checked else None
    if found or recipe is None or loaded.knowledge is None:
        return MadePackage(recipe, problems=found)
    maker = _Maker(root, recipe, loaded.knowledge)
    found = in_order(maker.unknown()) or in_order((*maker.facts(), *maker.elsewhere(today)))
    if found:
        return MadePackage(recipe, problems=found)
    texts = {RECIPE: reading.file.text if reading.file else "", **maker.texts}
    return MadePackage(recipe, texts)


class _Maker:
    """Makes the files of one package, and finds what keeps other offices from using them."""

    def __init__(self, root: Path, recipe: PackageFile, knowledge: KnowledgeBase) -> None:
        self._root, self._recipe, self._knowledge = root, recipe, knowledge
        self._layout: Layout = find_files(ProjectFiles(root))
        self._referrals = root / "kb/referrals.yml"
        wanted = {
            entry.id
            for entry in knowledge.ever_published
            if (entry.category in recipe.categories or entry.id in recipe.entries)
            and entry.packaged is None  # what others have made is theirs to hand on
        }
        self.paths = {path.stem: path for path in self._layout.entries if path.stem in wanted}
        office, places = knowledge.office, knowledge.lexicon.places
        names = {office.name, office.short_name, office.region, office.place, *places}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        either = "|".join(map(re.escape, longest_first))
        self._named = re.compile(rf"(?<![\w:/-])(?:{either})(?![\w/-])", re.IGNORECASE)
        self._shelves = {path.parent.name for path in self.paths.values()}
        self._services = {one.id: one for one in knowledge.services if one.packaged is None}
        shared = {
            f"{path.parent.name}/{path.name}": self._entry_text(path)
            for path in self.paths.values()
        }
        self._parts = [part for one in recipe.services for part in self._part(one)]
        shared |= {f"{SERVICES}/{part.wanted.id}.yml": part.text for part in self._parts}
        self.texts = dict(sorted((shared | self._shared(shared)).items()))

    def _entry_text(self, path: Path) -> str:
        """Writes an entry as others get it: undated, without comments, related to theirs only."""

        def change(tree: Any) -> None:
            if more := tree.pop("more_aliases", None):  # of a former package's entry
                tree["aliases"] = [*tree.get("aliases", ()), *more]
            if "compiled" not in tree:
                tree["compiled"] = tree["reviewed"]
            for key in LEFT_OUT:
                tree.pop(key, None)
            related = [one for one in tree.get("related") or () if one in self.paths]
            if related != list(tree.get("related") or ()):
                tree["related"] = related

        reading = read_text(path, root=self._root)
        return without_comments(changed_yaml(reading.text or "", change))

    def _part(self, wanted: PackageService) -> Iterator[ServicePart]:
        """Reads what goes along of a service, if there is one."""
        service = self._services.get(wanted.id)
        file = service and read_yaml(self._root / service.own_path, root=self._root).file
        if file:
            yield ServicePart(wanted, file)

    def _shared(self, made: Mapping[str, str]) -> dict[str, str]:
        """Writes the files beside entries and services: categories, words, links, referrals."""
        knowledge, texts = self._knowledge, list(made.values())
        referrals = knowledge.referrals and read_yaml(self._referrals, root=self._root)
        if referrals and referrals.file:
            texts.append(referrals.file.text)
        named = {name for text in texts for name in REFERENCE.findall(text)}
        self._links = tuple(one for one in knowledge.office.links if f"{LINK}{one.id}" in named)
        categories = [one for one in knowledge.categories if one.id in self._shelves]
        terms = [
            term
            for term in knowledge.lexicon.terms
            if not self._named.search(term.model_dump_json())
        ]
        rows: tuple[tuple[str, str, Sequence[Model]], ...] = (
            ("categories.yml", "categories", categories),
            ("lexicon.yml", "terms", terms),
            (LINKS, "links", self._links),
        )
        shared = {name: _rows_yaml(key, models) for name, key, models in rows if models}
        return shared | ({"referrals.yml": without_comments(texts[-1])} if referrals else {})

    def unknown(self) -> Iterator[Problem]:
        """Finds names in ``package.yml`` of which the project has nothing public."""
        links = {link.id for link in self._links}
        known = {"categories": self._shelves, "entries": self.paths, "own_links": links}
        for key, there in known.items():
            for name in getattr(self._recipe, key):
                if name not in there:
                    yield finding(Location(RECIPE), f"packages.no_{key}", value=name)
        for wanted in self._recipe.services:
            service = self._services.get(wanted.id)
            if service is None:
                yield finding(Location(RECIPE), "packages.no_services", value=wanted.id)
                continue
            lacking = (one for one in wanted.components if not getattr(service.components, one))
            for name in lacking:
                values = {"id": wanted.id, "value": name.value}
                yield finding(Location(RECIPE), "packages.no_component", **values)

    def facts(self) -> Iterator[Problem]:
        """Finds texts that name the office or its region in so many words, and links to it."""
        yield from self._own_links()
        for file, nodes in self._texts():
            for typed in (text_of_value(file, node) for node in nodes):
                if found := self._named.search(typed.text):
                    place = typed.locate(found.start())
                    yield finding(place, "packages.office_named", value=found[0])

    def _texts(self) -> Iterator[tuple[YamlFile, Iterator[TextNode]]]:
        """Yields the files of the project that go along, and of each the texts that do."""
        for path in (*self.paths.values(), self._referrals):
            if file := read_yaml(path, root=self._root).file:
                yield file, _texts(file.root)
        for part in self._parts:
            yield part.file, (text for node in part.nodes() for text in _texts(node))

    def _own_links(self) -> Iterator[Problem]:
        office = self._knowledge.office
        file = read_yaml(self._root / OFFICE_FILE, root=self._root).file
        if file is None:
            return
        for link in self._links:
            at = "links", office.links.index(link)
            if found := self._named.search(link.title):
                yield finding(file.at(*at, "title"), "packages.office_named", value=found[0])
            elif office.website and link.url.startswith(office.website):
                yield finding(file.at(*at, "url"), "packages.office_named", value=link.url)

    def elsewhere(self, today: dt.date) -> Iterator[Problem]:
        """Finds what would be wrong in the project of a new office that has only this package.

        Its files lie where they lie in this project, so that problems name the author's own.
        """
        new = {
            name: text
            for name, text in project_texts(NewOffice()).items()
            if name.startswith(("content/", "kb/"))
        }
        own = (path for name in ("content", "kb") for path in (self._root / name).rglob("*"))
        changes: dict[str, str | None] = {
            shown_path(path, self._root): None for path in own if path.is_file()
        }
        changes |= new | {
            own_name(name): text for name, text in self.texts.items() if name != LINKS
        }
        changes |= {part.file.path: part.text_in_place for part in self._parts}
        for shared, (key, name) in PLACES.items():
            changes[name] = with_rows(new[name], key, rows_in(self.texts.get(shared), key))
        loaded = load(self._root, today=today, changes=changes)
        yield from stopping(loaded.problems)
        if loaded.knowledge and loaded.ok:
            cache = TextCache()
            yield from gate(loaded.knowledge, root=self._root, cache=cache, changes=changes)
            index = SearchIndex.of_knowledge(loaded.knowledge)
            yield from stopping(unmet_expectations(index, loaded.knowledge, self._root))


def _rows_yaml(key: str, models: Iterable[Model]) -> str:
    return new_yaml({key: [one.model_dump(mode="json", exclude_defaults=True) for one in models]})


def _texts(node: Node) -> Iterator[TextNode]:
    """Yields every text that must hold for any office."""
    if isinstance(node, TextNode):
        yield node
    for loc, _, inner in walk(node):
        if isinstance(inner, TextNode) and MAY_NAME.isdisjoint(loc):
            yield inner
