"""Shared entries -> an order and numbers that stay when other entries come or go.

Entries are in bands: those that most offices have lie together, as they are found most. Within a
band they are in the order of a hash of their keys, and numbers are left free between them:

    band      512 offices and more   256 ...     ...   direct answers   referrals
    numbers   0 3 4 9 ...            512 519 ...       ...              ...

So another entry mostly takes a free number, and the postings of the others stay as they are.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from caridulu.search.index.fields import ItemKind, kind_of

ROOM, LEAST = 2, 32  # numbers of a band, at the least: for each of its entries, and for all
_KINDS = tuple(ItemKind)
_HASH_BITS = 64


@dataclass(frozen=True, order=True)
class Place:
    """Where an entry is in the order: its band, then a hash of its key."""

    kind: int
    few: int  # rises as fewer offices have it; only entries are in bands by that
    hash: int


def place_of(key: str, offices: int) -> Place:
    """Returns the place of an answer by the number of offices that have it."""
    kind = kind_of(key)
    digest = hashlib.sha256(key.encode()).digest()
    few = -offices.bit_length() if kind is ItemKind.ENTRY else 0
    return Place(_KINDS.index(kind), few, int.from_bytes(digest[: _HASH_BITS // 8], "big"))


def steady_numbers(places: Sequence[Place], offices: int) -> list[int]:
    """Returns the numbers of what so many offices have, by places in their order: rising."""
    bands: dict[tuple[int, int], list[int]] = {
        **{(0, few): [] for few in range(-offices.bit_length(), 0)},
        **{(kind, 0): [] for kind in range(1, len(_KINDS))},
    }
    for place in places:
        bands[place.kind, place.few].append(place.hash)
    numbers: list[int] = []
    start = 0
    for hashes in bands.values():
        room = max(LEAST, 1 << (ROOM * len(hashes)).bit_length())
        number = start - 1
        for each in hashes:
            number = max(number + 1, start + (each * room >> _HASH_BITS))
            numbers.append(number)
        start = max(start + room, number + 1)
    return numbers
