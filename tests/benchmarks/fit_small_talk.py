"""Fits the weights of ``chats/small_talk.py`` to chats whose consultations are known.

python -m tests.benchmarks.fit_small_talk SET [SET ...] [--leave-out]

A SET is one of ``fit_links``. A talk informs that holds a message which the truth gives to a
consultation. With ``--leave-out`` each set is told by weights that were fitted to the others.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from caridulu.curation.exports.chats import small_talk
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.talk_consultation import consultation_of
from tests.benchmarks.fit_links import SIXTEENTHS, Chat, Choice, chats_of, fitted, sampled

TABLE = "WEIGHTS"


def samples_of(chat: Chat) -> Iterator[Choice]:
    """Yields what is observed of each talk that gives a consultation, and whether it informs."""
    matters = (GroupTalks if len(chat.askers) > 1 else ChatTalks)(chat.askers)
    for talk in matters.read(chat.messages):
        made = consultation_of(talk, channel="", path="")
        if made:
            labels = {chat.matters.get(one.line, "aside") for one in talk.messages}
            informs = not all(label.startswith("aside") for label in labels)
            yield Choice(TABLE, small_talk.observed(made), informs)


def use(samples: Iterable[Choice]) -> None:
    """Fits the weights and puts them in place; one talk, or none, is a choice of one."""
    weights = fitted(list(sampled([[one] for one in samples], is_beside=False)))
    fresh = {name: round(SIXTEENTHS * value) for (_, name), value in weights.items()}
    small_talk.WEIGHTS = dict.fromkeys(small_talk.WEIGHTS, 0) | fresh


def tell(name: str, samples: Iterable[Choice], how: str) -> None:
    kept, lost = 0, 0
    for one in samples:
        is_kept = small_talk.weighed(one.seen) > 0
        kept += is_kept and not one.right
        lost += one.right and not is_kept
    print(f"{name}: {kept} that do not inform kept, {lost} that inform lost, {how}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--leave-out", action="store_true")
    options = parser.parse_args()
    samples = {
        folder: [one for chat in chats_of(folder) for one in samples_of(chat)]
        for folder in options.sets
    }
    for folder, own in samples.items():
        tell(folder.name, own, "as they are")
    for folder, own in samples.items() if options.leave_out else ():
        use(one for other in samples if other != folder for one in samples[other])
        tell(folder.name, own, "left out")
    use(one for own in samples.values() for one in own)
    for folder, own in samples.items():
        tell(folder.name, own, "fitted")
    print(f"{TABLE}: Mapping[str, int] =", json.dumps(small_talk.WEIGHTS, indent=4))


if __name__ == "__main__":
    main()
