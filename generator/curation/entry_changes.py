"""Changes to the YAML of one entry, made by ``changed_yaml``."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from generator.curation.drafts import Draft
from generator.curation.writing import Change
from generator.knowledge import EntryFile, fold
from generator.messages import message

MOST_ALIASES = 40
ORDER = tuple(EntryFile.model_fields)


def put(tree: Any, key: str, value: object) -> None:
    """Sets a key; a new one at its usual place."""
    if key in tree:
        tree[key] = value
        return
    rank = ORDER.index(key)
    position = sum(1 for name in tree if name in ORDER and ORDER.index(name) < rank)
    tree.insert(position, key, value)


def with_value(key: str, value: object) -> Change:
    """Sets one key."""

    def change(tree: Any) -> None:
        put(tree, key, value)

    return change


def with_alias(draft: Draft) -> Change:
    """Adds the draft's phrasings to an entry."""

    def change(tree: Any) -> None:
        add_aliases(tree, (draft.question, *draft.aliases))

    return change


def add_aliases(tree: Any, phrasings: Iterable[str]) -> list[str]:
    """Adds phrasings that are not there yet; those beyond the limit are returned."""
    aliases = list(tree.get("aliases") or [])
    known = {fold(text) for text in (tree["question"], *map(str, aliases))}
    left = []
    for phrasing in phrasings:
        if fold(phrasing) in known:
            continue
        known.add(fold(phrasing))
        if len(aliases) >= MOST_ALIASES:
            left.append(phrasing)
        elif tree.get("aliases"):
            tree["aliases"].append(phrasing)
            aliases.append(phrasing)
        else:
            put(tree, "aliases", [phrasing])
            aliases.append(phrasing)
    return left


def with_proposal(draft: Draft) -> Change:
    """Keeps a newer answer as a note for the editor: an import never changes what is public."""

    def change(tree: Any) -> None:
        note = message(
            "curation.note_proposal",
            month=draft.month or "?",
            channel=draft.channel,
            text=draft.answer,
        )
        append_note(tree, note)

    return change


def append_note(tree: Any, note: str) -> None:
    """Adds a paragraph to the internal note."""
    from ruamel.yaml.scalarstring import LiteralScalarString  # optional

    before = str(tree.get("internal_note") or "").strip()
    text = "\n\n".join(filter(None, [before, note])) + "\n"
    put(tree, "internal_note", LiteralScalarString(text))


def with_review(reviewed: dt.date, review_by: dt.date) -> Change:
    """Records that the content has been checked."""

    def change(tree: Any) -> None:
        put(tree, "reviewed", reviewed)
        put(tree, "review_by", review_by)

    return change
