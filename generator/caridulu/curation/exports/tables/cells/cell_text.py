"""A cell in which a program left HTML -> plain text, or Markdown."""

from caridulu.curation.exports.documents.markdown_text import HTML, markdown_of_field
from caridulu.curation.exports.mail.html_text import text_of_html


def plain_text(cell: str) -> str:
    """Makes plain text of a cell."""
    return text_of_html(cell).strip() if HTML.search(cell) else cell


def markdown_text(cell: str) -> str:
    """Makes Markdown of a cell with HTML: links, lists and tables are kept."""
    return markdown_of_field(cell) if HTML.search(cell) else cell
