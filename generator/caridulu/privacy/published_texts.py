"""A knowledge base -> every text of it that will be published, by the file it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pydantic import BaseModel

from caridulu.knowledge import KnowledgeBase, Location, Page, parse_yaml
from caridulu.knowledge.attachments import FOLDER
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.project_files import OFFICE_FILE, ProjectFiles
from caridulu.knowledge.yaml.nodes import Loc, TextNode

# Keys whose values stay in the project. What ``may_publish`` lists is public already.
NOT_PUBLISHED = frozenset(
    {
        "status", "internal_note", "open_question", "provenance", "proposal", "from_faq", "package",
        "packaged", "packages", "officers", "may_publish", "deploy",
    }
)  # fmt: skip
AS_SHOWN: Loc = ("body",)  # of a page: with its facts filled in, so its lines are not the file's


@dataclass(frozen=True)
class PublishedText:
    """A text with its facts filled in, and the keys that lead to it in its file."""

    loc: Loc
    text: str


@dataclass(frozen=True)
class TextsOfFile:
    """A file of the project and what of it will be published."""

    path: str
    texts: tuple[PublishedText, ...]


def texts_by_file(knowledge: KnowledgeBase, files: ProjectFiles) -> Iterator[TextsOfFile]:
    """Yields entries, services and pages, the office's files, then names of attachments."""
    for entry in knowledge.ever_published:
        yield TextsOfFile(entry.path, tuple(_texts(entry)))
    for service in knowledge.services:
        yield TextsOfFile(service.path, tuple(_texts(service)))
    for page in knowledge.pages:
        yield _page_source(page, files)
    yield TextsOfFile(OFFICE_FILE, tuple(_texts(knowledge.office)))
    categories = tuple(_texts(knowledge.categories, "categories"))
    yield TextsOfFile("kb/categories.yml", categories)
    yield TextsOfFile("kb/lexicon.yml", tuple(_texts(knowledge.lexicon)))
    yield TextsOfFile("kb/referrals.yml", tuple(_texts(knowledge.referrals, "referrals")))
    for attached in (*knowledge.attachments, *filter(None, [knowledge.emblem])):
        words = attached.name.replace("-", " ").replace(".", " ")
        texts = (PublishedText((), attached.name), PublishedText((), words))
        yield TextsOfFile(f"{FOLDER}/{attached.name}", texts)


def _texts(value: object, *loc: str | int) -> Iterator[PublishedText]:
    """Yields every text of a model, its keys in order."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NOT_PUBLISHED and (item := getattr(value, name)):
                yield from _texts(item, *loc, name)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, *loc, number)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield PublishedText((*loc, name), name)
            yield from _texts(item, *loc, name)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield PublishedText(loc, value)


def _page_source(page: Page, files: ProjectFiles) -> TextsOfFile:
    typed = files.read(files.root / page.path).text or ""
    return TextsOfFile(
        page.path,
        (
            PublishedText((), typed),
            PublishedText(("title",), page.title),
            PublishedText(AS_SHOWN, page.body),
        ),
    )


def place_of(
    needles: Sequence[str], source: TextsOfFile, loc: Loc, line: int | None, files: ProjectFiles
) -> Location:
    """Finds where in its file a published text says one of ``needles``, the most exact first.

    ``line`` is of the paragraph to look in, counted from 0; None looks in the whole text.
    """
    content = files.read(files.root / source.path).text or ""
    typed = _typed_text(content, source.path, loc)
    if typed is None:
        return Location(source.path)
    text, begin, end = typed.text, 0, len(typed.text)
    is_as_shown = source.path.endswith(".md") and bool(loc)
    if line is not None and not is_as_shown:
        begin = sum(len(before) + 1 for before in text.split("\n")[:line])
        end = text.find("\n\n", begin) if "\n\n" in text[begin:] else end
    found = (text.find(needle, begin, end) for needle in needles)
    return typed.locate(next((at for at in found if at >= 0), begin))


def _typed_text(content: str, path: str, loc: Loc) -> LocatedText | None:
    if path.endswith(".md"):
        return LocatedText(content, path, content)
    file = parse_yaml(content, path=path).file
    node = file.find(*loc) if file else None
    return text_of_value(file, node) if file and isinstance(node, TextNode) else None
