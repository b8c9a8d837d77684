"""Drafts that an import has cut wrongly: two of one matter become one, one of two becomes two."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.curation.exports.phrases.asking import stands_alone
from caridulu.curation.lifecycle.entry_changes import put
from caridulu.curation.lifecycle.transitions import Merge, archive
from caridulu.curation.project import Project
from caridulu.curation.writing import Content
from caridulu.curation.yaml_changes import block, changed_yaml, new_yaml, yaml_tree
from caridulu.knowledge import Entry, Status

_BETWEEN = re.compile(r"\n[ \t]*\n")  # paragraphs
OWN = ("replaces", "related")  # what names other entries stays with the first draft


def joined(project: Project, first: Entry, second: Entry) -> Merge:
    """Makes one draft of two: the first also asks and answers what the second does.

    Of its phrasings only those are taken over that can be understood by themselves. The file of
    the second goes.
    """
    merge = archive(project, second, first, is_kept=False, chosen=stands_alone)
    answer = str(yaml_tree(project.text(project.path(second)))["answer"]).strip()

    def both(tree: Any) -> None:
        tree["answer"] = block("\n\n".join([str(tree["answer"]).strip(), answer]))

    path = project.path(first)
    return Merge({**merge.texts, path: changed_yaml(str(merge.texts[path]), both)}, merge.left)


@dataclass(frozen=True)
class Pieces:
    """The parts of a draft that can be divided, as written in its file."""

    phrasings: tuple[str, ...]  # the question comes first
    paragraphs: tuple[str, ...]  # of the answer

    @classmethod
    def of(cls, project: Project, entry: Entry) -> "Pieces":
        tree = yaml_tree(project.text(project.path(entry)))
        phrasings = (str(tree["question"]), *map(str, tree.get("aliases") or ()))
        return cls(phrasings, tuple(_BETWEEN.split(str(tree["answer"]).strip())))


@dataclass(frozen=True)
class Division:
    """What moves from a draft into another one; ``question`` is the other one's, if not empty."""

    phrasings: Collection[int] = ()  # places in ``Pieces``
    paragraphs: Collection[int] = ()
    question: str = ""


class NoQuestionError(Exception):
    """A draft would be left without a question."""


def divided(
    project: Project, entry: Entry, wanted: Division, *, taken: Iterable[str]
) -> tuple[str, dict[Path, Content]]:
    """Makes two drafts of one.

    Where no paragraph of the answer moves, or all of them do, both drafts keep the whole answer:
    one paragraph may answer both.

    Args:
        project: to which the draft belongs.
        entry: the draft.
        wanted: what moves.
        taken: the ids that entries have.

    Returns:
        The id of the new draft, and the texts of both files.

    Raises:
        NoQuestionError: one of the two would have no question.
    """
    pieces, path = Pieces.of(project, entry), project.path(entry)
    kept, moved = _parted(pieces.phrasings, wanted.phrasings)
    phrasings = list(dict.fromkeys([*filter(None, [wanted.question]), *moved]))
    if not kept or not phrasings:
        raise NoQuestionError
    parts = _parted(pieces.paragraphs, wanted.paragraphs)
    stays, goes = parts if all(parts) else (pieces.paragraphs, pieces.paragraphs)
    new_id = FreeIds(taken).take(id_of(phrasings[0]))

    def first(tree: Any) -> None:
        _asks(tree, kept)
        tree["answer"] = block("\n\n".join(stays))

    tree = yaml_tree(project.text(path))
    values = {key: value for key, value in tree.items() if key not in (*OWN, "aliases")}
    values |= {"question": phrasings[0], "aliases": phrasings[1:]}
    values |= {"answer": "\n\n".join(goes) + "\n", "status": Status.DRAFT.value}
    second = new_yaml({key: values[key] for key in _in_order(values) if values[key]})
    texts = {path: changed_yaml(project.text(path), first), path.with_name(f"{new_id}.yml"): second}
    return new_id, dict(texts)


def _parted(pieces: Iterable[str], moved: Collection[int]) -> tuple[list[str], list[str]]:
    """Separates what stays from what moves."""
    numbered = list(enumerate(pieces))
    stay = [one for place, one in numbered if place not in moved]
    return stay, [one for place, one in numbered if place in moved]


def _asks(tree: Any, phrasings: list[str]) -> None:
    """Lets an entry ask this: the first is its question."""
    tree["question"] = phrasings[0]
    if len(phrasings) > 1:
        put(tree, "aliases", phrasings[1:])
    else:
        tree.pop("aliases", None)


def _in_order(values: dict[str, Any]) -> list[str]:
    """Puts the question first and its aliases behind it, as all entries have them."""
    return ["question", "aliases", *(key for key in values if key not in ("question", "aliases"))]
