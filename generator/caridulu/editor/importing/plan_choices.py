"""What an officer chooses of a plan: kept until it is sent, and read from what is sent."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from caridulu.curation.drafts.plan.import_changes import Choose, ImportChoice
from caridulu.curation.drafts.plan.import_plan import PlannedImport

LATER = "nanti"
CHOICES = {
    "lewati": ImportChoice.SKIP,
    "sebutan": ImportChoice.ALIAS,
    "jawaban": ImportChoice.ANSWER,
    "konsep": ImportChoice.CREATE,
}


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


def is_chosen(one: PlannedImport, form: dict[str, str]) -> bool:
    """Tells whether nothing has to be chosen, or something is, for one or for all."""
    return not one.is_answered or bool(form.get(f"pilih.{one.key}") or form.get("semua"))


def chooser_of(form: dict[str, str]) -> Choose:
    """Reads what is chosen for each consultation that is answered already, or for all of them."""

    def choose(one: PlannedImport) -> ImportChoice | None:
        if not one.is_answered:
            return ImportChoice.CREATE
        choice = CHOICES.get(form.get(f"pilih.{one.key}") or form.get("semua", LATER))
        if one.is_of_entry or choice not in (ImportChoice.ALIAS, ImportChoice.ANSWER):
            return choice
        # What is no entry needs no phrasing; a newer answer would be lost.
        return ImportChoice.SKIP if choice is ImportChoice.ALIAS else None

    return choose
