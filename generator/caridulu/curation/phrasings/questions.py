"""Exports -> what was asked in them, as phrasings without personal data."""

from collections.abc import Iterable

from caridulu.curation.drafts.entries.draft_entry import DraftWriter, cleaned, replace_all
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.phrasings.offers import Offers, phrasing_of
from caridulu.curation.phrasings.waiting import Waiting
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of


def questions_in(readings: Iterable[Reading], project: Project) -> list[str]:
    """Makes a phrasing of each question in the consultations of exports, in their order."""
    found: list[str] = []
    for reading in readings:
        redactor = project.redactor_knowing(reading.senders)
        writer = DraftWriter(redactor, project.knowledge.office.channels, decide=replace_all)
        parts = (part for one in reading.consultations for part in parts_of(cleaned(one)))
        for source in parts:
            if source.question:
                draft = writer.draft(source, digest="")
                found.append(phrasing_of(draft.question, redactor))
    return list(dict.fromkeys(filter(None, found)))


def harvested(readings: Iterable[Reading], project: Project, offers: Offers) -> tuple[Waiting, int]:
    """Lets what was asked in exports wait to become phrasings, and counts what is new."""
    before = Waiting.of(project.root)
    waiting = before.with_texts(offers.new(questions_in(readings, project)))
    return waiting, len(waiting.texts) - len(before.texts)
