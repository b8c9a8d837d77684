"""Fits the weights of ``chats/turn_links.py`` to chats whose matters are known.

python -m tests.benchmarks.fit_links SET ... [--beside SET ...] [--test SET ...] [--leave-out]

A SET is a folder with ``truth.json`` and ``files`` as the development exports have them: the line
where each consultation begins, and words of its question and of its answer. Or it is a folder of
labelled chats, a ``.txt`` each: a heading, then lines of time, ``A`` (asker) or ``O`` (officer),
matter and text with ``|`` between. A matter ``?1`` is never answered, ``-`` is none.

How often the askers of a set ``--beside`` go on at all does not count. What is told of a set under
``--test`` has not been fitted to it; with ``--leave-out`` each set is told by weights that were
fitted to the others. Weights that these chats are too few for stay as they are: ``BY_HAND``.
"""

import argparse
import datetime as dt
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from caridulu.curation.exports.chats import telegram, turn_links, whatsapp
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.chats.turns import Turn, turns_of
from caridulu.curation.exports.consultation import ExportOptions, Message, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.phrases.words import words_of
from caridulu.curation.exports.talk import Talk

TABLES = ("ASKER", "ASKER_ANSWERED", "ASKER_LATER", "OFFICER", "OFFICER_LATER")
BY_HAND = ("is_greeted", "asked_back", "asks_nothing", "opens_other", "recalls")  # observations
SIXTEENTHS = 16
STEPS = 400
SHRINK = 0.5
OTHER_SETS = "is beside"
UNSHRUNK = ("always", OTHER_SETS)
NEAR = 3600  # seconds within which what is not labelled goes on with the talk before
FAR = 14  # days after which a talk behind the present one teaches nothing
UNKNOWN = "unknown"  # begins the name of a matter that the truth does not tell

Weight = tuple[str, str]  # a table and an observation
# Of each talk that a turn may belong to, the weights that count, how often, and if it is right.
Sample = Sequence[tuple[Sequence[tuple[Weight, int]], bool]]


@dataclass(frozen=True)
class Chat:
    """The messages of a chat, and the matter of each line that is known."""

    messages: Sequence[Message]
    askers: Sequence[str]
    matters: dict[int, str]


@dataclass(frozen=True)
class Choice:
    """One of the talks that a turn may belong to: what was observed, and whether it does."""

    table: str
    seen: dict[str, int]
    right: bool


def chats_of(folder: Path) -> Iterator[Chat]:
    """Reads the chats of a set with their matters."""
    if (folder / "truth.json").exists():
        yield from _chats_of_exports(folder)
    else:
        yield from map(_labelled_chat, sorted(folder.glob("*.txt")))


