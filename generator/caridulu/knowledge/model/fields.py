"""Kinds of values that fields hold, each with its limits, and what all models have in common."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PICTURE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpe?g|webp)$"
LINE_PATTERN = r"^[^\n\r]*$"
MONTH_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"
CLOCK_PATTERN = r"^([01]\d|2[0-3])[.:][0-5]\d$"
ICON_PATTERN = r"^material/[a-z0-9-]+$"
COLOR_PATTERN = r"^#[0-9a-fA-F]{6}$"
# In a host, brackets would stand around numbers (IPv6): "https://[x" cannot be read.
URL_PATTERN = r"^https?://[^\s<>\"/?#\[\]]*\w[^\s<>\"/?#\[\]]*(?:[/?#][^\s<>\"]*)?$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=LINE_PATTERN),
]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
ShortMarkdown = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000)
]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2_000)]
Icon = Annotated[str, StringConstraints(pattern=ICON_PATTERN, max_length=80)]
PictureName = Annotated[str, StringConstraints(pattern=PICTURE_PATTERN, max_length=80)]
Color = Annotated[str, StringConstraints(pattern=COLOR_PATTERN)]
Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
Month = Annotated[str, StringConstraints(pattern=MONTH_PATTERN)]


def _year_month_day(value: object) -> object:
    """Refuses what pydantic would take for seconds since 1970: ``20261125``."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise PydanticCustomError("date_format", "Input should be a date such as 2026-11-25")
    return value


Day = Annotated[dt.date, BeforeValidator(_year_month_day)]


class Model(BaseModel):
    """The base of all models: frozen, refusing unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """A source: where a statement can be checked."""

    title: Line = Field(
        title="Judul rujukan", description="Nama halaman, publikasi, atau peraturan."
    )
    url: Url | None = Field(
        None, title="Alamat", description="Alamat web lengkap, diawali http:// atau https://."
    )
    accessed: Day | None = Field(
        None, title="Tanggal akses", description="Kapan rujukan dibaca, misalnya 2026-11-25."
    )


class Translation(Model):
    """A short English version of an answer; the Indonesian text is the one that counts."""

    question: Line = Field(title="Pertanyaan (Inggris)")
    answer: ShortMarkdown = Field(
        title="Jawaban (Inggris)", description="Satu atau dua kalimat; terjemahan, bukan sumber."
    )
