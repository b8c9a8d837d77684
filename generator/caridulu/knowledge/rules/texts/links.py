"""Checks the links and blocks in a project's texts."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from caridulu.knowledge import markdown
from caridulu.knowledge.located_text import LocatedText, text_at
from caridulu.knowledge.model import (
    KIND_OF_SUFFIX,
    HomeTask,
    NamedLink,
    Referral,
    ServiceStandard,
    Status,
)
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding, notice
from caridulu.knowledge.rules.entries.relations import PlacedEntry
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.rules.texts.facts import BLOCK, REFERENCE, Facts, fill_in, with_stand_ins
from caridulu.knowledge.rules.texts.mentions import Mentions
from caridulu.knowledge.site_names import ATTACHED, FOLDERS, OUTSIDE, as_site_path
from caridulu.knowledge.yaml.nodes import YamlFile

_EMAIL = re.compile(r"[^/@\s]+@[^/@\s]+\.[^/@\s]+")
_TAG = re.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|su[bp]|table|t[dhr]|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?(?![\w-])|[^/]+\.[^/]", re.IGNORECASE)  # a web address without "https://"


@dataclass(frozen=True)
class LinkTargets:
    """Where links inside the site can lead."""

    names: Collection[str]  # as editors write them: entri:biaya-konsultasi
    paths: Mapping[str, str]  # such a name by the site path of its page
    unread: tuple[str, ...]  # beginnings of names and paths whose file cannot be read
    unpublished: Mapping[str, Status]  # by name
    scheduled: Collection[str]  # names of what is public on other days
    attachments: Collection[str]  # names of files, sound or not

    @cached_property
    def nearest(self) -> Suggester:
        return Suggester(self.names)

    @cached_property
    def nearest_attachment(self) -> Suggester:
        return Suggester(self.attachments)


@dataclass(frozen=True)
class ProjectLinks:
    """Finds links that lead nowhere, and names that should be links."""

    facts: Facts
    targets: LinkTargets
    mentions: Mentions

    def of_entry(self, placed: PlacedEntry) -> Iterator[Problem]:
        """Checks an entry's answer in both languages; its English text names without linking.

        A draft may lead to drafts.
        """
        entry, file = placed.entry, placed.file
        public = entry.status is Status.PUBLISHED
        yield from self._in_value(file, "answer", public=public)
        yield from self._in_value(file, "en", "answer", public=public)
        if entry.status is not Status.ARCHIVED:
            yield from self.mentions.in_value(file, "answer", own=f"entri:{entry.id}")

    def of_service(self, service: ServiceStandard, file: YamlFile) -> Iterator[Problem]:
        for name, _, groups in service.components.all():
            for i, group in enumerate(groups):
                for n in range(len(group.items)):
                    yield from self._in_value(file, "components", name, i, "items", n)

    def of_referrals(self, referrals: Iterable[Referral], file: YamlFile) -> Iterator[Problem]:
        """Checks what referrals say; the links beside it are links to what it names, too."""
        for i, referral in enumerate(referrals):
            loc = ("referrals", i, "guidance")
            yield from self._in_value(file, *loc)
            own = f"entri:{referral.published_id}"
            beside = [link.url for link in referral.links]
            yield from self.mentions.in_value(file, *loc, own=own, beside=beside)

    def of_page(self, typed: LocatedText, page_id: str) -> Iterator[Problem]:
        yield from self._problems(typed, public=True)
        lines = markdown.site_block_lines(fill_in(typed.text, self.facts.values))
        for match in REFERENCE.finditer(typed.text):
            is_block = match[1].startswith(BLOCK)
            if is_block and typed.text.count("\n", 0, match.start()) not in lines:
                # Not alone on its line, so that a visitor would read its name.
                yield finding(typed.locate(match.start()), "knowledge.block_in_line", name=match[1])
        yield from self.mentions.notices(typed, own=f"halaman:{page_id}")

    def of_named(self, given: Sequence[NamedLink], file: YamlFile) -> Iterator[Problem]:
        """Finds named links that stand twice or lead nowhere; ``file`` is the office's."""
        ids = (link.id for link in given)
        yield from repeated_ids(file, "links", ids, "knowledge.duplicate_link")
        for i, link in enumerate(given):
            place, scheme = file.at("links", i, "url"), markdown.scheme_of(link.url).lower()
            if scheme in FOLDERS or scheme == ATTACHED:
                yield from self._problems_of_link(link.url, place)
            elif scheme not in ("http", "https") or not markdown.is_allowed_link(link.url):
                yield finding(place, "knowledge.named_link_address", value=link.url)

    def of_tasks(self, tasks: Iterable[HomeTask], file: YamlFile) -> Iterator[Problem]:
        """Finds tasks that lead to no page of the site; ``file`` is the office's."""
        for i, task in enumerate(tasks):
            place = file.at("tasks", i, "link")
            if markdown.scheme_of(task.link).lower() in OUTSIDE or task.link.startswith("#"):
                yield self._unknown(place, task.link)
            else:
                yield from self._problems_of_link(task.link, place)

    def _in_value(self, file: YamlFile, *loc: str | int, public: bool = True) -> Iterator[Problem]:
        """Finds links that lead nowhere in the value at ``loc``, if there is one."""
        if typed := text_at(file, *loc):
            yield from self._problems(typed, public=public)

    def _problems(self, typed: LocatedText, *, public: bool) -> Iterator[Problem]:
        for tag in _TAG.finditer(typed.text):  # of a link, or another that visitors read as typed
            yield notice(typed.locate(tag.start()), "knowledge.html_tag", value=tag[0])
        for link in markdown.links(with_stand_ins(typed.text)):  # a named one is checked elsewhere
            if problem := self._problem(link, typed.locate(link.offset or 0), public=public):
                yield problem

    def _problems_of_link(self, address: str, place: Location) -> Iterator[Problem]:
        """Checks an address that stands by itself, not in a Markdown text."""
        if problem := self._problem(markdown.Link(address, 0, is_image=False), place, public=True):
            yield problem

    def _problem(self, link: markdown.Link, place: Location, *, public: bool) -> Problem | None:
        """Tells what is wrong with a link; ``public`` if visitors read the text it stands in."""
        address, scheme = link.address, markdown.scheme_of(link.address)
        if scheme == ATTACHED:
            return self._attachment_problem(link, place)
        if link.is_image:
            return finding(place, "knowledge.image", value=address)
        if scheme.lower() in OUTSIDE or address.startswith("#"):
            return None
        if not markdown.is_allowed_link(address) and not address.startswith("//"):
            return finding(place, "knowledge.link_scheme", value=address, scheme=scheme)
        return self._page_problem(address, scheme, place, public=public)

    def _page_problem(
        self, address: str, scheme: str, place: Location, *, public: bool
    ) -> Problem | None:
        """Tells what is wrong with a link to a page, named (entri:...) or by its path."""
        targets = self.targets
        page = address.partition("#")[0]
        name = page if scheme else targets.paths.get(as_site_path(page), page)
        if name.startswith(targets.unread):
            return None
        if public and name in targets.unpublished:
            status = targets.unpublished[name].value
            return finding(place, "knowledge.link_unpublished", value=page, status=status)
        if public and name in targets.scheduled:
            return notice(place, "knowledge.link_scheduled", value=page)
        if name in targets.names:
            return None
        if scheme.lower() in FOLDERS:
            return self._unknown(place, name)
        if _EMAIL.fullmatch(address):
            return finding(place, "knowledge.link_email", value=address)
        if address.startswith("//") or _WEB.match(address):
            return finding(place, "knowledge.link_without_scheme", value=address)
        return self._unknown(place, address)

    def _unknown(self, place: Location, name: str) -> Problem:
        return unknown(place, "knowledge.unknown_link", self.targets.nearest, name)

    def _attachment_problem(self, link: markdown.Link, place: Location) -> Problem | None:
        """Tells what is wrong with a link to a file of the office, or with a picture."""
        name = link.address.partition(":")[2]
        kind = KIND_OF_SUFFIX.get(PurePosixPath(name).suffix.lower())
        if name not in self.targets.attachments:
            nearest = self.targets.nearest_attachment
            return unknown(place, "knowledge.unknown_attachment", nearest, name)
        if link.is_image and kind and not kind.is_picture:
            return finding(place, "knowledge.attachment_no_picture", value=name)
        if link.is_image and not link.words.strip():
            return finding(place, "knowledge.no_alternative", value=name)
        return None
