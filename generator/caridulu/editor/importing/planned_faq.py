"""An FAQ that is public already -> the plan of its import, as the page shows it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caridulu.curation.drafts.faq.faq_decisions import DecidedPiece, FaqDecisions, MayBePublic
from caridulu.curation.drafts.faq.faq_findings import FaqFindings, checked_faq
from caridulu.curation.drafts.faq.faq_import import FaqPlan, plan_faq
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.progress import Progress
from caridulu.editor.fields.remarks import as_sentence
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Entry
from caridulu.messages import Language, message
from caridulu.privacy.entity import Entity

LONGEST_SOURCE = 300  # characters
PUBLIC, REPLACED, LATER = "terbit", "samarkan", "nanti"
DECISIONS = (REPLACED, PUBLIC, LATER)


@dataclass(frozen=True)
class PlannedFaq:
    """An FAQ's entries, what an officer should know of them, and the personal data in them."""

    plan: FaqPlan
    findings: FaqFindings
    pieces: tuple[DecidedPiece, ...]
    public: tuple[str, ...]  # that the officer lets be published

    @property
    def counts(self) -> Counter[str]:
        """Counts the entries of each category, by id."""
        return Counter(entry.planned.category for entry in self.plan.entries)

    def findings_in_words(self, language: Language, known: Mapping[str, Entry]) -> tuple[str, ...]:
        """Says what is alike, what differs and what is not found, in the command's sentences.

        Entries, those that are ``known`` too, are called by their questions.
        """
        questions = {entry.id: entry.question for entry in known.values()}
        questions |= {entry.id: entry.planned.draft.question for entry in self.plan.entries}

        def called(entry_id: str) -> str:
            return f"“{questions[entry_id]}”" if questions.get(entry_id) else entry_id

        def say(name: str, **values: object) -> str:
            return as_sentence(message(f"curation.{name}", language, **values))

        kinds = self.findings.messages(called)
        findings = (say(one.name, **one.values) for kind in kinds for one in kind)
        pages = (say("faq_home_page", value=url) for url in self.plan.home_pages)
        problems = (as_sentence(one.sentence(language)) for one in self.findings.problems)
        return (*findings, *pages, *problems)


def planned_faq(
    readings: Iterable[Reading],
    snapshot: Snapshot,
    source: str,
    may_be_public: MayBePublic,
    on_progress: Progress,
) -> PlannedFaq:
    """Plans and checks the entries of an FAQ, as the command does."""
    project, today = snapshot.project, snapshot.today
    decisions = FaqDecisions(may_be_public)
    plan = plan_faq(readings, project, decide=decisions, source=source, today=today)
    texts = plan.texts(project, decisions.public)
    plan, findings = checked_faq(plan, project, texts, today=today, on_progress=on_progress)
    return PlannedFaq(plan, findings, decisions.pieces, decisions.public)


def piece_key(entity: Entity) -> str:
    """Names a piece of personal data in a form."""
    named = f"{entity.kind.value}\0{entity.text.casefold()}".encode()
    return f"data.{hashlib.sha256(named).hexdigest()[:16]}"


def chosen(form: Mapping[str, str]) -> MayBePublic:
    """Reads what an officer has decided about each piece of personal data."""
    decided = {PUBLIC: True, REPLACED: False}
    return lambda _, entity: decided.get(form.get(piece_key(entity), LATER))
