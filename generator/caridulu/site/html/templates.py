"""The Jinja environment of pages: escapes automatically, refuses missing values."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from caridulu.site.html.dates import long_date


def environment(folder: Path | Sequence[Path], **values: object) -> Environment:
    """Makes the environment of template folders, the first first, with ``values`` in all."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"long_date": long_date, **values}
    return templates
