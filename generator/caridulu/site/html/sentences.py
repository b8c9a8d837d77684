"""Sentences of the site's messages, looked up once: a large site fills the same ones often."""

from functools import cache

from caridulu.messages import Language
from caridulu.messages.site import MESSAGES


def say(name: str, language: Language = Language.ID, /, **values: object) -> str:
    """The sentence ``name`` of the site's messages, filled in."""
    return _template(name, language).format(**values) if values else _fixed(name, language)


@cache
def _template(name: str, language: Language) -> str:
    return MESSAGES[name][list(Language).index(language)]


@cache
def _fixed(name: str, language: Language) -> str:
    return _template(name, language).format()
