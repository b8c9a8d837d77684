"""A piece of personal data found in a text."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of personal data; decides the placeholder."""

    NIK = "nik"
    KK = "kk"
    NPWP = "npwp"
    NIP = "nip"
    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"
    BPJS = "bpjs"
    STUDENT = "student"
    IDENTITY = "identity"
    BIRTH = "birth"
    ADDRESS = "address"
    NAME = "name"


NUMBERS = frozenset(Kind) - {Kind.NAME, Kind.ADDRESS}


class Confidence(StrEnum):
    """SURE is replaced; ASK is shown and left for a person to decide."""

    SURE = "sure"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` is personal data, or may be."""

    start: int
    end: int
    kind: Kind
    confidence: Confidence
    text: str


def separate(hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits in text order without overlaps: sure before asked, longer before shorter."""
    ranked = sorted(hits, key=lambda h: (h.confidence != Confidence.SURE, h.start - h.end, h.start))
    kept: list[Hit] = []  # in text order
    for hit in ranked:
        place = bisect_left(kept, hit.start, key=lambda other: other.start)
        before_ends = place == 0 or kept[place - 1].end <= hit.start
        if before_ends and (place == len(kept) or hit.end <= kept[place].start):
            kept.insert(place, hit)
    return tuple(kept)
