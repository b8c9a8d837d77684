"""content/*.md -> pages: a title, a description, a body."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from markdown_it.token import Token

from caridulu.knowledge.located_text import passage_of_page
from caridulu.knowledge.markdown import plain, tokens
from caridulu.knowledge.model import Page
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.rules.facts import REFERENCE, Facts, fill
from caridulu.knowledge.rules.links import Targets, link_problems
from caridulu.knowledge.yaml.reader import read_text, shown_path


def read_page(
    path: Path,
    facts: Facts,
    targets: Targets,
    *,
    root: Path,
    changes: Mapping[str, str | None] | None = None,
) -> tuple[Page | None, list[Problem]]:
    """Reads one Markdown page of the project, and finds the problems in it."""
    reading = read_text(path, root=root, changes=changes)
    problems = list(reading.problems)
    if reading.text is None:
        return None, problems
    shown = shown_path(path, root)
    passage = passage_of_page(reading.text, shown)
    filled = fill(passage, facts, blocks=True)
    problems += filled.problems
    problems += link_problems(filled.text, passage, targets, public=True)
    page = page_of(filled.text, page_id=path.stem)
    if page is None:
        problems.append(finding(Location(shown), "knowledge.no_title"))
    elif "<" in page.title or ">" in page.title:
        place = passage.locate(0, "# ")
        problems.append(finding(place, "knowledge.angle_bracket", name="#", value=page.title))
    return page, problems


def page_of(text: str, *, page_id: str) -> Page | None:
    """The page in a filled-in Markdown text; None when it has no ``# `` heading."""
    blocks = tokens(text)
    at = next((i for i, token in enumerate(blocks) if _is_title(token)), None)
    if at is None or not (title := plain(blocks[at + 1])):
        return None
    begin, end = blocks[at].map or (0, 0)
    lines = text.split("\n")
    body = "\n".join((*lines[:begin], *lines[end:])).strip("\n") + "\n"
    return Page(id=page_id, title=title, description=_description(blocks), body=body)


def _is_title(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h1" and token.level == 0


def _description(blocks: Iterable[Token]) -> str:
    """The first paragraph that is more than a block reference."""
    inside = False
    for token in blocks:
        if token.type == "inline" and inside and (words := REFERENCE.sub("", plain(token)).strip()):
            return words
        inside = token.type == "paragraph_open" and token.level == 0
    return ""
