"""Names of months and their short forms, in Indonesian and English."""

_NAMES = (
    "januari january jan", "februari february pebruari feb peb", "maret march mar mrt", "april apr",
    "mei may", "juni june jun", "juli july jul", "agustus august agust agst agu ags agt aug",
    "september sept sep", "oktober october okt oct", "november nopember nov nop",
    "desember december des dec",
)  # fmt: skip
_NUMBERS = {name: n for n, names in enumerate(_NAMES, start=1) for name in names.split()}
MONTH_NAME = "|".join(_NUMBERS)  # a pattern
# The same misspelt ("agustsus"), or any other word that begins so, but not "12 desa".
LIKE_MONTH_NAME = rf"(?!desa\b)(?:{MONTH_NAME})[a-z]*"


def month_number(name: str) -> int:
    """Gives the number of a month, by its figures or the first letters of its name; else 0."""
    short = "" if name.lower() == "desa" else name.lower()[:3]
    return int(name) if name.isdigit() else _NUMBERS.get(short, 0)
