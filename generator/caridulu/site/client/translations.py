"""Translations of the sentences around an answer, which the browser puts in their place.

The pages are built once, in Indonesian. ``browser/english/translate_page.js`` gets every sentence
of their templates in both languages, line by line; ``browser/english/english_links.js`` where the
few English pages are.
"""

import re
from collections.abc import Iterable

from caridulu.knowledge.model import KnowledgeBase
from caridulu.messages import OF_VISITORS, Texts, messages_of
from caridulu.site.html.layout import THEME, USUAL_PAGE
from caridulu.site.urls import COMPLAINT, COUNTERPARTS, english_path

_ELSEWHERE = frozenset({"poster.html", "redirect.html"})
# Messages that are in pages too, but not from a template.
_BY_CODE = re.compile(rf"message_|tile_|unconfirmed_|dated_|origin_|{USUAL_PAGE}")

_FORMAT = re.compile(r"\{(\w+):[^}]*\}")  # of a number, as which the browser finds it


def phrases() -> list[tuple[str, str]]:
    """Lists lines in Indonesian and English; the longest first, so that the closest fits first."""
    templates = [path for path in THEME.rglob("*.html") if path.name not in _ELSEWHERE]
    text = "".join(path.read_text("utf-8") for path in templates)
    named = set(re.findall(r'\bt\("(\w+)"', text))
    names = [name for name in messages_of("site") if _BY_CODE.match(name) or name in named]
    return _longest_first(
        pair for name in names for pair in _pairs(messages_of("site")[name], "\n")
    )


def names() -> list[tuple[str, str]]:
    """Lists days, months and units of time in both languages, the longest first."""
    said = messages_of("site")
    lists = [_pairs(said[name], ",") for name in ("weekdays", "months")]
    units = [_pairs(texts, "\n") for name, texts in said.items() if name.startswith("unit_")]
    return _longest_first(pair for pairs in (*lists, *units) for pair in pairs)


def office_names(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Lists the office's own names that it has given in English too: of topics."""
    return [(one.name, one.en) for one in knowledge.categories if one.en]


def english_urls() -> dict[str, str]:
    """Maps site paths of Indonesian pages to their English counterparts."""
    return {path: english_path(path) for path in (*COUNTERPARTS, COMPLAINT)}


def _pairs(texts: Texts, separator: str) -> Iterable[tuple[str, str]]:
    plain = (_FORMAT.sub(r"{\1}", texts[language]) for language in OF_VISITORS)
    indonesian, english = (text.split(separator) for text in plain)
    return zip(indonesian, english, strict=True)


def _longest_first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    different = {pair for pair in pairs if pair[0] != pair[1]}
    return sorted(different, key=lambda pair: (-len(pair[0]), pair))
