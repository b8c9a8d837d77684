"""The content of a WordPress post as it is stored -> the HTML that WordPress makes of it.

Short codes that unfold a text have its title as an attribute; of posts without ``<p>``, blank
lines are the paragraphs.
"""

import re

_UNFOLDS = re.compile(
    r"\[(?!/)[\w-]{0,40}(?:accordion|toggle|spoiler|collapse|faq|tab|question)[\w-]{0,40}"
    r"\s[^\]\[]{0,500}?"
    r"\b(?:title|heading|question|header|tab_title)\s*=\s*"
    r"(?:\"(?P<quoted>[^\"\]\[]{3,300})\"|'(?P<single>[^'\]\[]{3,300})')[^\]\[]{0,500}\]",
    re.I,
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|button|faqs?|ultimate-faqs|accordions?|"
    r"toggles?|tabs?|collapse|spoiler|question|vc|et_pb|su|fusion|contact-form)"
    r"[\w-]{0,40}(?:\s[^\]\[]{0,1000})?/?\]"
)
_BLOCK = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|table|details|dl|blockquote|section|figure|pre)\b", re.I
)


def wordpress_html(content: str) -> str:
    """Makes HTML of what an export holds of a post."""
    text = _UNFOLDS.sub(_heading, content)
    text = _SHORTCODE.sub("", text)
    if re.search(r"<p\b", text, re.I):
        return text
    return "\n".join(_paragraph(piece) for piece in re.split(r"(?:\r?\n[ \t]*){2,}", text))


def _heading(found: re.Match[str]) -> str:
    return f"\n\n<h4>{found['quoted'] or found['single']}</h4>\n\n"


def _paragraph(piece: str) -> str:
    """Makes a paragraph that keeps its lines, unless the piece is a block of its own."""
    lines = piece.strip().splitlines()
    if not lines or _BLOCK.search(piece):
        return piece
    return f"<p>{'<br>'.join(lines)}</p>"
