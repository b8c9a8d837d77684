"""Link targets of channels: WhatsApp, e-mail, telephone, and the web.

``encode``, ``whatsapp_link`` and ``mailto_link`` have twins in
``browser/handover/contact_links.js``.
"""

import re
from urllib.parse import quote

_COUNTRY_CODE = "62"


def encode(text: str) -> str:
    """Percent-encodes a text exactly as JavaScript's ``encodeURIComponent`` does it."""
    return quote(text, safe="!*'()")


def whatsapp_number(address: str) -> str:
    """Writes a telephone number in the digits that wa.me wants: ``0822..`` -> ``62822..``."""
    digits = re.sub(r"[^0-9]", "", address)
    return _COUNTRY_CODE + digits[1:] if digits.startswith("0") else digits


def whatsapp_link(number: str, text: str) -> str:
    """Returns a wa.me link with a written text; nothing is sent until the visitor sends it."""
    return f"https://wa.me/{number}?text={encode(text)}"


def mailto_link(address: str, subject: str, body: str) -> str:
    """Returns a mailto link (RFC 6068) whose line breaks are CRLF."""
    crlf = body.replace("\r\n", "\n").replace("\n", "\r\n")
    mailbox = quote(address, safe="@!*'()+")
    return f"mailto:{mailbox}?subject={encode(subject)}&body={encode(crlf)}"


def tel_link(address: str) -> str:
    return f"tel:+{whatsapp_number(address)}"


def web_link(address: str) -> str:
    """Returns a full web address; a bare host gets https."""
    return address if re.match(r"https?://", address) else f"https://{address}"
