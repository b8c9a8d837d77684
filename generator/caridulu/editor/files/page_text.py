"""A Markdown page <-> its title and its body, so that a form can ask for each by itself."""

import re

from caridulu.curation.yaml_changes import transplanted
from caridulu.editor.fields.form_values import tidy_markdown
from caridulu.knowledge.yaml.nodes import PairsNode, TextNode

_TITLE = re.compile(r"\n*#[ \t]+(?P<title>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n+|$)")


def page_tree(text: str) -> PairsNode:
    """Reads a page as a YAML file with the keys ``title``, empty if it has none, and ``body``."""
    found = _TITLE.match(text)
    begin = found.end() if found else 0
    first = text.count("\n", 0, begin) + 1
    title = TextNode(found["title"] if found else "", 1, 1, "", first)
    body = TextNode(text[begin:].strip("\n"), first - 1, 1, "|", text.count("\n") + 1)
    keys = (TextNode("title", 1, 1, "", 1), TextNode("body", first, 1, "", first))
    return PairsNode(((keys[0], title), (keys[1], body)), 1, 1)


def with_title_and_body(text: str, title: str, body: str) -> str:
    """Changes only those lines of a page that must change to have this title and body."""
    before, after = _laid_out(*_tidy_parts(text)), _laid_out(title, body)
    if not text or before == after:
        return text or after
    changed = transplanted(text, before, after)
    return changed if _tidy_parts(changed) == (title, body) else after


def _tidy_parts(text: str) -> tuple[str, str]:
    (_, title), (_, body) = page_tree(text).pairs
    assert isinstance(title, TextNode)
    assert isinstance(body, TextNode)
    return title.value, tidy_markdown(body.value)


def _laid_out(title: str, body: str) -> str:
    return f"# {title}\n\n{body}\n" if title else f"{body}\n"
