"""Suggests the valid value nearest to a mistyped one."""

import difflib
from collections.abc import Iterable
from functools import cached_property

from caridulu.knowledge.problem import Location, Problem, finding


class Suggester:
    """Returns, when called with a mistyped value, the nearest valid one or None."""

    # Comparing with 10,000 ids takes some 50 ms; nobody reads more suggestions than this.
    LOOKUPS = 100

    def __init__(self, choices: Iterable[str]) -> None:
        self._choices = choices
        self._known: dict[str, str | None] = {}

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        """The choices in one order; mostly nothing is mistyped, and there are many icons."""
        return tuple(sorted(set(self._choices)))

    def __call__(self, value: str) -> str | None:
        if value not in self._known:
            if len(self._known) >= self.LOOKUPS:
                return None
            close = difflib.get_close_matches(value[:200], self._sorted, n=1, cutoff=0.6)
            self._known[value] = close[0] if close else None
        return self._known[value]


def unknown(place: Location, key: str, suggest: Suggester, value: str, **more: object) -> Problem:
    """Makes the problem ``key`` of an unknown value, or ``key``_near if one is near."""
    near = suggest(value)
    if near is None:
        return finding(place, key, value=value, **more)
    return finding(place, f"{key}_near", value=value, near=near, **more)
