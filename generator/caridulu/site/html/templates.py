"""Jinja as pages use it: it escapes by itself, and a missing value is an error."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from caridulu.site.html.dates import long_date


def environment(folder: Path | Sequence[Path], say: Callable[..., str]) -> Environment:
    """Opens folders of templates, the first before the others; ``t`` is ``say``: a sentence."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"t": say, "long_date": long_date}
    return templates
