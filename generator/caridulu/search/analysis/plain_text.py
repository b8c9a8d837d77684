"""Markdown -> the words a reader sees."""

from caridulu.knowledge.markdown import plain, tokens


def plain_text(markdown: str) -> str:
    """Paragraphs, items and cells of a Markdown text, one after the other, without marks."""
    texts = (plain(token) for token in tokens(markdown) if token.type == "inline")
    return " ".join(" ".join(texts).split())
