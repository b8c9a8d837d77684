"""Looks through the files of a built site as a reader or a search engine gets them."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import unquote

from caridulu.knowledge import KnowledgeBase
from caridulu.knowledge.text_cache import TextCache
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entity import NUMBERS, Entity
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.site.build.pipeline import make_index
from caridulu.site.build.render_site import SiteRenderer
from caridulu.site.urls import STORED
from tests.search.publish.written_slices import names_of

SKIPPED = (".css", ".svg", ".woff2", ".woff", ".png", ".ico", ".map")
WORD_LISTS = ("search/",)  # the index: words side by side say nothing, numbers still do
_BLOCK = re.compile(
    r"<(?:/?(?:p|div|li|ul|ol|h\d|td|th|tr|dd|dt|dl|section|article|main|nav|header|footer|title|"
    r"table|br|option|label|summary)\b)[^>]*>",
    re.I,
)
_CODE = re.compile(  # as far as the first end of its kind
    r"<(?=[sS])((?i:script|style))\b[^<]*(?:<(?!/(?i:\1)>)[^<]*)*</(?i:\1)>"
)
_SCRIPT_DATA = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.S)
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`')
_ATTRIBUTE = re.compile(
    r'\b(?:href|content|title|alt|value|placeholder|aria-label|data-[\w-]+)="([^"]*)"'
)
_LINKS = ("mailto:", "https:", "http:")
_PARAMETER = re.compile(r"[?&]")  # each is a text of its own: subject, then message
_TAG = re.compile(r"(<[^>]*>)")
# What a program calls its files: a path, or a digest with at least one letter.
_NAME_OF_FILE = re.compile(
    r"[\w-]*(?:/[\w.-]*)+|[\w-]+(?:\.[\w-]+)*\.[a-z]+|(?=\d*[a-f])[0-9a-f]{8,64}"
)
_UUID = re.compile(r"urn:uuid:[0-9a-f-]{36}")  # made from an address; hexadecimal is no number


def artefacts_of(knowledge: KnowledgeBase, today: dt.date) -> dict[str, str]:
    """Every text of the site of ``knowledge`` by its path, built without the gate."""
    search = make_index(knowledge, cache=TextCache())
    texts = SiteRenderer(knowledge, today=today, search=search).site().texts()
    texts.pop(STORED)  # addresses and digests, no text; a digest can look like a number
    return texts


def scan(artefacts: Mapping[str, str], allowed: Allowed) -> list[tuple[str, str]]:
    """Path and text of all personal data in the files of a site, in order."""
    readings = {
        name: [*readable(name, content)]
        for name, content in sorted(artefacts.items())
        if not name.lower().endswith(SKIPPED)
    }
    found = {
        text: blocking_entities(text, allowed, usual_word_lists()) for text in _distinct(readings)
    }
    return [
        (name, hit.text)
        for name, texts in readings.items()
        for text in texts
        for hit in found[text]
        if _is_told(name, hit)
    ]


def _distinct(readings: Mapping[str, list[str]]) -> set[str]:
    return set(chain.from_iterable(readings.values()))


def _is_told(name: str, hit: Entity) -> bool:
    return hit.kind in NUMBERS or not name.startswith(WORD_LISTS)


def _words_in(name: str, text: str) -> list[str]:
    """What a slice of the index says in words: terms, vocabulary, texts; no encoded numbers."""
    lines = text.split("\n")[1:-1]
    if name[:1] not in ("t", "f", "b"):
        return lines
    return names_of(lines[0]) + [line.split("\t", 1)[1] for line in lines[1:] if "\t" in line]


def readable(name: str, content: str) -> Iterator[str]:
    """The texts of an artefact, in order."""
    lower = name.lower()
    if name.startswith(WORD_LISTS) and lower.endswith(".txt"):
        yield from _lines("\n".join(_words_in(PurePosixPath(name).name, content)))
    elif name.startswith(WORD_LISTS) and lower.endswith("manifest.json"):
        manifest = json.loads(content)
        for slice_name, text in manifest.pop("inline", {}).items():
            yield from _lines("\n".join(_words_in(slice_name, text)))
        yield from _strings(manifest)
    elif lower.endswith((".html", ".htm")):
        for data in _SCRIPT_DATA.findall(content):
            yield from _strings(json.loads(data))
        for piece in _pieces(content):
            yield from _html_texts(piece)
    elif lower.endswith(".js"):
        for literal in _LITERAL.findall(content):
            yield from _lines("".join(literal))
    elif lower.endswith((".xml", ".rss", ".atom")):  # every element is a text of its own
        yield from _lines(html.unescape(_TAG.sub("\n", _UUID.sub("", content))))
    elif lower.endswith((".json", ".webmanifest")):
        yield from _strings(json.loads(_UUID.sub("", content)))
    else:
        yield from _lines(content)


def _pieces(content: str) -> Iterator[str]:
    """A document without its code, cut at the line ends that are in no tag."""
    open_tag = ""
    for line in _CODE.sub(" ", content).split("\n"):
        piece = f"{open_tag}\n{line}" if open_tag else line
        open_tag = piece if piece.rfind("<") > piece.rfind(">") else ""
        if not open_tag:
            yield piece
    yield open_tag


@lru_cache(maxsize=1_000)  # most pieces of a page stand in all others too
def _html_texts(piece: str) -> tuple[str, ...]:
    """What attributes say, then what is shown."""
    parts: list[str] = []
    for value in map(html.unescape, _ATTRIBUTE.findall(piece)):
        parts += _PARAMETER.split(value) if value.startswith(_LINKS) else (value,)
    said = (unquote(part) if "%" in part else part for part in parts)
    shown = html.unescape(_TAG.sub("", _BLOCK.sub("\n", piece)))
    return tuple(chain(chain.from_iterable(map(_lines, said)), _lines(shown)))


def _strings(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys included, each once."""
    stack = [value]
    found: dict[str, None] = {}
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            found[one] = None
        elif isinstance(one, dict):
            found |= dict.fromkeys(one)
            stack += one.values()
        elif isinstance(one, list):
            stack += one
    for text in found:
        if not _NAME_OF_FILE.fullmatch(text):
            yield from _lines(text)


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if len(stripped := line.strip()) > 2:
            yield stripped
