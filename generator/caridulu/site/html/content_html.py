"""The office's Markdown -> HTML with links and blocks of the site."""

from functools import partial

from caridulu.site.html.markdown_html import render
from caridulu.site.pages.blocks import Blocks
from caridulu.site.urls import Addresses


class Texts:
    """Renders the texts of one site."""

    def __init__(self, site: Addresses, blocks: Blocks) -> None:
        self._site = site
        self._blocks = blocks

    def html(self, text: str, *, path: str) -> str:
        """Returns the HTML of ``text`` on the page at ``path``."""
        rendered = render(
            text,
            resolve=partial(self._site.resolve, path),
            block=partial(self._blocks.html, path=path),
        )
        unknown = (*rendered.unknown_links, *rendered.unknown_blocks)
        assert not unknown, f"{path}: not checked before: {unknown}"
        return rendered.html
