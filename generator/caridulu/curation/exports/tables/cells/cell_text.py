"""A cell in which a program left HTML -> plain text, or Markdown."""

import html
import re

from caridulu.curation.exports.documents.markdown_text import HTML, markdown_of_field
from caridulu.curation.exports.mail.html_text import text_of_html

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d{2,5});")


def plain_text(cell: str) -> str:
    """Makes plain text of a cell."""
    cell = _unescaped(cell)
    return text_of_html(cell).strip() if HTML.search(cell) else cell


def markdown_text(cell: str) -> str:
    """Makes Markdown of a cell with HTML: links, lists and tables are kept."""
    cell = _unescaped(cell)
    return markdown_of_field(cell) if HTML.search(cell) else cell


def _unescaped(cell: str) -> str:
    return html.unescape(cell) if _ENTITY.search(cell) else cell
