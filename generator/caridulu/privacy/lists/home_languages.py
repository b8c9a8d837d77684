"""Words of the languages of Indonesia that people mix into Indonesian in a chat.

``home_languages.yml`` lists them by what they do and by language, from general knowledge of the
languages and not from any chat.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import groupby

import yaml


class Does(StrEnum):
    """What a word does in a sentence; the keys of the file."""

    QUESTION = "question"
    CAN = "can"
    NONE = "none"
    ALREADY = "already"
    NOT_YET = "not_yet"
    WANT = "want"
    ASK = "ask"
    ASSENT = "assent"
    THANKS = "thanks"
    SORRY = "sorry"
    GREETING = "greeting"
    JOINT = "joint"
    AGAIN = "again"
    ONE = "one"
    ADDRESS = "address"
    SPEAKER = "speaker"
    WAIT = "wait"
    SMALL = "small"


@cache
def _lists() -> dict[Does, frozenset[str]]:
    text = files(__package__).joinpath("home_languages.yml").read_text(encoding="utf-8")
    read: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CBaseLoader)
    return {
        Does(kind): frozenset(
            word.replace("_", " ") for line in lines.values() for word in line.split()
        )
        for kind, lines in read.items()
    }


def words_that(*kinds: Does) -> frozenset[str]:
    """Returns the single words of all languages that do one of these."""
    return frozenset(one for kind in kinds for one in _lists()[kind] if " " not in one)


def pattern_of(*kinds: Does) -> str:
    """Writes a pattern of what does one of these, phrases too, the longest first."""
    return alternatives(one for kind in kinds for one in _lists()[kind])


def alternatives(phrases: Iterable[str]) -> str:
    """Writes a pattern of phrases, by first letters: long lists are looked through faster so."""
    ordered = sorted(set(phrases), key=lambda one: (one[0], -len(one), one))
    return "|".join(
        f"{first}(?:{'|'.join(re.escape(one[1:]) for one in group)})"
        for first, group in groupby(ordered, key=lambda one: one[0])
    )
