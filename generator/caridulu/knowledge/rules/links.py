"""Links and blocks of Markdown texts: what the site does not write, and what leads nowhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from caridulu.knowledge.direct_answers import direct_ids
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.markdown import (
    Link,
    is_allowed_link,
    links,
    may_hold_odd_link,
    scheme_of,
    site_blocks,
)
from caridulu.knowledge.model import KIND_OF_SUFFIX, Category, NamedLink, Referral, Status, Task
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding, notice
from caridulu.knowledge.rules.facts import (
    BLOCK,
    REFERENCE,
    Facts,
    fill_in,
    offset_as_typed,
)
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.site_names import (
    ATTACHED,
    FOLDERS,
    OUTSIDE,
    REFERRAL_PREFIX,
    as_site_path,
    link_targets,
    site_path,
)
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile

_EMAIL = re.compile(r"[^/@\s]+@[^/@\s]+\.[^/@\s]+")
_WEB = re.compile(r"https?(?![\w-])|[^/]+\.[^/]", re.IGNORECASE)  # a web address without "https://"


@dataclass(frozen=True)
class LinkTargets:
    """Where links inside the site can lead."""

    names: Collection[str]  # as editors write them: entri:biaya-konsultasi
    paths: Mapping[str, str]  # such a name by the site path of its page
    unread: tuple[str, ...]  # beginnings of names and paths whose file cannot be read
    unpublished: Mapping[str, Status]  # by name
    scheduled: Collection[str]  # names of what is public on other days
    nearest: Suggester
    attachments: Collection[str]  # names of files, sound or not
    nearest_attachment: Suggester


def link_targets_of(
    *,
    statuses: Mapping[str, Status],
    replaced: Mapping[str, Status],
    unread: Iterable[str],
    scheduled: Iterable[str],
    categories: Iterable[Category] | None,
    referrals: Iterable[Referral] | None,
    services: Iterable[str],
    pages: Iterable[str],
    attachments: Collection[str],
) -> LinkTargets:
    """Collects the link targets of a project.

    Args:
        statuses: status by id of the entries that can be read.
        replaced: by replaced id, the status of the entry that its links lead to.
        unread: ids of entries that cannot be read.
        scheduled: ids of published entries that are public on other days.
        categories: None when their file cannot be read.
        referrals: None when their file cannot be read.
        services: ids of all services.
        pages: ids of all pages of content/.
        attachments: names of all files of content/berkas/.
    """
    entries = {**statuses, **replaced}
    others = (referral.published_id for referral in referrals or ())
    names = link_targets(
        entries=({*statuses, *unread, *direct_ids(), *others} - replaced.keys()),
        categories=(category.id for category in categories or ()),
        services=services,
        pages=pages,
    )
    paths = {site_path(name): name for name in names}
    known = {*paths.values(), *(f"entri:{name}" for name in replaced)}
    return LinkTargets(
        names=known,
        paths=paths,
        unread=tuple(_beginnings(categories, referrals)),
        unpublished={
            f"entri:{name}": status
            for name, status in entries.items()
            if status is not Status.PUBLISHED
        },
        scheduled=frozenset(f"entri:{name}" for name in scheduled),
        nearest=Suggester(known),
        attachments=attachments,
        nearest_attachment=Suggester(attachments),
    )


def _beginnings(
    categories: Iterable[Category] | None, referrals: Iterable[Referral] | None
) -> Iterator[str]:
    """How the names and paths of what cannot be read begin."""
    if categories is None:
        yield from ("kategori:", FOLDERS["kategori"])
    if referrals is None:
        yield from (f"entri:{REFERRAL_PREFIX}", FOLDERS["entri"] + REFERRAL_PREFIX)


def text_problems(
    text: str, loc: Loc, file: YamlFile, facts: Facts, targets: LinkTargets, *, public: bool
) -> Iterator[Problem]:
    """Finds links of a filled-in Markdown text at ``loc`` that lead nowhere.

    ``public`` is False for a draft, which may lead to drafts.
    """
    node = file.find(*loc) if may_hold_odd_link(text) else None
    if isinstance(node, TextNode):
        typed = text_of_value(file, node)
        yield from _link_problems(typed, facts, targets, public=public)


def named_link_problems(
    given: Iterable[NamedLink], file: YamlFile, targets: LinkTargets
) -> Iterator[Problem]:
    """Finds named links that stand twice or lead nowhere; ``file`` is the office's."""
    given = tuple(given)
    yield from repeated_ids(file, "links", (link.id for link in given), "knowledge.duplicate_link")
    for i, link in enumerate(given):
        place, scheme = file.at("links", i, "url"), scheme_of(link.url).lower()
        if scheme in ("http", "https") and is_allowed_link(link.url):
            continue
        problem = finding(place, "knowledge.named_link_address", value=link.url)
        if scheme in FOLDERS or scheme == ATTACHED:
            inside = Link(link.url, 0, is_image=False)
            found = _link_problem(inside, place, targets, public=True)
            if found is None:
                continue
            problem = found
        yield problem


