"""The office's Markdown -> HTML with links and blocks of the site."""

from functools import partial

from caridulu.site.html.markdown_html import render
from caridulu.site.pages.blocks import Blocks
from caridulu.site.urls import Addresses


class Texts:
    """Renders the texts of one site; ``load`` has told what leads nowhere in them."""

    def __init__(self, site: Addresses, blocks: Blocks) -> None:
        self._site = site
        self._blocks = blocks

    def html(self, text: str, *, path: str) -> str:
        """Returns the HTML of ``text`` on the page at ``path``."""
        return render(
            text,
            resolve=partial(self._site.resolve, path),
            block=partial(self._blocks.html, path=path),
        ).html
