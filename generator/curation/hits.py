"""A piece of personal data found in a text."""

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
    kept: list[Hit] = []
    for hit in ranked:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))
