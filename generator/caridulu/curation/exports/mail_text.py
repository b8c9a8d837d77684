"""The body of an e-mail -> what its writer wrote: no quotes, no signature, no disclaimer."""

import re
from email.message import EmailMessage
from html.parser import HTMLParser

QUOTE_HEAD = 400  # characters
QUOTE_HEAD_LINES = 3
_QUOTE_HEAD = re.compile(
    r"^(?:Pada\b.{0,200}\bmenulis ?:|On\b.{0,200}\bwrote ?:|"
    r".{0,120}<[^<>@\s]+@[^<>\s]+> ?(?:menulis|wrote) ?:)\s*$",
    re.I | re.M | re.S,
)
_QUOTE_LINE = re.compile(
    r"^\s*(?:-{2,} ?(?:Pesan (?:asli|terusan|yang diteruskan)|Original Message|Forwarded message|"
    r"Pesan diteruskan) ?-{2,}|"
    r"_{10,}|(?:Dari|From) ?: .*)\s*$",
    re.I,
)
_AFTER_FROM = re.compile(r"^\s*(?:Dikirim|Sent|Tanggal|Date|Kepada|To|Terkirim)\s*: ", re.I)
_SIGNATURE = re.compile(
    r"^(?:-- ?|__+|(?:Dikirim dari|Sent from|Get Outlook for|Terkirim dari)\b.*)$", re.I
)
_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|penafian|(?:e-?mail|surel|pesan) ini (?:dan|beserta|bersifat|hanya|"
    r"mungkin)\b.*(?:rahasia|lampiran|penerima)|"
    r"this (?:e-?mail|message)\b.*(?:confidential|intended)|catatan ?: (?:e-?mail|surel) ini)",
    re.I,
)


def written_text(message: EmailMessage) -> str:
    """Returns the text that the sender of this message wrote."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError, KeyError):  # an unknown character set or type
        payload = body.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if body.get_content_type() == "text/html":
        content = text_of_html(content)
    return without_quotes(content)


def without_quotes(text: str) -> str:
    """Cuts a text at the first quote, signature or disclaimer, and leaves out quoted lines."""
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    lines = text[: _first_quote(text) or None].split("\n")  # at 0: the answer stands below
    kept: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _ends_text(line, following):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _ends_text(line: str, following: str) -> bool:
    """Whether a quoted message, a signature or a disclaimer begins; ``From:`` needs a header."""
    if _QUOTE_LINE.match(line):
        return ":" not in line or _AFTER_FROM.match(following) is not None
    return any(pattern.match(line) for pattern in (_SIGNATURE, _DISCLAIMER))


def _first_quote(text: str) -> int | None:
    """Where ``Pada ... menulis:`` begins, also when it runs over two or three lines."""
    for match in re.finditer(r"^(?:Pada|On)\b|^.{0,120}<[^<>@\s]+@", text, re.M):
        lines = text[match.start() : match.start() + QUOTE_HEAD].split("\n")[:QUOTE_HEAD_LINES]
        heads = ("\n".join(lines[: n + 1]).strip() for n in range(len(lines)))
        if any(map(_QUOTE_HEAD.fullmatch, heads)):
            return match.start()
    return None


class _Text(HTMLParser):
    """Collects the text of HTML outside scripts, styles and quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "head", "blockquote"):
            self._hidden += 1
        if tag in ("br", "p", "div", "tr", "li"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head", "blockquote"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def text_of_html(html: str) -> str:
    """Returns the visible text of an HTML body."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
