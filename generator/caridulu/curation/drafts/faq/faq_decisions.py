"""Personal data of an FAQ -> which pieces are replaced, each decided on once."""

from collections.abc import Callable
from dataclasses import dataclass

from caridulu.privacy.entity import Entity

# Tells whether a piece, shown in its context, may be public; None: nobody was asked.
MayBePublic = Callable[[str, Entity], bool | None]


@dataclass(frozen=True)
class DecidedPiece:
    """A piece of personal data, shown in its context, and what was decided."""

    shown: str
    entity: Entity
    is_replaced: bool
    is_public: bool  # an officer said that it may be


class FaqDecisions:
    """Decides what of the personal data is replaced; an officer is asked once about each piece."""

    def __init__(self, may_be_public: MayBePublic) -> None:
        self._may_be_public = may_be_public
        self._made: dict[tuple[str, str], DecidedPiece] = {}

    def __call__(self, shown: str, entity: Entity) -> bool:
        key = (entity.kind.value, entity.text.casefold())
        if key not in self._made:
            may = self._may_be_public(shown, entity)
            is_replaced = entity.certain if may is None else not may
            self._made[key] = DecidedPiece(shown, entity, is_replaced, is_public=bool(may))
        return self._made[key].is_replaced

    @property
    def pieces(self) -> tuple[DecidedPiece, ...]:
        """All pieces, in the order in which they were found."""
        return tuple(self._made.values())

    @property
    def public(self) -> tuple[str, ...]:
        """What is to be allowed in ``content/office.yml``."""
        return tuple(piece.entity.text for piece in self.pieces if piece.is_public)
