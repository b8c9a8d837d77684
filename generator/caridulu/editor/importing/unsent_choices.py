"""What an officer has chosen of a plan and not sent yet, kept for when the page comes again."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class UnsentChoices:
    """The values of a plan's controls by name, for all plans of the same reading of exports."""

    reading: str = field(default_factory=lambda: secrets.token_hex(8))
    _values: dict[str, Sequence[str]] = field(default_factory=dict)

    def is_of(self, version: str) -> bool:
        """Tells whether a page showed a plan of this reading."""
        return version.partition(".")[0] == self.reading

    def take(self, form: Mapping[str, Sequence[str]]) -> None:
        """Keeps the controls of a form, but not what a form says of itself."""
        self._values.update({name: form[name] for name in form if not name.startswith("_")})

    def forget(self, prefix: str) -> None:
        """Forgets the controls whose names begin so: what they say was done."""
        for name in [name for name in self._values if name.startswith(prefix)]:
            del self._values[name]

    def value(self, name: str, usual: object = "") -> str:
        """Returns what is chosen of a control, or what usually is."""
        return self._values[name][-1] if name in self._values else str(usual)

    def values(self, name: str) -> Sequence[str]:
        """Returns all that is ticked under a name."""
        return self._values.get(name, ())

    def has(self, prefix: str) -> bool:
        """Tells whether something is chosen of the controls whose names begin so."""
        return any(any(self._values[name]) for name in self._values if name.startswith(prefix))
