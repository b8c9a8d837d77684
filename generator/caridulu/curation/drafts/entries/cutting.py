"""Drafts that an import has cut wrongly: two of one matter become one, one of two becomes two."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.curation.exports.phrases.subjects import stands_alone
from caridulu.curation.lifecycle.entry_changes import put
from caridulu.curation.lifecycle.transitions import Merge, archive
from caridulu.curation.project import Project
from caridulu.curation.writing import Content
from caridulu.curation.yaml_changes import block, changed_yaml, new_yaml, yaml_tree
from caridulu.knowledge import Entry, Status

_ITEM = r"[ \t]*(?:\d{1,2}[.)]|[-*•])[ \t]"  # begins a point of a list
# Paragraphs, points, and lines behind a whole sentence: each of them may answer another matter.
_BETWEEN = re.compile(rf"\n[ \t]*\n|\n(?={_ITEM})|(?<=[.!?])[ \t]*\n(?![ \t])")
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
    paragraphs: tuple[str, ...]  # of the answer, and points of its lists

    @classmethod
    def of(cls, project: Project, entry: Entry) -> "Pieces":
        tree = yaml_tree(project.text(project.path(entry)))
        phrasings = (str(tree["question"]), *map(str, tree.get("aliases") or ()))
        return cls(phrasings, tuple(_BETWEEN.split(str(tree["answer"]).strip())))


@dataclass(frozen=True)
class Division:
    """What moves from a draft into another one; ``question`` is the other one's, if not empty.

    ``own`` is the question that the draft itself has from now on, if it is not empty.
    """

    phrasings: Collection[int] = ()  # places in ``Pieces``
    paragraphs: Collection[int] = ()
    question: str = ""
    own: str = ""


class NoQuestionError(Exception):
    """A draft would be left without a question."""


def divided(
    project: Project, entry: Entry, wanted: Division, *, taken: Iterable[str]
) -> tuple[str, dict[Path, Content]]:
    """Makes two drafts of one: returns the id of the new one, and the texts of both files.

    Where no paragraph of the answer moves, or all of them do, both drafts keep the whole answer:
    one paragraph may answer both. ``taken`` are the ids that entries have. ``NoQuestionError`` if
    one of the two would have no question.
    """
    pieces, path = Pieces.of(project, entry), project.path(entry)
    kept, moved = _parted(pieces.phrasings, wanted.phrasings)
    former = pieces.phrasings[0]
    if wanted.own not in ("", former):  # the old question asked for both
        kept = [wanted.own, *(one for one in kept if one not in (wanted.own, former))]
    phrasings = list(dict.fromkeys([*filter(None, [wanted.question]), *moved]))
    if not kept or not phrasings:
        raise NoQuestionError
    parts = _parted(pieces.paragraphs, wanted.paragraphs)
    stays, goes = parts if all(parts) else (pieces.paragraphs, pieces.paragraphs)
    named = project.redactor.redacted(phrasings[0], asked=True)
    new_id = FreeIds(taken).take(id_of(named))

    def first(tree: Any) -> None:
        _asks(tree, kept)
        tree["answer"] = block(_answer(stays))

    second = _second(yaml_tree(project.text(path)), phrasings, _answer(goes))
    texts: dict[Path, Content] = {path: changed_yaml(project.text(path), first)}
    return new_id, texts | {path.with_name(f"{new_id}.yml"): second}


def _second(tree: Any, phrasings: list[str], answer: str) -> str:
    """Writes the draft of what moves; question and aliases come first, as all entries have them."""
    values: dict[str, Any] = {"question": phrasings[0], "aliases": phrasings[1:]}
    values |= {key: value for key, value in tree.items() if key not in (*OWN, *values)}
    values |= {"answer": answer + "\n", "status": Status.DRAFT.value}
    return new_yaml({key: value for key, value in values.items() if value})


def _parted(pieces: Iterable[str], moved: Collection[int]) -> tuple[list[str], list[str]]:
    """Separates what stays from what moves."""
    numbered = list(enumerate(pieces))
    stay = [one for place, one in numbered if place not in moved]
    return stay, [one for place, one in numbered if place in moved]


def _answer(pieces: Collection[str]) -> str:
    """Puts paragraphs below each other; points of one list stand close together.

    The only point has no mark: it would be a list of one that begins with "2.".
    """
    is_alone = sum(bool(re.match(_ITEM, piece)) for piece in pieces) == 1
    text = ""
    for piece in (re.sub(f"^{_ITEM}+", "", one) if is_alone else one for one in pieces):
        is_listed = re.match(_ITEM, piece) and re.match(_ITEM, text.rpartition("\n\n")[2])
        text += ("\n" if is_listed else "\n\n") + piece
    return text.strip("\n")


def asked_otherwise(project: Project, entry: Entry, place: int) -> dict[Path, Content]:
    """Lets a draft's phrasing, by its place in ``Pieces``, and its question change places."""
    phrasings = list(Pieces.of(project, entry).phrasings)
    phrasings.insert(0, phrasings.pop(place))
    path = project.path(entry)
    return {path: changed_yaml(project.text(path), lambda tree: _asks(tree, phrasings))}


def _asks(tree: Any, phrasings: list[str]) -> None:
    """Lets an entry ask this: the first is its question."""
    tree["question"] = phrasings[0]
    if len(phrasings) > 1:
        put(tree, "aliases", phrasings[1:])
    else:
        tree.pop("aliases", None)
