"""The last look at what is about to be published: no personal data in any artefact."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import unquote

from generator.curation.addresses import addresses
from generator.curation.allow import Allowed
from generator.curation.hits import NUMBERS, Confidence, Hit, Kind
from generator.curation.identifiers import identifiers
from generator.curation.names import names
from generator.curation.personal_data import personal_data
from generator.curation.project import Project
from generator.curation.redaction import in_context
from generator.curation.suspicion import (
    ADDRESS_FORM,
    is_suspect,
    may_address,
    may_hold_address,
    may_hold_number,
)
from generator.curation.words import Words, usual_words
from generator.knowledge import Location, Problem, Status, finding
from generator.search.shards import words_in

SKIPPED = (".js", ".css", ".svg", ".woff2", ".woff", ".png", ".ico", ".map", ".webmanifest")
WORD_LISTS = ("search/",)  # the index: words side by side say nothing, numbers still do
_BLOCK = re.compile(
    r"<(?:/?(?:p|div|li|ul|ol|h\d|td|th|tr|dd|dt|dl|section|article|main|nav|header|footer|title|"
    r"table|br|option|label|summary)\b)[^>]*>",
    re.I,
)
_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.I | re.S)
_ATTRIBUTE = re.compile(
    r"\b(?:href|content|title|alt|value|placeholder|aria-label|data-[\w-]+)=\"([^\"]*)\""
)
_LINK = re.compile(r"mailto:|https?:")
_PARAMETER = re.compile(r"[?&]")  # each is a text of its own: subject, then message
_TAG = re.compile(r"<[^>]*>")
_ADDRESSED = re.compile(rf"\b(?:{ADDRESS_FORM})\.?,? $", re.I)
# What a program calls its files: a path, or a digest with at least one letter.
_NAME_OF_FILE = re.compile(
    r"[\w-]*(?:/[\w.-]*)+|[\w-]+(?:\.[\w-]+)*\.[a-z]+|(?=\d*[a-f])[0-9a-f]{8,64}"
)
_NOBLE = re.compile(r"(?:la|wa) ode\b", re.I)
_UUID = re.compile(r"urn:uuid:[0-9a-f-]{36}")  # made from an address; hexadecimal is no number


@dataclass(frozen=True)
class Leak:
    """Personal data in an artefact; ``source`` is where in the project it comes from, if known."""

    artefact: str
    hit: Hit
    shown: str
    source: Location | None


def scan(
    artefacts: Mapping[str, str], *, allowed: Allowed, words: Words | None = None
) -> tuple[Leak, ...]:
    """Sure personal data in published texts, by artefact name; each text of a site once.

    Args:
        artefacts: Names of the published files and their texts; scripts and styles are skipped.
        allowed: The office's own contacts.
        words: Words known to be no names.
    """
    reading = _Reading(allowed, words or usual_words())
    leaks: list[Leak] = []
    for name in sorted(artefacts):
        if not name.lower().endswith(SKIPPED):
            leaks += [
                Leak(name, hit, in_context(text, hit), None)
                for text, hits in reading.of(name, artefacts[name])
                for hit in hits
            ]
    return tuple(leaks)


class _Reading:
    """One look at a site, in which what was found to be clean is not looked at again."""

    def __init__(self, allowed: Allowed, words: Words) -> None:
        self._allowed = allowed
        self._words = words
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._clean: set[str] = set()  # pieces of HTML

    def of(self, name: str, content: str) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """The texts of an artefact that hold hits."""
        if name.startswith(WORD_LISTS):
            yield from self._of_words(name, content)
        elif _is_html(name):
            for piece in _pieces(content):
                if piece not in self._clean:
                    found = list(self._of_texts(_html_texts(piece)))
                    yield from found
                    if not found:
                        self._clean.add(piece)
        else:
            yield from self._of_texts(readable(name, content))

    def _of_texts(self, texts: Iterable[str]) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        for text in texts:
            hits = self._known.get(text)
            if hits is None:
                found = self._hits(text) if is_suspect(text) else ()
                hits = self._known[text] = tuple(found)
            if hits:
                yield text, hits

    def _of_words(self, name: str, content: str) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        texts = list(readable(name, content))
        if may_hold_number("\n".join(texts)):
            for text, hits in self._of_texts(filter(may_hold_number, texts)):
                if numbers := tuple(hit for hit in hits if hit.kind in NUMBERS):
                    yield text, numbers

    def _hits(self, text: str) -> Iterable[Hit]:
        return sure_hits(text, self._allowed, self._words)


def sure_hits(text: str, allowed: Allowed, words: Words) -> Iterator[Hit]:
    """What stops a build."""
    if not _may_stop(text, allowed, words):
        return
    for hit in personal_data(text, allowed=allowed, words=words):
        if stops(hit, text):
            yield hit


def _may_stop(text: str, allowed: Allowed, words: Words) -> bool:
    """Whether one of the rules finds something by itself; what overlaps is not weighed yet."""
    found = chain(
        identifiers(text),
        addresses(text) if may_hold_address(text) else (),
        names(text, words) if may_address(text, words) else (),
    )
    return any(hit.text and stops(hit, text) and not allowed.allows(hit, text) for hit in found)


def stops(hit: Hit, text: str) -> bool:
    """Whether a hit stops a build."""
    is_name = hit.kind is Kind.NAME
    return hit.confidence is Confidence.SURE and (not is_name or _is_person(text, hit))


def _is_person(text: str, hit: Hit) -> bool:
    """A published text names towns, teams and kings too: only who is addressed is a person.

    Chats are read with all rules, and ``publish`` asks about every name; here a build would fail.
    """
    addressed = _ADDRESSED.search(text[: hit.start])
    return bool(addressed or _NOBLE.match(hit.text)) and not hit.text.islower()


def readable(name: str, content: str) -> Iterator[str]:
    """The texts of an artefact as a reader or a search engine gets them."""
    lower = name.lower()
    if name.startswith(WORD_LISTS) and lower.endswith(".txt"):
        yield from _lines("\n".join(words_in(PurePosixPath(name).name, content)))
    elif name.startswith(WORD_LISTS) and lower.endswith("/manifest.json"):
        manifest = json.loads(content)
        for slice_name, text in manifest.pop("inline", {}).items():
            yield from _lines("\n".join(words_in(slice_name, text)))
        yield from _strings(manifest)
    elif _is_html(name):
        for piece in _pieces(content):
            yield from _html_texts(piece)
    elif lower.endswith((".xml", ".rss", ".atom")):  # every element is a text of its own
        yield from _lines(html.unescape(_TAG.sub("\n", _UUID.sub("", content))))
    elif lower.endswith(".json"):
        try:
            yield from _strings(json.loads(_UUID.sub("", content)))
        except ValueError:
            yield from _lines(content)
    else:
        yield from _lines(content)


def _is_html(name: str) -> bool:
    return name.lower().endswith((".html", ".htm"))


def _pieces(content: str) -> Iterator[str]:
    """A document without its code, cut at the line ends that are in no tag.

    Read one by one the pieces say the same, and most pieces of a page stand in all others too.
    """
    open_tag = ""
    for line in _CODE.sub(" ", content).split("\n"):
        piece = f"{open_tag}\n{line}" if open_tag else line
        open_tag = piece if piece.rfind("<") > piece.rfind(">") else ""
        if not open_tag:
            yield piece
    yield open_tag


def _html_texts(piece: str) -> Iterator[str]:
    """What attributes say, then what is shown."""
    values = _ATTRIBUTE.findall(piece) if '="' in piece else ()
    for value in map(html.unescape, values):
        for part in _PARAMETER.split(value) if _LINK.match(value) else (value,):
            yield from _lines(unquote(part) if "%" in part else part)
    yield from _lines(html.unescape(_TAG.sub("", _BLOCK.sub("\n", piece))))


def _strings(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys included."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            if not _NAME_OF_FILE.fullmatch(one):
                yield from _lines(one)
        elif isinstance(one, dict):
            stack += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            stack += one


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if len(stripped := line.strip()) > 2:
            yield stripped


def gate(artefacts: Mapping[str, str], project: Project) -> tuple[Problem, ...]:
    """Problems that must stop a build: at the entry's line when it can be traced."""
    leaks = scan(artefacts, allowed=project.allowed, words=usual_words())
    sources = _sources(project) if leaks else {}
    problems = []
    for leak in leaks:
        place = sources.get(leak.hit.text.casefold()) or Location(leak.artefact)
        values = {"value": leak.shown, "artefact": leak.artefact}
        problems.append(finding(place, "curation.gate", **values))
    return tuple(_once(problems))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first artefact of each place and text."""
    seen: set[tuple[Location, str]] = set()
    for problem in problems:
        shown = dict(problem.values)["value"]
        key = (problem.location, shown)
        if key not in seen:
            seen.add(key)
            yield problem


def _sources(project: Project) -> dict[str, Location]:
    """Where each text with personal data stands in published entries and pages."""
    found: dict[str, Location] = {}
    files = [project.path(e) for e in project.knowledge.entries if e.status is Status.PUBLISHED]
    files += sorted((project.root / "content").rglob("*.*"))
    for path in files:
        if not path.is_file():
            continue
        shown = path.relative_to(project.root).as_posix()
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, start=1):
            for hit in personal_data(line, allowed=project.allowed):
                place = Location(shown, number, hit.start + 1)
                found.setdefault(hit.text.casefold(), place)
    return found
