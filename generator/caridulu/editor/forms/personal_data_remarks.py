"""Personal data in what a form would write: in public texts and in internal notes alike.

Git remembers internal notes for ever, and everybody who helps to edit reads them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caridulu.curation.lifecycle.transitions import PUBLIC_TEXTS, Finding, findings, marks_left
from caridulu.editor.files.editable_file import Stretch, Written
from caridulu.editor.files.editable_files import ENTRY, OFFICE, Sheet
from caridulu.editor.forms.remarks import Level, Remark
from caridulu.knowledge import Problem
from caridulu.knowledge.yaml.checked import Loc
from caridulu.messages import Language, message
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.entity import Kind
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.redaction import Redactor

CONTACTS = frozenset({Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.NAME})
# What the office's own form is for. Only ``may_publish`` may hold more: a number that merely looks
# like one of a person, which is asked instead.
PUBLISHED_ON_PURPOSE: Mapping[str, frozenset[Kind]] = {
    "street_address": frozenset({Kind.ADDRESS, Kind.NAME}),
    "channels.address": CONTACTS,
    "may_publish": CONTACTS,
}
KNOWN_TO_IMPORTS = "officers"  # never published; tells the office's side in chats
TO_BE_CONFIRMED = "may_publish"
PERSONAL = ("curation.personal_data", "curation.personal_data_asked")
IN_OTHER_WORDS = (*PERSONAL, "curation.publish_note_full")  # than those for a terminal
NOT_TYPED = frozenset({"digest"})  # what the program wrote itself


@dataclass(frozen=True)
class Usual:
    """What tells personal data from other words: before the change that is looked at."""

    allowed: Allowed = NOTHING_ALLOWED
    words: WordLists | None = None


def personal_remarks(
    sheet: Sheet, now: Written, before: Written | None, usual: Usual, language: Language
) -> Iterator[Remark]:
    """Sure personal data is refused; what may be some is asked about once.

    Args:
        sheet: which form.
        now: what would be written.
        before: the file as it is; None for a new one.
        usual: the draft's own words do not vouch for themselves.
        language: of the remarks.
    """
    words = usual.words or usual_word_lists()
    allowed = usual.allowed.with_others(_declared(sheet, now, words))
    redactor = Redactor(allowed=allowed, lists=words)
    settled = set[str]()
    if before and before.is_public():
        settled = {one.hit.text for stretch in before.stretches() for one in _in(redactor, stretch)}
    for stretch in now.stretches():
        for one in _in(redactor, stretch):
            level = _level(sheet, stretch.loc, one, settled, words)
            if level:
                remark = now.remark(one.problem, language)
                yield Remark(remark.loc, sentence(one.problem, language), level)


def placeholder_remarks(sheet: Sheet, now: Written, language: Language) -> Iterator[Remark]:
    """What an import has put in the place of personal data, and nobody has rewritten yet."""
    if sheet.kind != ENTRY:
        return
    level = Level.ASKED if now.is_public() else Level.NOTE
    for stretch in now.stretches():
        if stretch.loc[0] not in PUBLIC_TEXTS:
            continue
        for problem in marks_left([stretch.text]):
            yield Remark(stretch.loc, problem.sentence(language), level)


def sentence(problem: Problem, language: Language) -> str:
    """What a finding says to an officer at a form instead of a terminal."""
    name = problem.key.replace("curation.", "editor.")
    return message(name, language, **dict(problem.values))


def _in(redactor: Redactor, stretch: Stretch) -> Iterable[Finding]:
    is_typed = not stretch.loc or stretch.loc[-1] not in NOT_TYPED
    return findings(redactor, stretch.text) if is_typed else ()


def _level(
    sheet: Sheet, loc: Loc, one: Finding, settled: set[str], words: WordLists
) -> Level | None:
    field = _field(loc)
    if sheet.kind == OFFICE:
        if field == KNOWN_TO_IMPORTS and one.hit.kind in CONTACTS:
            return None
        if one.hit.kind in PUBLISHED_ON_PURPOSE.get(field, ()):
            return None
    is_asked = not one.is_sure or (sheet.kind == OFFICE and field == TO_BE_CONFIRMED)
    if not is_asked and not _may_be_a_place(sheet, one, words):
        return Level.REFUSED
    return None if one.hit.text in settled else Level.ASKED


def _may_be_a_place(sheet: Sheet, one: Finding, words: WordLists) -> bool:
    """The office's own texts name villages and teams; entries come from what people wrote."""
    if sheet.kind == ENTRY or one.hit.kind is not Kind.NAME:
        return False
    return one.hit not in blocking_entities(one.line, NOTHING_ALLOWED, words)


def _declared(sheet: Sheet, now: Written, words: WordLists) -> Allowed:
    """What the office's own form says is public."""
    if sheet.kind != OFFICE:
        return NOTHING_ALLOWED
    redactor = Redactor(lists=words)
    texts = [
        one.hit.text
        for stretch in now.stretches()
        for one in _in(redactor, stretch)
        if one.hit.kind in PUBLISHED_ON_PURPOSE.get(_field(stretch.loc), ())
    ]
    return Allowed.of(texts)


def _field(loc: Loc) -> str:
    """``channels.address`` for ``("channels", 2, "address")``."""
    return ".".join(part for part in loc if isinstance(part, str))
