"""Every sentence a person reads, in Indonesian and English, under one key.

The files of an area (``site.yml``, ``site_browser.yml``) hold name -> text in each language, all
with the same ``{placeholders}``. A key is ``<area>.<name>``.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import ClassVar

import yaml

_SWAPPED = str.maketrans(",.", ".,")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value stays a text


class Language(StrEnum):
    """Interface language."""

    ID = "id"
    EN = "en"


AREAS = (
    "knowledge",
    "search",
    "curation",
    "site",
    "packages",
    "publishing",
    "portal",
    "editor",
    "cli",
)


def catalogue() -> dict[str, tuple[str, str]]:
    """Lists all messages of all areas: key -> (Indonesian, English)."""
    return {f"{area}.{name}": texts for area in AREAS for name, texts in messages_of(area).items()}


@cache
def messages_of(area: str) -> Mapping[str, tuple[str, str]]:
    """Reads the messages of one area: name -> (Indonesian, English)."""
    found: dict[str, tuple[str, str]] = {}
    for file in sorted(files(__package__).iterdir(), key=lambda path: path.name):
        if file.name.endswith(".yml") and file.name.removesuffix(".yml").split("_")[0] == area:
            read = yaml.load(file.read_text(encoding="utf-8"), _LOADER)
            found |= {name: (texts["id"], texts["en"]) for name, texts in read.items()}
    return MappingProxyType(found)


class _IndonesianNumber(float):
    """A number that is written as Indonesian does: 1.234,5."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec).translate(_SWAPPED)


def message(key: str, language: Language = Language.ID, **values: object) -> str:
    """Fills in the sentence for ``key``; numbers with decimals are written as its language does.

    Raises:
        KeyError: there is no such message, or a value for one of its placeholders is missing.
    """
    if language is Language.ID:
        for name, value in values.items():
            if isinstance(value, float):
                values[name] = _IndonesianNumber(value)
    return template(key, language).format(**values)


@cache
def template(key: str, language: Language) -> str:
    """Gives the sentence for ``key`` with its placeholders."""
    area, _, name = key.partition(".")
    indonesian, english = messages_of(area)[name]
    return indonesian if language is Language.ID else english


class ToldError(Exception):
    """Something cannot be done; the message ``key`` says why and what to do."""

    prefix: ClassVar[str] = ""  # of every key

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, language: Language = Language.ID) -> str:
        """Says in one language what stands in the way."""
        return message(self.prefix + self.key, language, **self.values)
