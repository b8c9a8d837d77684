"""Phrasings -> how much each holds of each other, as the public search counts it.

The phrasings are searched as if each were an entry; a word is worth its rarity among them.
"""

from collections.abc import Sequence

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search


def shares_held(phrases: Sequence[str], index: SearchIndex) -> dict[tuple[int, int], float]:
    """Maps pairs of positions, the lower first, to the mean share that each holds of the other.

    Args:
        phrases: each different.
        index: whose lexicon is used.
    """
    items = [Item(str(n), question=phrase, answer="") for n, phrase in enumerate(phrases)]
    among = SearchIndex(items, lexicon=index.lexicon)
    numbers = [int(item.id) for item in among.items]
    shares: dict[tuple[int, int], float] = {}
    for n, phrase in enumerate(phrases):
        result = search(among, phrase, limit=len(phrases), exact=True, cut=False)
        for hit in result.hits:
            other = numbers[hit.entry]
            if other != n and result.asked:
                pair = (min(n, other), max(n, other))
                shares[pair] = shares.get(pair, 0.0) + hit.held / (2 * result.asked)
    return shares
