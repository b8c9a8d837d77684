"""Jinja as pages use it: it escapes by itself, and a missing value is an error."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from caridulu.site.html.dates import long_date
from caridulu.site.html.markdown_html import link_addresses


def environment(folder: Path, say: Callable[..., str]) -> Environment:
    """Opens a folder of templates; in them ``t`` is ``say``, which gives a sentence."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["linked"] = lambda text: Markup(link_addresses(text))
    templates.globals |= {"t": say, "long_date": long_date}
    return templates
