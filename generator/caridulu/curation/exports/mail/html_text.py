"""The HTML body of an e-mail -> plain text, with quoted parts marked as in plain mail.

Who answers within what is quoted does so in another colour or in bold letters, and says so above
it: that is no quotation.
"""

import itertools
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
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;\"']+)", re.I)
_PLAIN = re.compile(  # letters of any text: black, grey, links
    r"^(?:black|gr[ae]y|dark|dim|inherit|initial|auto|windowtext|#?([0-9a-f])\1{2}(?:\1{3})?$|"
    r"#?([0-9a-f]{2})\2{2}$|rgba?\(\s*(\d+)\s*,\s*\3\s*,\s*\3)",
    re.I,
)
_ANSWERS_WITHIN = re.compile(
    r"\b(?:merah|biru|hijau|ungu|warna|berwarna|red|blue|green|colou?r(?:ed)?|tebal|bold|sisip\w*|"
    r"inline|in-line|(?:di|ter|dari) ?bawah|below|sela-sela|masing-masing)\b",
    re.I,
)
_IN_BOLD = re.compile(r"\b(?:tebal|bold)\b", re.I)
_HEAD = re.compile(r"^\s*(?:dari|from)\s*:", re.I)
ANSWER = "Jawab: "  # stands before an answer in what is quoted without marks
MOST_TAGS = 2_000  # open at once; what is deeper is read as if it were not


class _Text(HTMLParser):
    """Collects the text outside scripts and signatures, each line with how often it is quoted."""

    def __init__(self, *, takes_colours: bool, takes_bold: bool) -> None:
        super().__init__()
        self.takes_colours = takes_colours
        self.takes_bold = takes_bold
        self._is_below_head = False  # of a mail that Outlook quotes without marks
        self.lines: list[tuple[int, list[str]]] = [(0, [])]
        self._open: list[str] = []
        self._hidden: list[int] = []  # how many tags were open where hidden text began
        self._quoted = 0
        self._coloured: list[int] = []  # how many tags were open where coloured letters began
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
        if self.takes_colours and not self._coloured and self._is_answer(tag, attrs):
            self._break()
            self._coloured.append(len(self._open))
            self._add("" if self._quoted else ANSWER)
        if tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else -1)
        self._quoted += tag == "blockquote"
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self._break()

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
            while self._coloured and self._coloured[-1] >= len(self._open):
                self._coloured.pop()
                self._break()
            if closed == tag:
                break
        if tag in _ENDS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._is_below_head = self._is_below_head or _HEAD.match(data) is not None
            keeps_lines = "pre" in self._open
            pieces = data.split("\n") if keeps_lines else [re.sub(r"[ \t\r\n]+", " ", data)]
            for number, piece in enumerate(pieces):
                if number:
                    self._break()
                self._add(piece)

    def _is_answer(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        """Tells whether a tag begins an answer within the quotation, in colour or bold."""
        if self._quoted and self.takes_bold and tag in ("b", "strong"):
            return True
        return bool(self._quoted or self._is_below_head) and tag != "a" and _is_coloured(attrs)

    def _mark(self) -> str:
        """Returns what stands before an item of a list."""
        if not self._numbers or self._numbers[-1] < 0:
            return "- "
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}. "

    @property
    def _depth(self) -> int:
        """How often what comes now is quoted."""
        return self._quoted - bool(self._coloured)

    def _break(self) -> None:
        self.lines.append((self._depth, []))

    def _add(self, text: str) -> None:
        depth, pieces = self.lines[-1]
        if not "".join(pieces).strip():
            depth = self._depth
        self.lines[-1] = (depth, [*pieces, text] if len(pieces) < 8 else ["".join(pieces), text])


def _is_coloured(attrs: list[tuple[str, str | None]]) -> bool:
    """Tells whether a tag gives its letters a colour that other text does not have."""
    values = {name: value or "" for name, value in attrs}
    styled = _COLOUR.search(values.get("style", ""))
    colour = (styled[1] if styled else values.get("color", "")).strip()
    return bool(colour) and not _PLAIN.match(colour)


def text_of_html(html: str) -> str:
    """Returns the visible text of an HTML body; a quoted line begins with ``>``."""
    text = _text(html)
    above = itertools.takewhile(lambda line: not _HEAD.match(line), text.split("\n"))
    own = "\n".join(line for line in above if not line.startswith(">"))
    if len(own) < len(text) and _ANSWERS_WITHIN.search(own):
        return _text(html, takes_colours=True, takes_bold=_IN_BOLD.search(own) is not None)
    return text


def _text(html: str, *, takes_colours: bool = False, takes_bold: bool = False) -> str:
    parser = _Text(takes_colours=takes_colours, takes_bold=takes_bold)
    parser.feed(html)
    parser.close()
    lines = (("> " * depth + "".join(pieces).strip()).rstrip() for depth, pieces in parser.lines)
    return "\n".join(lines)
