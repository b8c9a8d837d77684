"""Browser modules -> the few files that travel.

One file is one journey on a slow line, and compresses better. Joined modules share one scope, so
no two may use the same top-level name; node refuses a file where they do, and a test runs it.

    main.js      every page              handover.js   when the way to a person is shown
    search.js    first touch of the box  topics.js     when hits are narrowed to a topic
    visit.js     entry after a search    keep.js       where the site is stored
    sheet.js     a topic on paper
    english.js   for who reads English     translate.js  around an Indonesian text, in English

The bundles with English sentences lie in a folder of their own.

From a folder (``file://``) modules do not load: there the same bundles are plain scripts.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rjsmin import jsmin

BUNDLES = {
    "main": ("loader", "place", "words", "elements", "asked", "main"),
    "search": (
        *("loader", "place", "config", "text", "visit", "elements", "marks", "client"),
        *("asked", "sharing", "results", "search"),
    ),
    "handover": ("contact", "text", "elements", "reply_date", "fallback", "handover"),
    "topics": ("topics",),
    "visit": ("visit",),
    "keep": ("elements", "asked", "words_kept", "keep"),
    "sheet": ("sheet_words", "text", "elements", "sheet"),
    "english": ("loader", "places", "english"),
    "translate": ("phrases", "elements", "translate"),
}
_OFFLINE = {"loader": "loader_offline"}
_FENCED = frozenset({"client"})  # made elsewhere, so its names are kept apart from ours
_IMPORT = re.compile(r'^import [^;]*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"(?:^|(?<=;))export (?=(?:async )?(?:const|function|class))", re.MULTILINE)
_NAMED = re.compile(r"\bexport (?:async )?(?:const|function\*?|class) (\w+)")
_LISTED = re.compile(r"\bexport ?\{([^}]*)\};?")


def bundles(sources: Mapping[str, str], *, offline: bool = False) -> dict[str, str]:
    """The files by name; ``offline`` makes scripts for a site opened from a folder.

    Args:
        sources: text of each module by its name without ``.js``.
        offline: whether modules are to become plain scripts.
    """
    make = _script if offline else _module
    return {
        f"{name}.js": make(name, [*parts[:-1]], parts[-1], sources)
        for name, parts in BUNDLES.items()
        if set(parts) <= set(sources)
    }


def worker_script(source: str, *, version: str) -> str:
    """The service worker of one version of the site."""
    return _small(f"const VERSION = {_literal(version)};\n{source}")


def slice_script(name: str, text: str) -> str:
    """A slice of the index as a script for a site opened from a folder."""
    return f"cariduluSlice({_literal(name)},{_literal(text)});\n"


def _module(_name: str, parts: list[str], last: str, sources: Mapping[str, str]) -> str:
    """Exports of the last part stay exports."""
    inner = _joined(parts, sources)
    return _small(f"{inner}\n{_IMPORT.sub('', sources[last])}")


def _script(name: str, parts: list[str], last: str, sources: Mapping[str, str]) -> str:
    chosen = [_OFFLINE.get(part, part) for part in parts]
    body = _joined([*chosen, last], sources)
    names = ",".join(exported(sources[last]))
    handed = f"\ncariduluBundle({_literal(name)},{{{names}}});" if names else ""
    return _small(f"(() => {{\n{body}{handed}\n}})();")


def exported(text: str) -> list[str]:
    """What a module exports."""
    listed = (name.strip() for names in _LISTED.findall(text) for name in names.split(","))
    return sorted({*_NAMED.findall(text), *filter(None, listed)})


def _joined(parts: Iterable[str], sources: Mapping[str, str]) -> str:
    return "\n".join(_part(part, sources[part]) for part in parts)


def _part(name: str, text: str) -> str:
    """A module without what joins it to its neighbours."""
    bare = _EXPORT.sub("", _IMPORT.sub("", text))
    if name not in _FENCED:
        return bare
    names = ",".join(exported(text))
    return f"const {{{names}}} = (() => {{\n{_LISTED.sub('', bare)}\nreturn {{{names}}};\n}})();"


@lru_cache(maxsize=64)  # a live preview makes the same bundles again and again
def _small(text: str) -> str:
    return f"{jsmin(text)}\n"


def _literal(text: str) -> str:
    """``text`` as a JavaScript string; ``</script>`` in it can end nothing."""
    return json.dumps(text, ensure_ascii=False).replace("</", "<\\/")
