"""The text of a mail that a form of a website sends -> who filled it in, and with what.

``Nama: Ani``, ``Email: ani@surel.example`` and ``Pesan:`` each stand in a line; what is asked
follows the last of them, down to a rule or what the program says of itself.
"""

import re
from dataclasses import dataclass

_FIELDS = {
    "name": r"nama(?: lengkap| anda| pengirim)?|name|your name|dari|from",
    "address": r"(?:alamat )?(?:e-?mail|surel)(?: anda| pengirim)?|your e-?mail",
    "subject": r"subjek|subject|perihal|judul",
    "asked": r"(?:isi )?pesan(?: anda)?|pertanyaan(?: anda)?|message(?: body)?|your message",
}
_FIELD = re.compile(
    rf"^[ \t*]*(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _FIELDS.items())})[ \t*]*:"
    r"[ \t*]*(?P<value>.*)$",
    re.I | re.M,
)
_ADDRESS = re.compile(r"[^\s<>,;:\"']+@[^\s<>,;:\"']+\.[^\s<>,;:\"']+")
_ENDS = re.compile(
    r"^(?:-{2,}|_{3,}|={3,})\s*$|"
    r"^\W*(?:this e-?mail was sent|(?:e-?mail|surel|pesan) ini dikirim|dikirim (?:dari|melalui)) ",
    re.I | re.M,
)


@dataclass(frozen=True)
class FilledForm:
    """What somebody has filled in; a field that the form does not have is empty."""

    name: str
    address: str
    subject: str
    asked: str


def filled_form(text: str) -> FilledForm | None:
    """Reads the fields of a form; None where no line begins what was asked."""
    found: dict[str, str] = {}
    end = 0
    for field in _FIELD.finditer(text):
        name = next(name for name in _FIELDS if field[name])
        found.setdefault(name, field["value"].strip())
        if name == "asked":
            end = field.start("value")
            break
    asked = _ENDS.split(text[end:], maxsplit=1)[0].strip() if end else ""
    if not asked:
        return None
    address = _ADDRESS.search(f"{found.get('address', '')} {found.get('name', '')}")
    name = _ADDRESS.sub("", found.get("name", "")).strip(" <>\"'")
    return FilledForm(name, address[0] if address else "", found.get("subject", ""), asked)
