"""Published files -> the texts in them, as a reader or a search engine gets them."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, compress, starmap
from pathlib import PurePosixPath
from urllib.parse import unquote

from caridulu.search.publish.shards import words_in

SKIPPED = (".js", ".css", ".svg", ".woff2", ".woff", ".png", ".ico", ".map", ".webmanifest")
WORD_LISTS = ("search/",)  # the index: words side by side say nothing, numbers still do
_BEGINS_BLOCK = re.compile(
    r"<(?:/?(?:p|div|li|ul|ol|h\d|td|th|tr|dd|dt|dl|section|article|main|nav|header|footer|title|"
    r"table|br|option|label|summary)\b)",
    re.I,
)
_BLOCK = re.compile(rf"{_BEGINS_BLOCK.pattern}[^>]*>", re.I)
_LONGEST = len("</article>")  # beginning of a tag that tells a block
_CODE = re.compile(  # as far as the first end of its kind
    r"<(?=[sS])((?i:script|style))\b[^<]*(?:<(?!/(?i:\1)>)[^<]*)*</(?i:\1)>"
)
_BEGINS_CODE = re.compile(r"<[sS](?:[cC][rR]|[tT][yY])")
_NAME = r"\b(?:href|content|title|alt|value|placeholder|aria-label|data-[\w-]+)="
_ATTRIBUTE = re.compile(rf'{_NAME}"([^"]*)"')
_ENDS_WITH_NAME = re.compile(rf"{_NAME}\Z")
_LINKS = ("mailto:", "https:", "http:")
_PARAMETER = re.compile(r"[?&]")  # each is a text of its own: subject, then message
_TAG = re.compile(r"(<[^>]*>)")
# What a program calls its files: a path, or a digest with at least one letter.
_NAME_OF_FILE = re.compile(
    r"[\w-]*(?:/[\w.-]*)+|[\w-]+(?:\.[\w-]+)*\.[a-z]+|(?=\d*[a-f])[0-9a-f]{8,64}"
)
_UUID = re.compile(r"urn:uuid:[0-9a-f-]{36}")  # made from an address; hexadecimal is no number


def readable(name: str, content: str) -> Iterator[str]:
    """The texts of an artefact, in order."""
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


class Gathering:
    """The texts of many artefacts, each once and in no order: enough to say that all is well.

    Pages are taken apart together, because most lines of one stand in all others too. Those that
    are not written as ours are, with a tag over several lines or a bare ``<``, are read one by one.
    """

    def __init__(self) -> None:
        self._lines: set[str] = set()
        self._messages: set[str] = set()
        self._values: set[str] = set()
        self._texts: set[str] = set()
        self._breaks = _Breaks()
        self._names = _Names()

    def texts(self, artefacts: Iterable[tuple[str, str]]) -> set[str]:
        """The texts that were in no artefact before."""
        pages: list[tuple[str, str]] = []
        found: set[str] = set()
        for name, content in artefacts:
            if _is_html(name):
                pages.append((name, content))
            else:
                found.update(readable(name, content))
        found |= self._of_pages(pages)
        found -= self._texts
        self._texts |= found
        return found

    def _of_pages(self, pages: Iterable[tuple[str, str]]) -> set[str]:
        lines = set(chain.from_iterable(page.split("\n") for _, page in pages)) - self._lines
        if (texts := self._of_lines(lines)) is None:
            return set(chain.from_iterable(starmap(readable, pages)))
        self._lines |= lines
        return texts

    def _of_lines(self, lines: set[str]) -> set[str] | None:
        """What the lines say; None when one of them depends on those around it."""
        content = _CODE.sub(" ", "\n".join(lines))
        shown = _TAG.split(content)
        tags = set(shown[1::2])
        shown[1::2] = [self._breaks[tag[:_LONGEST]] for tag in shown[1::2]]
        text = "".join(shown)
        # Around quotes: ``<a class=``, a value, `` href=``, a value, ``>`` and the next tag.
        quoted = "\n".join(tag for tag in tags if '"' in tag).split('"')
        values = quoted[1::2]
        are_read = [self._names[name] for name in quoted[:-1:2]]
        is_plain = (
            content.count("\n") == max(len(lines), 1) - 1  # no code over several lines
            and not _BEGINS_CODE.search(content)
            and not any(mark in text for mark in ("<", '="'))
            and not any("\n" in tag or "<" in tag[1:] for tag in tags)
            and not any("\n" in value or value.endswith("=") for value in values)
            and len(quoted) % 2 == 1
            and None not in are_read
        )
        if not is_plain:
            return None
        said = self._said(set(compress(values, are_read)))
        return set(_lines(f"{html.unescape(text)}\n{said}"))

    def _said(self, values: Iterable[str]) -> str:
        """What attributes say that none has said before."""
        links: list[str] = []
        others: list[str] = []
        for value in values:
            (links if value.startswith(_LINKS) else others).append(value)
        # Most lines of a message stand in the messages of all pages.
        messages = _new(self._messages, "\n".join(links).replace("%0D%0A", "\n").split("\n"))
        parameters = _PARAMETER.sub("\n", html.unescape(messages))
        text = f"{parameters}\n{html.unescape(_new(self._values, others))}"
        return unquote(text.replace("%20", " ")) if "%" in text else text  # the space: for speed


def _new(known: set[str], texts: Iterable[str]) -> str:
    """The texts that are not known, and are now, each on a line."""
    new = set(texts) - known
    known |= new
    return "\n".join(new)


class _Names(dict[str, bool | None]):
    """Whether an attribute is read, by what stands before its value; None is no attribute."""

    def __missing__(self, before: str) -> bool | None:
        is_read = bool(_ENDS_WITH_NAME.search(before)) if before.endswith("=") else None
        self[before] = is_read
        return is_read


class _Breaks(dict[str, str]):
    """What stands for a tag in the text around it, by the tag's beginning."""

    def __missing__(self, beginning: str) -> str:
        shown = self[beginning] = "\n" if _BEGINS_BLOCK.match(beginning) else ""
        return shown


def _is_html(name: str) -> bool:
    """Whether an artefact is a document."""
    return name.lower().endswith((".html", ".htm"))


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
