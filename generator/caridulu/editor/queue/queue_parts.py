"""What the pages of the queue share: whose turn it is, and sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.project import Project
from caridulu.editor.fields.form_fields import ENTRY, form_fields
from caridulu.editor.fields.remarks import Remark, in_plain_words
from caridulu.editor.saving.personal_data_remarks import IN_OTHER_WORDS, sentence
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem
from caridulu.messages import Language
from caridulu.site.serve.local_server import Refusal

QUEUE = "/antrean"


@dataclass(frozen=True)
class Turn:
    """Where an entry stands in the queue, counted from 1; 0 if it does not."""

    place: int
    count: int
    next: str  # the address after it


def turn_of(snapshot: Snapshot, entry_id: str) -> Turn:
    """Finds where an entry stands in the queue, and who comes next."""
    ids = [row.id for row in snapshot.waiting]
    place = ids.index(entry_id) + 1 if entry_id in ids else 0
    following = f"{QUEUE}/{ids[place]}" if place < len(ids) else QUEUE
    return Turn(place, len(ids), following)


def sentences(problems: Iterable[Problem], language: Language) -> list[str]:
    """Says problems in the words of forms, each once."""
    told = [
        sentence(problem, language)
        if problem.key in IN_OTHER_WORDS
        else in_plain_words(Remark((), problem.sentence(language)), form_fields(ENTRY)).text
        for problem in problems
    ]
    return list(dict.fromkeys(told))


def project_of(snapshot: Snapshot) -> Project:
    """Opens the project for curation; refused while the office's file cannot be read."""
    if snapshot.knowledge is None:
        raise Refusal(HTTPStatus.CONFLICT, "broken_office")
    return Project(snapshot.root, snapshot.knowledge)
