"""Items' words -> the order of the items in the index: near ones side by side.

What a query finds is near each other. Where neighbours share their keywords, the texts of its
hits lie in few slices of the published index, and the gaps between entries of a term are small.

Groups are filled one after the other: from what is left, each time the item whose keywords are
most those of the group so far (cosine of their weights); the first of a group is near the one
before. The result follows from the words alone.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from caridulu.search.index.fields import ItemWords

GROUP = 6
# Keywords of an item, and items that may have one: with 30 of up to an eighth of all, five
# hits lie in .1 slices less, and it takes ten times as long.
KEYWORDS, MOST_SHARING = 12, 60
TITLE, ALIAS = 3, 2  # how much a word says about an item; in an answer 1, and up to 2 if repeated


def near_order(items: Sequence[ItemWords], counts: Mapping[str, int]) -> list[int]:
    """Returns the numbers of the items, near ones side by side.

    ``counts`` says in how many of them a word stands.
    """
    keywords = _keywords(items, counts)
    sharing: dict[str, dict[int, float]] = {}  # weights of a word in the items that are left
    for number, weights in enumerate(keywords):
        for word, weight in weights.items():
            sharing.setdefault(word, {})[number] = weight
    left = dict.fromkeys(range(len(items)))
    near: dict[int, float] = {}
    order: list[int] = []
    while left:
        chosen = _nearest(near) if near else next(iter(left))
        near = near if len(order) % GROUP else {}
        near.pop(chosen, None)
        order.append(chosen)
        del left[chosen]
        for word, weight in keywords[chosen].items():
            others = sharing[word]
            del others[chosen]
            for number, other in others.items():
                near[number] = near.get(number, 0.0) + weight * other
    return order


def _nearest(near: Mapping[int, float]) -> int:
    """Of equally near items, the first one."""
    most = max(near.values())
    return min(number for number, nearness in near.items() if nearness == most)


def _keywords(items: Sequence[ItemWords], counts: Mapping[str, int]) -> list[Mapping[str, float]]:
    """Returns the words by which an item is near others, with weights of length 1."""
    rarities = {
        word: math.log((len(items) + 1) / count)
        for word, count in counts.items()
        if 1 < count <= MOST_SHARING
    }
    return [_weights(words, rarities) for words in items]


def _weights(words: ItemWords, rarities: Mapping[str, float]) -> Mapping[str, float]:
    said = Counter(word for word in words.answer if word in rarities)
    fields = {
        **{word: 2 * times / (times + 1) for word, times in said.items()},
        **dict.fromkeys(chain(*words.aliases), ALIAS),
        **dict.fromkeys(chain(*words.titles), TITLE),
    }
    weights = ((fields[word] * rarities[word], word) for word in fields.keys() & rarities.keys())
    keywords = sorted(weights, reverse=True)[:KEYWORDS]
    length = math.hypot(*(weight for weight, _ in keywords))
    return {word: weight / length for weight, word in keywords}