def _labelled_chat(path: Path) -> Chat:
    messages: list[Message] = []
    matters: dict[int, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or line.count("|") < 3:
            continue
        time, side, matter, text = (part.strip() for part in line.split("|", 3))
        is_heard = not re.match(r"\[(?:pesan suara|voice|vn)\b", text, re.I)
        said = re.sub(r"^\[[^\]]*\] ?", "", text.replace("⏎", "\n")).strip()
        if not said and is_heard:  # a sticker, a file
            continue
        sent, is_officer = dt.datetime.strptime(time, "%Y-%m-%d %H:%M"), side == "O"
        sender = "Petugas" if is_officer else "Penanya"
        messages.append(Message(sender, sent, said, number, is_officer, is_heard))
        if matter != "-":
            matters[number] = matter.partition("+")[0].replace("?", "aside ")
    return Chat(messages, ["Penanya"], matters)


def _chats_of_exports(folder: Path) -> Iterator[Chat]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for file in truth["files"]:
        if file["kind"] not in ("whatsapp", "telegram"):
            continue
        office = file["office"]
        officers = (*office["names"], *office.get("phones", []))
        caught: list[tuple[list[Message], list[str]]] = []

        def catch(messages, askers, **_):  # type: ignore[no-untyped-def]
            caught.append((list(messages), list(askers)))  # noqa: B023 - used at once
            return Reading()

        with (
            patch.object(whatsapp, "read_consultations", catch),
            patch.object(telegram, "read_consultations", catch),
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
            begin = 0 if file["path"].endswith(".json") else made.get("line") or 0
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


def samples_of(chat: Chat) -> Iterator[list[Choice]]:
    """Yields the choices of each turn whose matter is known, the talks being as the truth has them.

    A talk of the same sitting that the truth does not tell may belong to the matter: it is no
    choice.
    """
    talks: list[tuple[str, Talk]] = []
    for number, turn in enumerate(turns_of(chat.messages)):
        matter = _matter_of(turn, chat)
        if matter:
            yield list(_choices(turn, matter, talks[: ChatTalks.most_open]))
        elif talks and abs(talks[0][1].gap(turn.first)).total_seconds() < NEAR:
            matter = talks[0][0]
        matter = matter or f"{UNKNOWN} {number}"
        talk = next((talk for other, talk in talks if other == matter), None) or Talk()
        for one, kind in zip(turn.messages, turn.kinds, strict=True):
            talk.add(one, kind)
        talks = [(matter, talk), *(pair for pair in talks if pair[1] is not talk)]


def _matter_of(turn: Turn, chat: Chat) -> str:
    named = Counter(chat.matters.get(one.line) for one in turn.messages)
    del named[None]
    return max(named, key=lambda one: named[one], default="") or ""


def _choices(turn: Turn, matter: str, talks: Sequence[tuple[str, Talk]]) -> Iterator[Choice]:
    open_talks = [talk for _, talk in talks]
    for later, (other, talk) in enumerate(talks):
        gap = abs(talk.gap(turn.first))
        is_right = other == matter
        if (other.startswith(UNKNOWN) and gap <= turn_links.SITTING) or (
            later and not is_right and gap.days > FAR
        ):
            continue
        seen = turn_links.observed(turn, talk, open_talks)
        weights = turn_links.weights_of(turn, talk)
        table = next(name for name in TABLES if getattr(turn_links, name) is weights)
        counted = {name: value for name, value in seen.items() if value and name in weights}
        yield Choice(table, counted, is_right)


def sampled(choices: Iterable[Sequence[Choice]], *, is_beside: bool) -> Iterator[Sample]:
    """Makes samples of the choices of turns."""
    extra = {"always": 1, **({OTHER_SETS: 1} if is_beside else {})}
    for of_turn in filter(None, choices):
        yield [
            ([((one.table, name), n) for name, n in (extra | one.seen).items()], one.right)
            for one in of_turn
        ]


def fitted(samples: Sequence[Sample]) -> dict[Weight, float]:
    """Fits how a turn chooses among talks, or none: by steps that shrink with what was moved.

    The odds of a talk are the power of its sum; those of another matter are 1.
    """
    weights: dict[Weight, float] = {
        (table, name): getattr(turn_links, table)[name] / SIXTEENTHS if name in BY_HAND else 0.0
        for turn in samples
        for talk, _ in turn
        for (table, name), _ in talk
    }
    free = [weight for weight in weights if weight[1] not in BY_HAND]
    moved = dict.fromkeys(free, 1e-3)
    for _ in range(STEPS):
        slopes = dict.fromkeys(weights, 0.0)
        for weight in free:
            slopes[weight] = 2 * SHRINK * weights[weight] * (weight[1] not in UNSHRUNK)
        for turn in samples:
            sums = [sum([weights[name] * value for name, value in talk]) for talk, _ in turn]
            odds = [math.exp(max(-30.0, min(30.0, one))) for one in sums]
            total = 1 + sum(odds)
            for (talk, right), odd in zip(turn, odds, strict=True):
                error = odd / total - right
                for name, value in talk:
                    slopes[name] += error * value
        for weight in free:
            moved[weight] += slopes[weight] ** 2
            weights[weight] -= slopes[weight] / 2 / math.sqrt(moved[weight])
    return weights


def use(weights: dict[Weight, float]) -> None:
    """Puts fitted weights into the tables; those set by hand stay."""
    for table in TABLES:
        known = getattr(turn_links, table)
        of_table = {name: value for (other, name), value in weights.items() if other == table}
        rounded = {n: round(SIXTEENTHS * value) for n, value in of_table.items() if n in known}
        kept = {name: value for name, value in known.items() if name in BY_HAND}
        setattr(turn_links, table, dict.fromkeys(known, 0) | rounded | kept)


def whole_matters(chats: Iterable[Chat]) -> tuple[int, int]:
    """How many consultations stand whole and alone in one talk, and how many there are."""
    right, count = 0, 0
    for chat in chats:
        places: dict[str, set[int]] = {}
        matters = (GroupTalks if len(chat.askers) > 1 else ChatTalks)(chat.askers)
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
    parser.add_argument("--beside", nargs="*", type=Path, default=[])
    parser.add_argument("--test", nargs="*", type=Path, default=[])
    parser.add_argument("--leave-out", action="store_true")
    options = parser.parse_args()
    read = (*options.sets, *options.beside, *options.test)
    chats = {folder: list(chats_of(folder)) for folder in read}
    samples = {
        folder: [
            sample
            for chat in chats[folder]
            if len(chat.askers) == 1
            for sample in sampled(samples_of(chat), is_beside=folder in options.beside)
        ]
        for folder in (*options.sets, *options.beside)
    }

    def fit(folders: Iterable[Path]) -> None:
        use(fitted([one for folder in folders for one in samples[folder]]))

    def tell(folder: Path, how: str) -> None:
        right, count = whole_matters(chats[folder])
        print(f"{folder.name}: {right} of {count} matters whole and alone in one talk, {how}")

    for folder in samples if options.leave_out else ():
        fit(other for other in samples if other != folder)
        tell(folder, "left out")
    fit(samples)
    for table in TABLES:
        print(f"{table}: Weights =", json.dumps(getattr(turn_links, table), indent=4))
    for folder in chats:
        tell(folder, "fitted" if folder in samples else "not fitted")


if __name__ == "__main__":
    main()
