"""A parsed e-mail -> the text of its body."""

import re
from email.message import EmailMessage, MIMEPart

from caridulu.curation.exports.consultation import with_short_runs
from caridulu.curation.exports.mail.html_text import text_of_html

LONGEST_BODY = 200_000  # characters of a body that are read
# What stands for text where only the HTML has it.
_STUB = re.compile(r"\W*|.{0,120}\bHTML\b.{0,120}", re.I | re.S)
_OTHER_BYTES = re.compile(r"utf-?(?:16|32)|iso-2022|gb|big5|euc|shift|ks_c|hz", re.I)
_WRONG = re.compile("[\ufffd\u0080-\u009f]")
# What programs of Windows put into Indonesian text: dashes, quotation marks, signs, accents.
_HIGH = re.compile(rb"[\x80\x85\x91-\x97\x99\xa0-\xbf\xd7\xe0-\xef\xf6\xfc]")


def body_of(message: EmailMessage) -> str:
    """Returns the text of a message, of plain text or else of HTML."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _decoded(plain)[:LONGEST_BODY] if plain else ""
    if html and _STUB.fullmatch(text):
        text = text_of_html(_decoded(html)[: LONGEST_BODY * 5])[:LONGEST_BODY]
    return with_short_runs(text)


def _decoded(body: MIMEPart) -> str:
    """Decodes a part, also where its declared character set is wrong."""
    payload = body.get_payload(decode=True)
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError, KeyError):  # an unknown character set or type
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if not isinstance(payload, bytes) or payload.isascii():
        return content
    if _OTHER_BYTES.match(body.get_content_charset("ascii")):
        return content
    try:
        return payload.decode()
    except UnicodeDecodeError:
        is_windows = _WRONG.search(content) and _HIGH.sub(b"", payload).isascii()
        return payload.decode("cp1252", "replace") if is_windows else content
