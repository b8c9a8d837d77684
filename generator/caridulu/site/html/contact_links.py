"""Link targets: WhatsApp, e-mail, telephone, and relative addresses inside the site.

``encode``, ``whatsapp_link`` and ``mailto_link`` have twins in ``browser/fallback.js``.
"""

import re
from functools import lru_cache
from urllib.parse import quote

_COUNTRY_CODE = "62"


def encode(text: str) -> str:
    """``text`` percent-encoded exactly as JavaScript's ``encodeURIComponent`` does it."""
    return "%0A".join(map(_encode_line, text.split("\n")))


@lru_cache(maxsize=4_096)
def _encode_line(line: str) -> str:
    """One line: written messages differ in few of theirs."""
    return quote(line, safe="!*'()")


def whatsapp_number(address: str) -> str:
    """A telephone number in the digits that wa.me wants: ``0822..`` -> ``62822..``."""
    digits = re.sub(r"[^0-9]", "", address)
    return _COUNTRY_CODE + digits[1:] if digits.startswith("0") else digits


def whatsapp_link(number: str, text: str) -> str:
    """A wa.me link with ``text`` already written; nothing is sent until the visitor sends it."""
    return f"https://wa.me/{number}?text={encode(text)}"


def mailto_link(address: str, subject: str, body: str) -> str:
    """A mailto link (RFC 6068) whose line breaks are CRLF."""
    crlf = body.replace("\r\n", "\n").replace("\n", "\r\n")
    mailbox = quote(address, safe="@!*'()+")
    return f"mailto:{mailbox}?subject={encode(subject)}&body={encode(crlf)}"


def tel_link(address: str) -> str:
    """A tel link in international form."""
    return f"tel:+{whatsapp_number(address)}"


def web_link(address: str) -> str:
    """A full web address; a bare host gets https."""
    return address if re.match(r"https?://", address) else f"https://{address}"


def relative(origin: str, target: str, *, index_files: bool = False) -> str:
    """The address of site path ``target`` as written on the page at site path ``origin``.

    Site paths have no leading slash: ``""`` is the home page, ``kb/biaya-konsultasi/`` an entry.
    ``index_files`` names ``index.html``, for a site opened from a folder (``file://``).
    """
    path, mark, rest = _split(target)
    if index_files and (not path or path.endswith("/")):
        path += "index.html"
    return ("../" * origin.count("/") + path or "./") + mark + rest


def _split(target: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", target)
    if found is None:
        return target, "", ""
    return target[: found.start()], found.group(), target[found.end() :]
