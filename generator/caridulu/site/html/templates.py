"""The Jinja environment of pages: escapes automatically, refuses missing values."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from caridulu.site.html.dates import long_date


class _Compiled(BytecodeCache):
    """The code of templates that this process has compiled, by file and content.

    English pages use what was compiled for Indonesian ones, and the preview what was compiled
    before a change. Gain: with it a page of the preview takes a third of the processor time after a
    change (``tests/benchmarks/preview.py``).
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


def environment(folder: Path | Sequence[Path], say: Callable[..., str]) -> Environment:
    """Makes the environment of template folders, the first first; in templates ``say`` is ``t``."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=COMPILED,
        auto_reload=False,  # no template changes while a site is made
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"t": say, "long_date": long_date}
    return templates
