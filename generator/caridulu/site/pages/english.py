"""What surrounds an Indonesian text, in English: the sentences that the browser exchanges.

The pages are built once, in Indonesian. ``browser/translate.js`` gets every sentence of their
templates in both languages, line by line; ``browser/english.js`` where the few English pages are.
"""

import re
from functools import cache

from caridulu.messages.site import MESSAGES
from caridulu.site.html.layout import THEME
from caridulu.site.urls import COMPLAINT, COUNTERPARTS, english_path

_ELSEWHERE = frozenset({"poster.html", "redirect.html"})
_BY_CODE = re.compile(r"message_|tile_|unconfirmed_")  # in pages too, but not from a template
_BY_NAME = ("frame_note", "other_language")  # the browser asks for these by name


def phrases() -> list[tuple[str, str]]:
    """Lines in Indonesian and in English; the longest first, so that the closest fits first."""
    names = [name for name in MESSAGES if _BY_CODE.match(name) or name in _template_names()]
    pairs = {pair for name in names for pair in _pairs(*MESSAGES[name], "\n")}
    named = [(name, MESSAGES[name][1]) for name in _BY_NAME]
    different = sorted(pair for pair in pairs if pair[0] != pair[1])
    return named + sorted(different, key=lambda pair: len(pair[0]), reverse=True)


def names() -> list[tuple[str, str]]:
    """Days, months and units of time in both languages, the longest first."""
    lists = [_pairs(*MESSAGES[name], ",") for name in ("weekdays", "months")]
    units = [texts for name, texts in MESSAGES.items() if name.startswith("unit_")]
    pairs = [pair for pairs in (*lists, units) for pair in pairs if pair[0] != pair[1]]
    return sorted(pairs, key=lambda pair: len(pair[0]), reverse=True)


def places() -> dict[str, str]:
    """The English page by the site path of the Indonesian one."""
    return {path: english_path(path) for path in (*COUNTERPARTS, COMPLAINT)}


@cache
def _template_names() -> frozenset[str]:
    texts = (
        path.read_text("utf-8")
        for path in sorted(THEME.rglob("*.html"))
        if path.name not in _ELSEWHERE
    )
    return frozenset(name for text in texts for name in re.findall(r'\bt\("(\w+)"', text))


def _pairs(indonesian: str, english: str, separator: str) -> list[tuple[str, str]]:
    return list(zip(indonesian.split(separator), english.split(separator), strict=True))
