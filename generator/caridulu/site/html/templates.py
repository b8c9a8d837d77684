"""Jinja as the site uses it: it escapes by itself, and a missing value is an error."""

import re
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup, escape

from caridulu.site.html.dates import long_date
from caridulu.site.html.markdown_html import link_addresses

_FIXED = re.compile(r"\{\{ t\(\"(\w+)\"\) \}\}")


def environment(folder: Path, say: Callable[..., str]) -> Environment:
    """Templates of a folder, with what every one of them may use; ``t`` says a sentence."""
    made = Environment(
        loader=_Templates(folder, say),
        bytecode_cache=_Compiled(),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["linked"] = lambda text: Markup(link_addresses(text))
    made.globals |= {"t": say, "long_date": long_date}
    return made


class _Templates(FileSystemLoader):
    """Templates with their fixed sentences filled in, which every page would look up again."""

    def __init__(self, folder: Path, say: Callable[..., str]) -> None:
        super().__init__([folder])
        self._say = say

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_fresh = super().get_source(environment, template)
        return _FIXED.sub(lambda found: str(escape(self._say(found[1]))), source), path, is_fresh


class _Compiled(BytecodeCache):
    """Templates compiled once for all sites of this process: a preview makes many."""

    _known: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code