def task_link_problems(
    tasks: Iterable[Task], file: YamlFile, targets: LinkTargets
) -> Iterator[Problem]:
    """Finds tasks that lead to no page of the site; ``file`` is the office's."""
    for i, task in enumerate(tasks):
        place = file.at("tasks", i, "link")
        if scheme_of(task.link).lower() in OUTSIDE or task.link.startswith("#"):
            yield unknown(place, "knowledge.unknown_link", targets.nearest, task.link)
        elif found := _link_problem(
            Link(task.link, 0, is_image=False), place, targets, public=True
        ):
            yield found


def page_problems(typed: LocatedText, facts: Facts, targets: LinkTargets) -> Iterator[Problem]:
    """Finds links and blocks of a page that lead nowhere or do not exist."""
    yield from _link_problems(typed, facts, targets, public=True)
    yield from _block_problems(typed, facts)


def _link_problems(
    typed: LocatedText, facts: Facts, targets: LinkTargets, *, public: bool
) -> Iterator[Problem]:
    filled = fill_in(typed.text, facts.values)
    if not may_hold_odd_link(filled):
        return
    for link in links(filled):
        at = offset_as_typed(typed.text, facts.values, link.offset)
        if typed.text.startswith("{{", at):
            continue  # a named link's address is looked at where it stands
        place = typed.locate(at)
        problem = _link_problem(link, place, targets, public=public)
        if problem:
            yield problem


def _link_problem(
    link: Link, place: Location, targets: LinkTargets, *, public: bool
) -> Problem | None:
    address, scheme = link.address, scheme_of(link.address)
    if scheme == ATTACHED:
        return _attachment_problem(link, place, targets)
    if link.is_image:
        return finding(place, "knowledge.image", value=address)
    if scheme.lower() in OUTSIDE or address.startswith("#"):
        return None
    if not is_allowed_link(address) and not address.startswith("//"):
        return finding(place, "knowledge.link_scheme", value=address, scheme=scheme)
    wanted = address.partition("#")[0]
    name = wanted if scheme else targets.paths.get(as_site_path(wanted), wanted)
    if name.startswith(targets.unread):
        return None
    if public and name in targets.unpublished:
        status = targets.unpublished[name].value
        return finding(place, "knowledge.link_unpublished", value=wanted, status=status)
    if public and name in targets.scheduled:
        return notice(place, "knowledge.link_scheduled", value=wanted)
    if name in targets.names:
        return None
    if scheme.lower() not in FOLDERS:
        return _odd_address(link, place, targets)
    return unknown(place, "knowledge.unknown_link", targets.nearest, name)


def _attachment_problem(link: Link, place: Location, targets: LinkTargets) -> Problem | None:
    """The problem of a link to a file of the office, or of a picture."""
    name = link.address.partition(":")[2]
    if name not in targets.attachments:
        return unknown(place, "knowledge.unknown_attachment", targets.nearest_attachment, name)
    if not link.is_image:
        return None
    kind = KIND_OF_SUFFIX.get(PurePosixPath(name).suffix.lower())
    if kind and not kind.is_picture:
        return finding(place, "knowledge.attachment_no_picture", value=name)
    return None if link.words.strip() else finding(place, "knowledge.no_alternative", value=name)


def _odd_address(link: Link, place: Location, targets: LinkTargets) -> Problem:
    """The problem of a link without a scheme that is no page of the site."""
    address = link.address
    if _EMAIL.fullmatch(address):
        return finding(place, "knowledge.link_email", value=address)
    if address.startswith("//") or _WEB.match(address):
        return finding(place, "knowledge.link_without_scheme", value=address)
    return unknown(place, "knowledge.unknown_link", targets.nearest, address)


def _block_problems(typed: LocatedText, facts: Facts) -> Iterator[Problem]:
    """Blocks that do not stand alone on their line: a visitor would read their names."""
    lines = {block.line for block in site_blocks(fill_in(typed.text, facts.values))}
    for match in REFERENCE.finditer(typed.text):
        is_block = match[1].startswith(BLOCK)
        if is_block and typed.text.count("\n", 0, match.start()) not in lines:
            yield finding(typed.locate(match.start()), "knowledge.block_in_line", name=match[1])
