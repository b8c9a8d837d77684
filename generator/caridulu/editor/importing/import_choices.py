"""What a form of the page "Impor" says of consultations that are answered already."""

from caridulu.curation.drafts.plan.import_changes import Choose, ImportChoice
from caridulu.curation.drafts.plan.import_plan import PlannedImport

LATER = "nanti"
CHOICES = {
    "lewati": ImportChoice.SKIP,
    "sebutan": ImportChoice.ALIAS,
    "jawaban": ImportChoice.ANSWER,
    "konsep": ImportChoice.CREATE,
}


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
