"""Every sentence a person reads, in Indonesian and English, under one key.

Each area's module holds ``MESSAGES``: key -> (Indonesian, English), both with the same
``{placeholders}``. A key is ``<area>.<name>``.
"""

from enum import StrEnum
from functools import cache
from importlib import import_module


class Language(StrEnum):
    """Interface language."""

    ID = "id"
    EN = "en"


AREAS = ("knowledge", "search", "curation", "site", "editor", "cli")


def catalogue() -> dict[str, tuple[str, str]]:
    """All messages of all areas: key -> (Indonesian, English)."""
    return {f"{area}.{name}": texts for area in AREAS for name, texts in _messages(area).items()}


@cache
def _messages(area: str) -> dict[str, tuple[str, str]]:
    messages: dict[str, tuple[str, str]] = import_module(f"{__name__}.{area}").MESSAGES
    return messages


def message(key: str, language: Language = Language.ID, **values: object) -> str:
    """The sentence for ``key`` with its placeholders filled in; ``KeyError`` for an unknown key."""
    area, _, name = key.partition(".")
    indonesian, english = _messages(area)[name]
    template: str = indonesian if language is Language.ID else english
    return template.format(**values)
