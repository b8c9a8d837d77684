"""The pages about pictures and PDFs, what is kept of an uploaded one, and the files themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlencode

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.editor.addresses import ATTACHMENTS
from caridulu.editor.fields.remarks import as_sentence, editor_words
from caridulu.editor.pages import Pages, StoppedError, pressed, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import KnowledgeBase
from caridulu.knowledge.attachments import FOLDER, UnfitError, check_pdf, check_size, picture_in
from caridulu.knowledge.markdown import written_link
from caridulu.knowledge.model import Attachment, AttachmentKind
from caridulu.knowledge.rules.office.attachments import identity_files, shown_names
from caridulu.knowledge.site_names import ATTACHED
from caridulu.messages import Language
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.site.pictures.encoding import kept_picture
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

_PDF = b"%PDF-"
UPLOAD, REMOVE = "unggah", "hapus"
PART = "_bagian"  # the script wants the answer only, to put it into the form
KINDS = {
    AttachmentKind.PNG: "image/png",
    AttachmentKind.JPEG: "image/jpeg",
    AttachmentKind.WEBP: "image/webp",
    AttachmentKind.PDF: "application/pdf",
}


@dataclass(frozen=True)
class Upload:
    name: str
    kind: AttachmentKind
    content: bytes


def upload_of(
    content: bytes, words: str, *, there: Mapping[str, Attachment], allowed: Allowed
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
    if blocking_entities(words, allowed, usual_word_lists()):
        raise UnfitError("personal_words")
    kind, kept = _content_to_keep(content)
    for one in there.values():
        if one.kind is kind and one.path.read_bytes() == kept:
            return Upload(one.name, kind, kept)
    wanted = id_of(words.replace("[", " "), otherwise="gambar" if kind.is_picture else "dokumen")
    ids = FreeIds(name.rpartition(".")[0] for name in there)
    return Upload(f"{ids.take(wanted)}.{kind}", kind, kept)


def _content_to_keep(content: bytes) -> tuple[AttachmentKind, bytes]:
    if content.startswith(_PDF):
        check_size(AttachmentKind.PDF, len(content))
        check_pdf(content)
        return AttachmentKind.PDF, content
    check_size(AttachmentKind.PNG, len(content))
    kind = picture_in(content).kind
    return kind, kept_picture(content, kind)


def unfit_sentence(error: UnfitError, language: Language) -> str:
    """Says why a file is not taken; the check's words become a sentence of its own."""
    return editor_words("upload", error.key, language) or as_sentence(error.sentence(language))


def markdown_of(name: str, kind: AttachmentKind, words: str) -> str:
    """Writes the Markdown that shows a picture or links to a PDF."""
    link = written_link(words, f"{ATTACHED}:{name}")
    return f"!{link}" if kind.is_picture else link


@dataclass(frozen=True)
class Attached:
    attachment: Attachment
    size: str
    markdown: str
    is_used: bool


class AttachmentPages(Pages):
    """Answers requests about the files of ``content/berkas/``."""

    tab, places, folders = "attachments", (ATTACHMENTS,), (f"{ATTACHMENTS}/",)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.path != ATTACHMENTS:
            return self._file(snapshot, request)
        return self._respond(snapshot, request, self._list, self._decide)

    def _file(self, snapshot: Snapshot, request: Request) -> Reply:
        name = request.path.removeprefix(f"{ATTACHMENTS}/")
        found = snapshot.attachments.sound.get(name)
        if found is None or request.is_post:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        headers = {}
        if not found.kind.is_picture:
            headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return Reply(found.path.read_bytes(), kind=KINDS[found.kind], headers=headers)

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        action, name = pressed(request)
        if action == UPLOAD:
            return self._upload(snapshot, request)
        if action != REMOVE:
            raise unknown_button()
        found = next((row for row in rows_of(snapshot) if row.attachment.name == name), None)
        if found is None or found.is_used:
            raise Refusal(HTTPStatus.CONFLICT, "not_found")
        self._saver.put({found.attachment.path: None}, ActionKind.DETACHED)
        return see_other(ATTACHMENTS)

    def _upload(self, snapshot: Snapshot, request: Request) -> Reply:
        words = request.line("keterangan")
        files = request.files.get("berkas", ())
        knowledge = snapshot.knowledge
        allowed = Allowed.of_office(knowledge.office) if knowledge else NOTHING_ALLOWED
        try:
            upload = upload_of(
                bytes(files[-1].content) if files else b"",
                words,
                there=snapshot.attachments.sound,
                allowed=allowed,
            )
        except UnfitError as error:
            said = unfit_sentence(error, self._renderer.language)
            if not request.first(PART):
                raise StoppedError(said) from error
            part = self._renderer.part("uploaded.html", markdown="", refused=said)
            return replace(part, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        path = self._workspace.root / FOLDER / upload.name
        if not path.exists():
            self._saver.put({path: upload.content}, ActionKind.ATTACHED)
        if request.first(PART):
            text = markdown_of(upload.name, upload.kind, words)
            return self._renderer.part("uploaded.html", markdown=text, name=upload.name)
        return see_other(f"{ATTACHMENTS}?{urlencode({'baru': upload.name, 'teks': words})}")

    def _list(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        done = request.query.get("baru", "")
        words = request.query.get("teks", "") or request.line("keterangan")
        rows = rows_of(snapshot, done, words)
        return self._page(
            "attachments.html",
            snapshot,
            self._say("title_attachments"),
            stopped=stopped,
            rows=rows,
            done=done if any(row.attachment.name == done for row in rows) else "",
            words="" if done else words,
            problems=[
                (p.location.path, p.sentence(self._renderer.language))
                for p in snapshot.attachments.problems
            ],
        )


def rows_of(snapshot: Snapshot, done: str = "", words: str = "") -> tuple[Attached, ...]:
    """Lists the files; ``words`` were just said of the one that is called ``done``.

    With problems in the project all are in use.
    """
    sound, knowledge = snapshot.attachments.sound, snapshot.knowledge
    used = _used(knowledge) if snapshot.loaded.ok and knowledge else frozenset(sound)
    said = {done: words or "..."}
    return tuple(
        Attached(one, _size(one), markdown_of(name, one.kind, said.get(name, "...")), name in used)
        for name, one in sorted(sound.items())
    )


def _used(knowledge: KnowledgeBase) -> frozenset[str]:
    shown = shown_names(
        knowledge.office,
        knowledge.entries,
        knowledge.services,
        knowledge.pages,
        knowledge.referrals,
    )
    return shown | {*identity_files(knowledge.office.identity).values()}


def _size(attachment: Attachment) -> str:
    kilobytes = max(1, round(attachment.path.stat().st_size / 1000))
    pixels = f", {attachment.width} x {attachment.height}" if attachment.kind.is_picture else ""
    return f"{kilobytes} kB{pixels}"
