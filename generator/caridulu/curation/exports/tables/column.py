"""A column of a table: what its header says, and what its values look like."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.cell_dates import is_day, is_serial
from caridulu.curation.exports.header_words import REQUIRED, SURE, folded_header, header_scores
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.empty_texts import is_blank, repeats
from caridulu.curation.exports.tables.sheet import Row

ONE_WORD = 1.5  # words of a cell, on average, below which it is a state: "Done"
ONE_WORD_NAMED = 0.7  # times what the header of such a column says
FIGURES = 0.7  # share of filled cells from which on a column holds figures
_TELLING = re.compile(
    r"\b(?:silakan|silahkan|dapat|tersedia|diunduh|unduh|melalui|lewat|kami|adalah|yaitu|"
    r"menurut|sebesar|sudah|telah|belum|tidak|tdk|bukan|terlampir|dijelaskan|diberi\w*|dikasih|"
    r"disarankan|diarahkan|berikut|laman|tabel|publikasi|dikirim|sampai|hanya|lihat|hubungi|wajib|"
    r"gratis|link|please|available)\b|https?://|\bwww\.|\b[\w-]+\.(?:go|co|or|ac)\.id\b|"
    r"\b\d+[.,]\d|=|\bRp\b",
    re.I,
)
# How a request begins that an officer writes down: ``data penduduk menurut umur``.
_REQUEST = re.compile(
    r"^\W*(?:(?:mau|ingin|ybs|ibu|bapak|bpk|pak|bu|untuk|utk|kulo) )*"
    r"(?:data|jumlah|jml|angka|nilai|info|informasi|cara|syarat|daftar|konsultasi|permintaan|"
    r"permohonan|nanya|tanya|tanglet|nyuwun|nunas|request|ask|asking)\b",
    re.I,
)
_PHONE = re.compile(r"^[+(]?\d[\d\s().-]{7,}$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it stands: its position, what its header says, and how its values look."""

    position: int
    header: str
    scores: Mapping[str, float]
    filled: float  # share of rows
    words: float  # in a filled cell, on average
    distinct: float  # share of filled cells
    asking: float  # share of filled cells that ask
    telling: float  # share that tells and does not ask
    dates: float
    numbers: float  # share of figures, telephone numbers and serial days
    rows: frozenset[int]  # numbers of the rows in which it says something

    def fit(self, field: str) -> float:
        """Tells how well question or answer fits: what the header says, and what the values say."""
        own, other = self.asking, self.telling
        if field == "answer":
            own, other = other, own
        is_state = 0 < self.words < ONE_WORD
        named = self.scores.get(field, 0.0) * (ONE_WORD_NAMED if is_state else 1)
        if not self.filled:
            return named - 0.5
        value = 0.4 * self.prose + 0.5 * own - 0.3 * other - max(self.dates, self.numbers)
        return named + value - 0.6 * max(0.0, self.elsewhere - named)

    @property
    def prose(self) -> float:
        """How much the values are sentences of their own, up to 1."""
        return min(1.0, self.words / 6) * (0.4 + 0.6 * self.distinct)

    @property
    def elsewhere(self) -> float:
        """How much the header speaks for anything but question and answer."""
        others = (score for name, score in self.scores.items() if name not in REQUIRED)
        return max(others, default=0)

    @property
    def is_named_otherwise(self) -> bool:
        """Tells whether the header surely names what neither asks nor answers: ``Instansi``."""
        return self.elsewhere >= SURE and not any(map(self.scores.get, REQUIRED))

    @property
    def is_of_figures(self) -> bool:
        return self.numbers >= FIGURES

    @property
    def tells_who_or_when(self) -> bool:
        """Tells whether it names the asker or the day: each consultation has one of them."""
        is_day = self.dates > 0.3 or self.scores.get("date", 0.0) >= SURE
        return is_day or (not self.is_of_figures and self.names(("name", "contact")))

    def names(self, fields: Iterable[str]) -> bool:
        """Tells whether the header names one of the fields surely."""
        return any(self.scores.get(field, 0.0) >= SURE for field in fields)


def column_of(
    position: int, header: str, rows: Sequence[Row], mapping: Mapping[str, str]
) -> Column:
    """Measures a column by these rows.

    ``mapping`` is what an officer has said of headers: folded header -> field.
    """
    filled = {row.number: text for row in rows if (text := row.cell(position))}
    cells = [text for text in filled.values() if not repeats(text) and not is_blank(text)]
    count = max(1, len(cells))
    named = mapping.get(folded_header(header)) if header else None
    return Column(
        position,
        header,
        {named: 1.0} if named else header_scores(header),
        filled=len(cells) / max(1, len(rows)),
        words=sum(len(text.split()) for text in cells) / count,
        distinct=len(set(cells)) / count,
        asking=sum(map(_asks, cells)) / count,
        telling=sum(map(_tells, cells)) / count,
        dates=sum(map(is_day, cells)) / count,
        numbers=sum(map(_is_number, cells)) / count,
        rows=frozenset(number for number, text in filled.items() if not is_blank(text)),
    )


def _asks(text: str) -> bool:
    return asks(text) or (_REQUEST.match(text) is not None and not _tells(text))


def _tells(text: str) -> bool:
    return _TELLING.search(text) is not None and "?" not in text


def _is_number(text: str) -> bool:
    return bool(_PHONE.match(text)) or is_serial(text) or text.replace(",", "").isdigit()
