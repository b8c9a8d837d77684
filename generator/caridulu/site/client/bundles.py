"""Joins browser modules into the few files that are published.

One file is one journey on a slow line, and compresses better. A bundle is a module with all that
it imports. Joined modules share one scope, so no two may use the same top-level name; node refuses
a file where they do, and a test runs it. (A function around each would cost 2 % of a first visit.)

The bundles with English sentences lie in a folder of their own. From a folder (``file://``) modules
do not load: there the same bundles are plain scripts.
"""

import json
import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, normpath

from rjsmin import jsmin

BUNDLES = {  # file name -> the module it is made of
    "main": "page/main",  # every page
    "search": "search/live_search",  # first touch of the box
    "handover": "handover/channels",  # when the way to a person is shown
    "topics": "values/topics",  # when hits are narrowed to a topic
    "keep": "offline/stored_site",  # where the site is stored
    "sheet": "page/topic_sheet",  # a topic on paper
    "share": "page/sharing",  # where there is an answer
    "ways": "page/share_ways",  # where it is shared by hand
    "reading": "page/reading_aloud",  # where the device has a voice for it
}
ENGLISH_BUNDLES = {
    "english": "english/english_links",  # for who reads English
    "translate": "english/translate_page",  # around an Indonesian text
    "titles": "values/english_titles",  # when who reads English searches
}
SEARCH_CLIENT = "search/client"  # made elsewhere, so its names are kept apart from ours
_LOADER = "page/loader"
_TITLES = "search/hit_titles"
_IMPORT = re.compile(r'^import [^;]*? from "(\.[\w./]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"(?:^|(?<=;))export (?=(?:async )?(?:const|function|class))", re.MULTILINE)
_NAMED = re.compile(r"\bexport (?:async )?(?:const|function\*?|class) (\w+)")
_LISTED = re.compile(r"\bexport ?\{([^}]*)\};?")


def bundles(
    sources: Mapping[str, str], *, english: bool = False, offline: bool = False
) -> dict[str, str]:
    """Joins modules into the files of one language, by file name.

    ``sources`` are texts of modules by path without ``.js``. ``offline`` makes plain scripts, for a
    site opened from a folder.
    """
    if offline:
        sources = {**sources, _LOADER: sources[f"{_LOADER}_offline"]}
    if english:
        sources = {**sources, _TITLES: sources["english/hit_titles"]}
    chosen = {**BUNDLES, **ENGLISH_BUNDLES} if english else BUNDLES
    return {
        f"{name}.js": bundle(name, module, sources, plain=offline)
        for name, module in chosen.items()
    }


def worker_script(source: str, **constants: str) -> str:
    """Puts constants before the text of the service worker."""
    lines = "".join(f"const {name} = {_literal(value)};\n" for name, value in constants.items())
    return _small(lines + source)


def slice_script(name: str, text: str) -> str:
    """Makes a slice of the index a script, for a site opened from a folder."""
    return f"cariduluSlice({_literal(name)},{_literal(text)});\n"


def exported(text: str) -> list[str]:
    listed = (name.strip() for names in _LISTED.findall(text) for name in names.split(","))
    return sorted({*_NAMED.findall(text), *filter(None, listed)})


def bundle(name: str, module: str, sources: Mapping[str, str], *, plain: bool = False) -> str:
    """Joins a module and all that it imports into a module, or into a ``plain`` script.

    What the last module exports stays an export, or is handed over under ``name``.
    """
    *imported, _ = dict.fromkeys(_modules(module, sources))
    inner = "\n".join(_inner(each, sources[each]) for each in imported)
    last = _IMPORT.sub("", sources[module])
    if not plain:
        return _small(f"{inner}\n{last}")
    names = ",".join(exported(last))
    handed = f"\ncariduluBundle({_literal(name)},{{{names}}});" if names else ""
    return _small(f"(() => {{\n{inner}\n{_EXPORT.sub('', last)}{handed}\n}})();")


def _modules(module: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Yields a module behind all that it imports; some come more than once."""
    for path in _IMPORT.findall(sources[module]):
        yield from _modules(normpath(f"{dirname(module)}/{path}"), sources)
    yield module


def _inner(module: str, text: str) -> str:
    """Strips a module of imports and exports; the search client keeps only what it exports."""
    bare = _EXPORT.sub("", _IMPORT.sub("", text))
    if module != SEARCH_CLIENT:
        return bare
    names = ",".join(exported(text))
    return f"const {{{names}}} = (() => {{\n{_LISTED.sub('', bare)}\nreturn {{{names}}};\n}})();"


def _small(text: str) -> str:
    return f"{jsmin(text)}\n"


def _literal(text: str) -> str:
    """Writes a text as a JavaScript string; ``</script>`` in it can end nothing."""
    return json.dumps(text, ensure_ascii=False).replace("</", "<\\/")
