"""The last look at what is about to be published: no personal data in any artefact."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from generator.curation.allow import Allowed
from generator.curation.hits import NUMBERS, Confidence, Hit, Kind
from generator.curation.personal_data import personal_data
from generator.curation.project import Project
from generator.curation.redaction import in_context
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
_TAG = re.compile(r"<[^>]*>")
_ADDRESS_FORM = (
    r"pak|bapak|bpk|ibu|bu|sdr|sdri|saudara|saudari|kak|mas|mbak|bang|haji|hj|hajah|drs?|a\.?n|"
    r"atas nama|nama saya|nama pemohon|perkenalkan|saya"
)
_ADDRESSED = re.compile(rf"\b(?:{_ADDRESS_FORM})\.?,? $", re.I)
# Every hit that stops a build has one of these; most lines have none and need no closer look.
_DIGITS = r"\d{5}|\d[\d .\-/_()\u00a0\u2009\u202f\u2010-\u2013]{5,}\d"
_PLATE = r"\b[A-Z]{1,2} \d{1,4} [A-Z]{1,3}\b"
_PLACE = (
    r"\b(?:nol|kosong|lahir|kelahiran|lhr|ttl|alamat\w*|tinggal\w*|\w*domisili|rumah\w*|jl|jln|jalan|"
    r"lorong|lrg|lr|gang|gg|btn|perum\w*|kompleks?|komplek|griya|kost?|asrama|pondok|wisma|ruko|"
    r"r\.?[tw]|blok|dusun|dsn|lingk\w*|maps|goo|(?:la|wa) ode)\b"
)
_SUSPECT = re.compile(
    rf"{_DIGITS}|{_PLATE}|@|%40|(?i:[(\[{{] ?at ?[)\]}}]|\bat |{_PLACE})|"
    rf"(?i:\b(?:{_ADDRESS_FORM})\b\.?,? )[A-Z]"
)
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
    known: dict[str, tuple[Hit, ...]] = {}
    leaks: list[Leak] = []
    for name in sorted(artefacts):
        if name.lower().endswith(SKIPPED):
            continue
        for text in readable(name, artefacts[name]):
            if text not in known:
                hits = sure_hits(text, allowed, words or usual_words()) if is_suspect(text) else ()
                known[text] = tuple(hits)
            if name.startswith(WORD_LISTS):
                numbers = [hit for hit in known[text] if hit.kind in NUMBERS]
                leaks += [Leak(name, hit, in_context(text, hit), None) for hit in numbers]
                continue
            leaks += [Leak(name, hit, in_context(text, hit), None) for hit in known[text]]
    return tuple(leaks)


def is_suspect(text: str) -> bool:
    """Whether a text must be looked at closely; most need not, which makes large sites fast."""
    return _SUSPECT.search(text) is not None


def sure_hits(text: str, allowed: Allowed, words: Words) -> Iterator[Hit]:
    """What stops a build."""
    for hit in personal_data(text, allowed=allowed, words=words):
        if hit.confidence is Confidence.SURE and (
            hit.kind is not Kind.NAME or _is_person(text, hit)
        ):
            yield hit


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
    elif lower.endswith((".html", ".htm")):
        content = _CODE.sub(" ", content)
        for value in _ATTRIBUTE.findall(content):
            yield from _lines(unquote(html.unescape(value)))
        content = html.unescape(_TAG.sub("", _BLOCK.sub("\n", content)))
        yield from _lines(content)
    elif lower.endswith((".xml", ".rss", ".atom")):  # every element is a text of its own
        yield from _lines(html.unescape(_TAG.sub("\n", _UUID.sub("", content))))
    elif lower.endswith(".json"):
        try:
            yield from _strings(json.loads(_UUID.sub("", content)))
        except ValueError:
            yield from _lines(content)
    else:
        yield from _lines(content)


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
