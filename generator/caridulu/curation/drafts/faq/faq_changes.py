"""What the import of a public FAQ has changed of an answer, and whether it stands there still."""

import hashlib

from caridulu.curation.drafts.entries.draft_entry import LONGEST_QUESTION, DraftEntry
from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.project import Project
from caridulu.knowledge import Entry
from caridulu.knowledge.model import FaqChange, FromFaq
from caridulu.knowledge.yaml.nodes import TextNode

DIGEST_BYTES = 8


def from_faq(source: Consultation, draft: DraftEntry) -> FromFaq:
    """Notes what differs between a question of an FAQ and the entry that it becomes."""
    changes = list(source.changes)
    if len(" ".join(source.question.split())) > LONGEST_QUESTION:
        changes.append(FaqChange.WORDS)
    if len(draft.shown) > len(draft.shown_open):
        changes.append(FaqChange.PERSONAL)
    fingerprint = _fingerprint(draft.question, draft.answer)
    return FromFaq(fingerprint=fingerprint, changes=tuple(dict.fromkeys(changes)))


def is_as_imported(project: Project, entry: Entry) -> bool:
    """Tells whether question and answer are what the import has written, letter for letter."""
    file = project.file(entry) if entry.from_faq else None
    if file is None or entry.from_faq is None:
        return False
    nodes = (file.find("question"), file.find("answer"))
    texts = [node.value for node in nodes if isinstance(node, TextNode)]
    return len(texts) == len(nodes) and _fingerprint(*texts) == entry.from_faq.fingerprint


def is_copy(project: Project, entry: Entry) -> bool:
    """Tells whether an answer is, word for word, what the office had published before."""
    is_unchanged = entry.from_faq is not None and not entry.from_faq.changes
    return is_unchanged and is_as_imported(project, entry)


def _fingerprint(question: str, answer: str) -> str:
    text = "\0".join(" ".join(part.split()) for part in (question, answer))
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()
