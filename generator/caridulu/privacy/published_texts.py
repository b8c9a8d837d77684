"""A knowledge base -> every text of it that will be published, by the file it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from pydantic import BaseModel

from caridulu.knowledge import KnowledgeBase, Location, Page, parse_yaml
from caridulu.knowledge.located_text import Passage, passage_of, passage_of_page
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import TextNode
from caridulu.knowledge.yaml.reader import read_text

# Keys whose values stay in the project. What ``may_publish`` lists is public already.
NOT_PUBLISHED = frozenset(
    {"status", "internal_note", "provenance", "proposal", "officers", "may_publish"}
)
AS_SHOWN: Loc = ("body",)  # of a page: with its facts filled in, so its lines are not the file's


@dataclass(frozen=True)
class PublishedText:
    """A text with its facts filled in, and the keys that lead to it in its file."""

    loc: Loc
    text: str


@dataclass(frozen=True)
class Source:
    """A file of the project and what of it will be published."""

    path: str
    texts: tuple[PublishedText, ...]


def published_sources(
    knowledge: KnowledgeBase, *, root: Path, changes: Mapping[str, str | None] | None = None
) -> Iterator[Source]:
    """Yields the files of entries, services and pages, then those of the office, as sources."""
    for entry in knowledge.published:
        yield Source(f"kb/{entry.category}/{entry.id}.yml", tuple(_texts(entry)))
    for service in knowledge.services:
        yield Source(f"content/services/{service.id}.yml", tuple(_texts(service)))
    for page in knowledge.pages:
        yield _page_source(page, root, changes)
    yield Source("content/office.yml", tuple(_texts(knowledge.office)))
    categories = tuple(_texts(knowledge.categories, "categories"))
    yield Source("kb/categories.yml", categories)
    yield Source("kb/lexicon.yml", tuple(_texts(knowledge.lexicon)))


def _texts(value: object, *loc: str | int) -> Iterator[PublishedText]:
    """Every text of a model, its keys in order."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NOT_PUBLISHED:
                yield from _texts(getattr(value, name), *loc, name)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, *loc, number)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield PublishedText((*loc, name), name)
            yield from _texts(item, *loc, name)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield PublishedText(loc, value)


def _page_source(page: Page, root: Path, changes: Mapping[str, str | None] | None) -> Source:
    path = f"content/{page.id}.md"
    typed = read_text(root / path, root=root, changes=changes).text or ""
    return Source(
        path,
        (
            PublishedText((), typed),
            PublishedText(("title",), page.title),
            PublishedText(AS_SHOWN, page.body),
        ),
    )


def place_of(
    needles: Sequence[str],
    source: Source,
    loc: Loc,
    line: int | None,
    *,
    root: Path,
    changes: Mapping[str, str | None] | None = None,
) -> Location:
    """Finds where in its file a published text says one of ``needles``.

    Args:
        needles: What to look for, the most exact first.
        source: The file.
        loc: Keys of the text.
        line: A line of the paragraph to look in, counted from 0; None looks in the whole text.
        root: The office's project.
        changes: Texts to read instead of those on the disk, by path.
    """
    content = read_text(root / source.path, root=root, changes=changes).text or ""
    passage = _passage(content, source.path, loc)
    if passage is None:
        return Location(source.path)
    if line is None:
        return replace(passage, exact=False).locate(0, *needles)
    blank = len(passage.text) - len(passage.text.lstrip("\n"))  # which the model drops
    return passage.locate(line + blank, *needles)


def _passage(content: str, path: str, loc: Loc) -> Passage | None:
    if path.endswith(".md"):
        return replace(passage_of_page(content, path), exact=not loc)
    file = parse_yaml(content, path=path).file
    node = file.find(*loc) if file else None
    return passage_of(file, node) if file and isinstance(node, TextNode) else None
