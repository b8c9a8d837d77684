"""The HTML body of an e-mail -> plain text, with quoted parts marked as in plain mail."""

import re
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "head", "title", "template"})
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base"})
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "h1",
                     "h2", "h3", "h4", "pre"})  # fmt: skip
_ENDS = frozenset({"p", "blockquote", "table", "ul", "ol", "h1", "h2", "h3", "h4", "pre"})
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|^signature$|ms-outlook-mobile-signature", re.I
)
_UNKNOWN_SECTION = re.compile(
    r"<!\[(?!(?:temp|cdata|ignore|include|rcdata|if|else|endif)(?![\w.-]))", re.I
)
MOST_TAGS = 2_000  # open at once; what is deeper is read as if it were not


class _Text(HTMLParser):
    """Collects the text outside scripts and signatures, each line behind its marks of quotation."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[str]] = [[""]]
        self._open: list[str] = []
        self._hidden: list[int] = []  # how many tags were open where hidden text began
        self._quoted = 0
        self._numbers: list[int] = []  # of the last item of each list that is open; -1: not counted

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self._break()
        if tag == "li":
            self._add(self._mark())
        elif tag in ("td", "th"):
            self._add(" ")
        if tag in _VOID or len(self._open) > MOST_TAGS:
            return
        names = (value or "" for name, value in attrs if name in ("class", "id"))
        if tag in _HIDDEN or any(_SIGNATURE.search(name) for name in names):
            self._hidden.append(len(self._open))
        if tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else -1)
        self._quoted += tag == "blockquote"
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._quoted -= closed == "blockquote"
            if closed in ("ol", "ul"):
                self._numbers.pop()
            while self._hidden and self._hidden[-1] >= len(self._open):
                self._hidden.pop()
            if closed == tag:
                break
        if tag in _ENDS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            keeps_lines = "pre" in self._open
            pieces = data.split("\n") if keeps_lines else [re.sub(r"[ \t\r\n]+", " ", data)]
            for number, piece in enumerate(pieces):
                if number:
                    self._break()
                self._add(piece)

    def _mark(self) -> str:
        """Returns what stands before an item of a list."""
        if not self._numbers or self._numbers[-1] < 0:
            return "- "
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}. "

    def _break(self) -> None:
        self.lines.append(["> " * self._quoted])

    def _add(self, text: str) -> None:
        line = self.lines[-1]
        if len(line) == 1:  # its first words tell how often it is quoted
            if not text.strip():
                return
            line[0] = "> " * self._quoted
        line.append(text)


def text_of_html(html: str) -> str:
    """Returns the visible text of an HTML body; a quoted line begins with ``>``."""
    html = without_unknown_sections(html)
    parser, end = _Text(), html.rfind(">") + 1
    # Tags that begin behind the last end of one are none; the standard parser looks for each.
    parser.feed(html[:end] + html[end:].replace("<", "&lt;"))
    parser.close()
    return "\n".join(f"{marks}{''.join(words).strip()}".rstrip() for marks, *words in parser.lines)


def without_unknown_sections(html: str) -> str:
    """Makes text of what looks like a marked section and is none: the standard parser fails at it.

    ``<![if !mso]>`` and ``<![CDATA[`` are sections, ``<![x`` is none.
    """
    return _UNKNOWN_SECTION.sub("&lt;![", html)
