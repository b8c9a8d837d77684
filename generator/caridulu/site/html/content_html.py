"""The office's Markdown -> HTML, and what leads nowhere in it."""

from functools import partial

from caridulu.messages import message
from caridulu.site.html.markdown_html import render
from caridulu.site.pages.blocks import Blocks
from caridulu.site.urls import Addresses


class Texts:
    """Renders the texts of one site; ``problems`` has a sentence for what it could not resolve."""

    def __init__(self, site: Addresses, blocks: Blocks) -> None:
        self.problems: list[str] = []
        self._site = site
        self._blocks = blocks

    def html(self, text: str, *, path: str, where: str) -> str:
        """The HTML of ``text`` on the page at ``path``; ``where`` names its file to the editor."""
        rendered = render(
            text,
            resolve=partial(self._site.resolve, path),
            block=partial(self._blocks.html, path=path),
        )
        self.problems += [
            message("site.unknown_link", where=where, link=link) for link in rendered.unknown_links
        ]
        self.problems += [
            message("site.unknown_block", where=where, block=block)
            for block in rendered.unknown_blocks
        ]
        return rendered.html
