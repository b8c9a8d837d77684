"""Personal data in what a form would write: in public texts and in internal notes alike.

Git remembers internal notes for ever, and everybody who helps to edit reads them.
"""

from collections.abc import Iterable, Iterator, Mapping

from caridulu.curation.lifecycle.transitions import (
    NAMED_OTHERWISE,
    PUBLIC_TEXTS,
    LocatedEntity,
    field_at,
    located_entities,
    placeholders_left,
)
from caridulu.editor.fields.form_fields import CATEGORIES, ENTRY, OFFICE, form_fields
from caridulu.editor.fields.remarks import Level, Remark, form_sentence, with_labels
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem
from caridulu.knowledge.yaml.nodes import Loc
from caridulu.messages import Language, message
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.redaction import Redactor
from caridulu.privacy.shown_line import shown_line

CONTACTS = frozenset({Kind.PHONE, Kind.EMAIL, Kind.HANDLE, Kind.ADDRESS, Kind.NAME})
# What the office's own form is for. Only ``may_publish`` may hold more: a number that merely looks
# like one of a person, which is asked instead.
PUBLISHED_ON_PURPOSE: Mapping[str, frozenset[Kind]] = {
    "street_address": frozenset({Kind.ADDRESS, Kind.NAME}),
    "channels.address": CONTACTS,
    "may_publish": CONTACTS,
}
# Where a site is sent to: ``git@github.com:kantor/situs.git`` is no mail address.
SERVER_NAMES: Mapping[str, frozenset[Kind]] = {"deploy.repository": frozenset({Kind.EMAIL})}
KNOWN_TO_IMPORTS = "officers"  # never published; tells the office's side in chats
TO_BE_CONFIRMED = "may_publish"
PERSONAL = ("curation.personal_data", "curation.personal_data_asked")
IN_OTHER_WORDS = (*PERSONAL, "curation.publish_note_full")  # than those for a terminal
NOT_TYPED = frozenset({"digest"})  # what the program wrote itself


def personal_remarks(
    now: EditableFile, before: EditableFile, snapshot: Snapshot, language: Language
) -> Iterator[Remark]:
    """Yields sure personal data, which is refused, and what may be some, which is asked once.

    The project is that before the change: a form's own words do not vouch for themselves.
    """
    allowed, words = NOTHING_ALLOWED, usual_word_lists()
    if snapshot.knowledge:
        allowed, words = snapshot.project.allowed, snapshot.project.words
    elif now.kind not in (OFFICE, CATEGORIES):  # which must be mended first
        yield Remark((), message("editor.refused_broken_office", language))
        return
    if now.kind == OFFICE:
        allowed = allowed.with_others(_declared(now, words))
    redactor = Redactor(allowed=allowed, lists=words)
    settled = set[str]()
    if before.is_public():
        settled = {one.entity.text for _, one in _entities_in(redactor, before)}
    for loc, one in _entities_in(redactor, now):
        level = _level(now.kind, field_at(loc), one, words)
        if level is Level.REFUSED or (level is Level.ASKED and one.entity.text not in settled):
            place = now.remark(one.problem, language).loc
            yield Remark(place, sentence(one.problem, language), level)


def placeholder_remarks(now: EditableFile, language: Language) -> Iterator[Remark]:
    """Yields what an import put in the place of personal data and nobody has rewritten yet.

    A public entry with such a mark is refused by the check (``caridulu.privacy.gate``).
    """
    if now.kind != ENTRY or now.is_public():
        return
    for loc, text in now.texts():
        if loc[0] in PUBLIC_TEXTS:
            for problem in placeholders_left([text]):
                yield Remark(loc, problem.sentence(language), Level.NOTE)


def sentence(problem: Problem, language: Language) -> str:
    """Says to an officer at a form what is said otherwise in a terminal."""
    name = problem.key.replace("curation.", "editor.")
    return message(name, language, **dict(problem.values))


def sentences(problems: Iterable[Problem], language: Language) -> list[str]:
    """Says problems in the words of forms, each once."""
    told = [
        sentence(problem, language)
        if problem.key in IN_OTHER_WORDS
        else with_labels(form_sentence(problem, language), form_fields(ENTRY))
        for problem in problems
    ]
    return list(dict.fromkeys(told))


def _entities_in(redactor: Redactor, file: EditableFile) -> Iterable[tuple[Loc, LocatedEntity]]:
    """Finds personal data in the texts of a file, sure or not."""
    for loc, text in file.texts():
        if not loc or loc[-1] not in NOT_TYPED:
            for one in located_entities(redactor, text):
                yield loc, one


def _level(kind: str, field: str, one: LocatedEntity, words: WordLists) -> Level | None:
    """Chooses the level of a remark on personal data; None where it may stand in the field."""
    if kind == OFFICE:
        if field == KNOWN_TO_IMPORTS and one.entity.kind in CONTACTS:
            return None
        if one.entity.kind in PUBLISHED_ON_PURPOSE.get(field, SERVER_NAMES.get(field, ())):
            return None
        if field == TO_BE_CONFIRMED:
            return Level.ASKED
    is_unsure_name = one.entity.kind is Kind.NAME and one.entity not in _blocking(one.line, words)
    if is_unsure_name and field in NAMED_OTHERWISE:
        return None
    # The office's own texts name villages and teams; entries come from what people wrote.
    if is_unsure_name and kind != ENTRY:
        return Level.ASKED
    return Level.REFUSED if one.entity.certain else Level.ASKED


def _blocking(line: str, words: WordLists) -> tuple[Entity, ...]:
    """Finds what keeps a line from being published, at the place where it was typed."""
    shown = shown_line(line)
    if not shown:
        return blocking_entities(line, NOTHING_ALLOWED, words)
    return tuple(shown.in_typed(blocking_entities(shown.text, NOTHING_ALLOWED, words)))


def _declared(office: EditableFile, words: WordLists) -> Allowed:
    """Collects what the office's own form says is public."""
    found = _entities_in(Redactor(lists=words), office)
    return Allowed.of(
        [
            one.entity.text
            for loc, one in found
            if one.entity.kind in PUBLISHED_ON_PURPOSE.get(field_at(loc), ())
        ]
    )
