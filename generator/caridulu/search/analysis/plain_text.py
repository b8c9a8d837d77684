"""Markdown -> the words a reader sees."""

from caridulu.knowledge.markdown import plain, tokens


def plain_text(markdown: str) -> str:
    """Joins paragraphs, items and cells of a Markdown text, without marks."""
    texts = (plain(token) for token in tokens(markdown) if token.type == "inline")
    return " ".join(" ".join(texts).split())
