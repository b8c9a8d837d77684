"""Sentences of the site's messages, looked up once: a large site fills the same ones often."""

from functools import cache

from generator.messages import Language
from generator.messages.site import MESSAGES


def say(name: str, **values: object) -> str:
    """The Indonesian sentence ``name`` of the site's messages, filled in."""
    return _template(name).format(**values) if values else _fixed(name)


@cache
def _template(name: str) -> str:
    return MESSAGES[name][list(Language).index(Language.ID)]


@cache
def _fixed(name: str) -> str:
    return _template(name).format()
