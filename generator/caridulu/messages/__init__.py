"""Every sentence a person reads, in each language, under one key.

An area is the package that says them. Its files (``site.yml``, ``site_browser.yml``) hold name ->
text in Indonesian, English and, where there are more languages for officers, in those, all with the
same ``{placeholders}``. What a further language lacks is said in Indonesian. A key is
``<area>.<name>``.
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


OF_VISITORS = (Language.ID, Language.EN)  # the public site's; any other is for officers
Texts = Mapping[Language, str]


@cache
def messages_of(area: str) -> Mapping[str, Texts]:
    """Reads the texts of one area's messages by name."""
    found: dict[str, Texts] = {}
    for file in sorted(files(__package__).iterdir(), key=lambda path: path.name):
        if file.name.endswith(".yml") and file.name.removesuffix(".yml").split("_")[0] == area:
            read = yaml.load(file.read_text(encoding="utf-8"), _LOADER)
            found |= {
                name: {Language(language): text for language, text in texts.items()}
                for name, texts in read.items()
            }
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
    if language is not Language.EN:
        for name, value in values.items():
            if isinstance(value, float):
                values[name] = _IndonesianNumber(value)
    return template(key, language).format(**values)


@cache
def template(key: str, language: Language) -> str:
    """Returns the sentence for ``key`` with its placeholders."""
    area, _, name = key.partition(".")
    texts = messages_of(area)[name]
    return texts.get(language, texts[Language.ID])


class UserError(Exception):
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
