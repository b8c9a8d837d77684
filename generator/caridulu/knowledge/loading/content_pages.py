"""content/*.md -> pages: a title, a description, a body."""

from collections.abc import Iterable
from pathlib import Path

from markdown_it.token import Token

from caridulu.knowledge.located_text import LocatedText
from caridulu.knowledge.markdown import inline_words, tokens
from caridulu.knowledge.model import Page
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.project_files import ProjectFiles
from caridulu.knowledge.rules.texts.facts import REFERENCE, fill_in, reference_problems
from caridulu.knowledge.rules.texts.links import ProjectLinks
from caridulu.knowledge.site_names import RESERVED_PAGES


def read_page(
    path: Path, files: ProjectFiles, links: ProjectLinks, problems: list[Problem]
) -> Page | None:
    """Reads one page; what is wrong with it is added to ``problems``."""
    reading, shown = files.read(path), files.shown(path)
    problems += reading.problems
    if path.stem in RESERVED_PAGES:
        problems.append(finding(Location(shown), "knowledge.reserved_page", value=path.stem))
    if reading.text is None:
        return None
    typed = LocatedText(reading.text, shown, reading.text)
    problems += reference_problems(typed, links.facts, blocks=True)
    problems += links.of_page(typed, path.stem)
    page = page_of(fill_in(reading.text, links.facts.values), page_id=path.stem)
    if page is None:
        problems.append(finding(Location(shown), "knowledge.no_title"))
    elif "<" in page.title or ">" in page.title:
        place = typed.locate(max(reading.text.find("# "), 0))
        problems.append(finding(place, "knowledge.angle_bracket", name="#", value=page.title))
    return page


def page_of(text: str, *, page_id: str) -> Page | None:
    """Makes a page of a filled-in Markdown text; None when it has no ``# `` heading."""
    blocks = tokens(text)
    at = next((i for i, token in enumerate(blocks) if _is_title(token)), None)
    if at is None or not (title := inline_words(blocks[at + 1])):
        return None
    begin, end = blocks[at].map or (0, 0)
    lines = text.split("\n")
    body = "\n".join((*lines[:begin], *lines[end:])).strip("\n") + "\n"
    return Page(id=page_id, title=title, description=_description(blocks), body=body)


def _is_title(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h1" and token.level == 0


def _description(blocks: Iterable[Token]) -> str:
    """Returns the first paragraph that is more than a block reference."""
    inside = False
    for token in blocks:
        if (
            token.type == "inline"
            and inside
            and (text := REFERENCE.sub("", inline_words(token)).strip())
        ):
            return text
        inside = token.type == "paragraph_open" and token.level == 0
    return ""
