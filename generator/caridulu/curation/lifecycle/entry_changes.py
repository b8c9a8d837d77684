"""Changes to the YAML of one entry, made by ``changed_yaml``."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from caridulu.curation.overrides import PACKAGE
from caridulu.curation.yaml_changes import Change, block
from caridulu.knowledge import EntryFile, Status, fold_phrase
from caridulu.knowledge.model import MAX_ALIASES
from caridulu.messages import message

LONGEST_NOTE = 20_000  # characters, as the model has it
ORDER = tuple(EntryFile.model_fields)


class NoRoomError(Exception):
    """An entry cannot take something in; ``key`` names the sentence that says what is full."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def put(tree: Any, key: str, value: object) -> None:
    """Sets a key; a new one at its usual place."""
    if key in tree:
        tree[key] = value
        return
    rank = ORDER.index(key)
    position = sum(1 for name in tree if name in ORDER and ORDER.index(name) < rank)
    tree.insert(position, key, value)


def with_values(**values: object) -> Change:
    def change(tree: Any) -> None:
        for key, value in values.items():
            put(tree, key, value)

    return change


def with_aliases(phrasings: Iterable[str]) -> Change:
    """Adds phrasings to an entry; ``NoRoomError`` when it cannot take all."""

    def change(tree: Any) -> None:
        if add_aliases(tree, phrasings):
            raise NoRoomError("left_aliases")

    return change


def add_aliases(tree: Any, phrasings: Iterable[str]) -> list[str]:
    """Adds phrasings that are not there yet, and returns those for which there is no room.

    Those of a package's entry stand beside the package's list, which stays the package's.
    """
    name = "more_aliases" if PACKAGE in tree else "aliases"
    aliases = tree.get(name) or []
    there = (tree["question"], *(tree.get("aliases") or ()), *aliases)
    known = {fold_phrase(str(text)) for text in there}
    new: list[str] = []
    for phrasing in phrasings:
        if fold_phrase(phrasing) not in known:
            known.add(fold_phrase(phrasing))
            new.append(phrasing)
    room = max(0, MAX_ALIASES - len(aliases))
    if aliases:
        aliases.extend(new[:room])
    elif new:
        put(tree, name, new[:room])
    return new[room:]


def with_proposal(answer: str, origin: Mapping[str, str]) -> Change:
    """Puts a newer answer and its origin beside the public one, which stays until reviewed."""

    def change(tree: Any) -> None:
        if tree.get("proposal"):
            raise NoRoomError("left_proposal")
        put(tree, "proposal", {**origin, "answer": block(answer.strip())})

    return change


def with_answer(answer: str) -> Change:
    """Replaces the answer of an entry that is not public, and makes it a draft again."""

    def change(tree: Any) -> None:
        _replace_answer(tree, answer, message("curation.note_former_draft"))
        put(tree, "status", Status.DRAFT.value)

    return change


def with_accepted_proposal(today: dt.date) -> Change:
    """Makes the proposed answer the answer; the former one goes into the internal note."""

    def change(tree: Any) -> None:
        proposal = tree.pop("proposal")
        heading = message("curation.note_former", day=today.isoformat())
        _replace_answer(tree, str(proposal.pop("answer")), heading)
        put(tree, "provenance", dict(proposal))

    return change


def without_proposal(tree: Any) -> None:
    """Leaves the entry as it is public."""
    del tree["proposal"]


def _replace_answer(tree: Any, answer: str, heading: str) -> None:
    note = "\n\n".join([heading, str(tree["answer"]).strip()])
    before = str(tree.get("internal_note") or "").strip()
    text = "\n\n".join(filter(None, [before, note]))
    if len(text) > LONGEST_NOTE:
        raise NoRoomError("left_note")
    put(tree, "internal_note", block(text))
    tree["answer"] = block(answer.strip())
