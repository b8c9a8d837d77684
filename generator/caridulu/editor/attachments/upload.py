"""An uploaded file -> the attachment that is kept: a safe name, a picture without metadata."""

from collections.abc import Mapping
from dataclasses import dataclass

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.editor.fields.remarks import as_sentence
from caridulu.knowledge.attachments import UnfitError, check_pdf, check_size, picture_in
from caridulu.knowledge.markdown import written_link
from caridulu.knowledge.model import Attachment, AttachmentKind
from caridulu.knowledge.site_names import ATTACHED
from caridulu.messages import Language, message, messages_of
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import WordLists
from caridulu.site.pictures.encoding import kept_picture

_PDF = b"%PDF-"


@dataclass(frozen=True)
class Upload:
    name: str
    kind: AttachmentKind
    content: bytes


def upload_of(
    content: bytes,
    words: str,
    *,
    there: Mapping[str, Attachment],
    allowed: Allowed,
    lists: WordLists,
) -> Upload:
    """Makes what is kept of a file; ``UnfitError`` says why it is not taken.

    ``words`` are the alternative text of a picture, or the title of a PDF; the name is made of
    them, whatever the file is called on somebody's computer. A file that is among ``there`` keeps
    its name.
    """
    if not content:
        raise UnfitError("no_file")
    if not words:
        raise UnfitError("no_words")
    if blocking_entities(words, allowed, lists):
        raise UnfitError("personal_words")
    kind, kept = _kept(content)
    for one in there.values():
        if one.kind is kind and one.path.read_bytes() == kept:
            return Upload(one.name, kind, kept)
    wanted = id_of(words.replace("[", " "), otherwise="gambar" if kind.is_picture else "dokumen")
    ids = FreeIds(name.rpartition(".")[0] for name in there)
    return Upload(f"{ids.take(wanted)}.{kind}", kind, kept)


def _kept(content: bytes) -> tuple[AttachmentKind, bytes]:
    if content.startswith(_PDF):
        check_size(AttachmentKind.PDF, len(content))
        check_pdf(content)
        return AttachmentKind.PDF, content
    check_size(AttachmentKind.PNG, len(content))
    kind = picture_in(content).kind
    return kind, kept_picture(content, kind)


def unfit_sentence(error: UnfitError, language: Language) -> str:
    """Says why a file is not taken; the check's words become a sentence of its own."""
    own = f"upload_{error.key}"
    if own in messages_of("editor"):
        return message(f"editor.{own}", language)
    return as_sentence(error.sentence(language))


def markdown_of(name: str, kind: AttachmentKind, words: str) -> str:
    """Writes the Markdown that shows a picture or links to a PDF."""
    link = written_link(words, f"{ATTACHED}:{name}")
    return f"!{link}" if kind.is_picture else link
