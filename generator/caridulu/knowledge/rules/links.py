"""Links in answers and pages: what the site does not write, and what leads nowhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from caridulu.knowledge.located_text import Passage, passage_of
from caridulu.knowledge.markdown import Link, links, may_hold_odd_link, scheme_of
from caridulu.knowledge.model import Category, Status
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Problem, finding
from caridulu.knowledge.rules.facts import Facts, fill_in
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile

INSIDE = ("entri", "kategori", "layanan", "halaman")  # [teks](entri:biaya-konsultasi)
# Pages that the site makes itself; a page of content/ may take the place of "kontak".
GENERATED_PAGES = ("a-z", "cari", "index", "kategori", "kontak")


@dataclass(frozen=True)
class Targets:
    """Where links inside the site can lead."""

    names: Collection[str]
    unread: Collection[str]  # kinds of target whose file could not be read
    unpublished: Mapping[str, Status]
    nearest: Suggester


def targets_of(
    *,
    statuses: Mapping[str, Status],
    also_entries: Iterable[str],
    categories: Iterable[Category] | None,
    services: Iterable[str],
    pages: Iterable[str],
) -> Targets:
    """The targets by their names.

    Args:
        statuses: Entries that could be read.
        also_entries: Replaced ids, and entries that exist but could not be read.
        categories: None when their file could not be read.
        services: Ids of all services.
        pages: Ids of all pages of content/.
    """
    unpublished = {
        f"entri:{name}": status
        for name, status in statuses.items()
        if status is not Status.PUBLISHED
    }
    names = {f"entri:{name}" for name in (*statuses, *also_entries)}
    names |= {f"kategori:{category.id}" for category in categories or ()}
    names |= {f"layanan:{name}" for name in services}
    names |= {f"halaman:{name}" for name in (*pages, *GENERATED_PAGES)}
    unread = ("kategori",) if categories is None else ()
    return Targets(names, unread, unpublished, Suggester(names))


def answer_link_problems(
    file: YamlFile, facts: Facts, targets: Targets, *, public: bool
) -> Iterator[Problem]:
    """What is wrong with the links of an entry's answer."""
    answer = file.values.get("answer")
    if not isinstance(answer, str) or not may_hold_odd_link(filled := fill_in(answer, facts)):
        return
    node = file.find("answer")
    if isinstance(node, TextNode):
        yield from link_problems(filled, passage_of(file, node), targets, public=public)


def link_problems(
    filled: str, passage: Passage, targets: Targets, *, public: bool
) -> Iterator[Problem]:
    """What is wrong with the links of a filled-in text; drafts may lead to drafts."""
    if not may_hold_odd_link(filled):
        return
    for link in links(filled):
        scheme = scheme_of(link.address)
        place = passage.locate(link.line, link.address, f"{scheme}:" if scheme else "](")
        if link.address.startswith("//"):
            yield finding(place, "knowledge.link_without_scheme", value=link.address)
        elif scheme.lower() in INSIDE:
            name = link.address.partition("#")[0]
            if scheme in targets.unread:
                continue
            if name not in targets.names:
                yield unknown(place, "knowledge.unknown_link", targets.nearest, name)
            elif public and name in targets.unpublished:
                status = targets.unpublished[name].value
                yield finding(place, "knowledge.link_unpublished", value=name, status=status)
        elif not _is_outside(link):
            values = {"value": link.address, "scheme": scheme}
            yield finding(place, "knowledge.link_scheme", **values)


def _is_outside(link: Link) -> bool:
    return scheme_of(link.address).lower() in ("", "http", "https", "mailto", "tel")
