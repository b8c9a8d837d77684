"""Fits the weights of ``chats/links.py`` to chats whose matters are known; tells what they give.

python -m tests.benchmarks.fit_links SET [SET ...] [--test SET ...]

A SET is a folder with ``truth.json`` and ``files`` as the development exports have them: the line
where each consultation begins, and words of its question and of its answer. What is told of a set
under ``--test`` has not been fitted to it. Weights that these chats are too few for stay as they
are: ``BY_HAND``.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from caridulu.curation.exports.chats import links, telegram, whatsapp
from caridulu.curation.exports.chats.group_matters import GroupMatters
from caridulu.curation.exports.chats.matters import Matters
from caridulu.curation.exports.chats.talks import Talked
from caridulu.curation.exports.chats.turns import turns_of
from caridulu.curation.exports.consultation import SILENCE, ExportOptions, Message
from caridulu.curation.exports.conversations import Talk
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.phrases.words import words_of

BY_HAND = {
    "recalls",
    "replies_days_later",
    "adds_while_waiting",
    "new_subject_after_answer",
    "continues_what_waits",
    "promised_hours_ago",
    "is_taken_back",
}
SIXTEENTHS = 16
STEPS = 400
SHRINK = 0.5
NEAR = 3600  # seconds within which what is not labelled goes on with the talk before
FAR = 14  # days after which a talk behind the present one teaches nothing


@dataclass(frozen=True)
class Chat:
    """The messages of a chat, and the matter of each line that is known."""

    messages: Sequence[Message]
    askers: Sequence[str]
    matters: dict[int, str]


@dataclass(frozen=True)
class Sample:
    """What was observed of a turn and a talk, and whether they belong together."""

    officer: bool
    seen: dict[str, int]
    together: bool


def chats_of(folder: Path) -> Iterator[Chat]:
    """Reads the chats of a set with the matters that its truth names."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for file in truth["files"]:
        if file["kind"] not in ("whatsapp", "telegram"):
            continue
        office = file["office"]
        officers = (*office["names"], *office.get("phones", []))
        caught: list[tuple[list[Message], list[str]]] = []

        def catch(messages, askers, options, **_):  # type: ignore[no-untyped-def]
            caught.append((list(messages), list(askers)))  # noqa: B023 - used at once
            return Talked()

        with (
            patch.object(whatsapp, "read_talks", catch),
            patch.object(telegram, "read_talks", catch),
        ):
            read_export(folder / "files" / file["path"], ExportOptions(officers=officers))
        for messages, askers in caught:
            yield Chat(messages, askers, _labels(messages, file))


def _labels(messages: Sequence[Message], file: dict) -> dict[int, str]:  # type: ignore[type-arg]
    """The matter of each line between two lines that are known to be of the same one."""
    texts = [f" {' '.join(words_of(one.text))} " for one in messages]
    known: dict[int, str] = {}
    for made in file["consultations"]:
        for part in (*made["question_contains"], *made["answer_contains"]):
            words = f" {' '.join(words_of(part))} "
            begin = made.get("line") or 0
            places = (n for n, one in enumerate(messages) if one.line >= begin)
            place = next((n for n in places if words in texts[n]), None)
            if place is not None:
                known[place] = made["id"]
    for number, aside in enumerate(file["aside"]):
        first, *_, last = aside.get("lines") or [0, 0]
        for n, one in enumerate(messages):
            if first <= one.line <= last:
                known.setdefault(n, f"aside {number}")
    places = sorted(known)
    for before, after in pairwise(places):
        if known[before] == known[after]:
            known.update(dict.fromkeys(range(before, after), known[before]))
    return {messages[n].line: matter for n, matter in known.items()}


def samples_of(chat: Chat) -> Iterator[Sample]:
    """Yields each turn with each open talk, the talks being as the truth has them."""
    talks: list[tuple[str, Talk]] = []
    for number, turn in enumerate(turns_of(chat.messages)):
        named = Counter(chat.matters.get(one.line) for one in turn.messages)
        del named[None]
        matter = max(named, key=lambda one: named[one], default=None)
        if matter:
            for later, (other, talk) in enumerate(talks[: Matters.most_open]):
                if later and other != matter and abs(talk.gap(turn.first)).days > FAR:
                    continue
                seen = links.observed(turn, talk, later=later, before=turn.before, silence=SILENCE)
                yield Sample(turn.first.officer, seen, other == matter)
        elif talks and abs(talks[0][1].gap(turn.first)).total_seconds() < NEAR:
            matter = talks[0][0]
        matter = matter or f"unknown {number}"
        talk = next((talk for other, talk in talks if other == matter), None) or Talk()
        for one, kind in zip(turn.messages, turn.kinds, strict=True):
            talk.add(one, kind)
        talks = [(matter, talk), *(pair for pair in talks if pair[1] is not talk)]


def fitted(samples: Sequence[Sample]) -> dict[str, int]:
    """Fits a logistic regression by steps that shrink with what was moved before."""
    names = sorted({name for one in samples for name in one.seen} - BY_HAND)
    weights = dict.fromkeys(("always", *names), 0.0)
    moved = dict.fromkeys(weights, 1e-3)
    for _ in range(STEPS):
        slopes = {name: SHRINK * weight for name, weight in weights.items()}
        slopes["always"] = 0.0
        for one in samples:
            seen = [("always", 1), *((n, v) for n, v in one.seen.items() if n in weights)]
            score = sum(weights[name] * value for name, value in seen)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - one.together
            for name, value in seen:
                slopes[name] += error * value
        for name, slope in slopes.items():
            moved[name] += slope * slope
            weights[name] -= slope / 2 / math.sqrt(moved[name])
    return {name: round(SIXTEENTHS * weight) for name, weight in weights.items()}


def whole_matters(chats: Iterable[Chat]) -> tuple[int, int]:
    """How many consultations stand whole and alone in one talk, and how many there are."""
    right, count = 0, 0
    for chat in chats:
        places: dict[str, set[int]] = {}
        matters = (GroupMatters if len(chat.askers) > 1 else Matters)(chat.askers)
        for number, talk in enumerate(matters.read(chat.messages)):
            for one in talk.messages:
                if matter := chat.matters.get(one.line):
                    places.setdefault(matter, set()).add(number)
        asked = {matter: found for matter, found in places.items() if "aside" not in matter}
        alone = Counter(number for found in asked.values() for number in found)
        count += len(asked)
        right += sum(len(found) == 1 and alone[min(found)] == 1 for found in asked.values())
    return right, count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--test", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    chats = {folder: list(chats_of(folder)) for folder in (*options.sets, *options.test)}
    samples = [
        one
        for folder in options.sets
        for chat in chats[folder]
        if len(chat.askers) == 1
        for one in samples_of(chat)
    ]
    for name, officer in (("ASKER", False), ("OFFICER", True)):
        kept = {key: value for key, value in getattr(links, name).items() if key in BY_HAND}
        weights = fitted([one for one in samples if one.officer == officer]) | kept
        setattr(links, name, {**dict.fromkeys(getattr(links, name), 0), **weights})
        print(name, json.dumps(weights, indent=4))
    for folder, read in chats.items():
        right, count = whole_matters(read)
        print(f"{folder.name}: {right} of {count} matters whole and alone in one talk")


if __name__ == "__main__":
    main()
