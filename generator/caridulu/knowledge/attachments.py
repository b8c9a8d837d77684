"""The files of ``content/berkas/`` -> attachments, and what is wrong with the others.

Every picture is decoded once: what cannot be shown is found here, not while the site is built.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from PIL import Image

from caridulu.knowledge.model import KIND_OF_SUFFIX, Attachment, AttachmentKind
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.project_files import ID_LENGTH, ProjectFiles
from caridulu.messages import UserError

FOLDER = "content/berkas"
PICTURE_LIMIT, PDF_LIMIT = 10_000_000, 5_000_000  # bytes of a file
PIXEL_LIMIT = 50_000_000  # of a picture: more than telephones take, and 200 MB when decoded
FORMATS = {AttachmentKind.PNG: "PNG", AttachmentKind.JPEG: "JPEG", AttachmentKind.WEBP: "WEBP"}
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MENTION = re.compile(r"berkas:([a-z0-9.-]+)")
_PDF_BEGIN, _PDF_END, _PDF_TAIL = b"%PDF-", b"%%EOF", 1024
_ORIENTATION, _TURNED = 0x0112, frozenset({5, 6, 7, 8})  # EXIF: lying on its side
_REMEMBERED = 500  # files


class UnfitError(UserError):
    """A content that cannot be published; the editor says some ``key`` in words of its own."""

    prefix = "knowledge."


@dataclass(frozen=True)
class Picture:
    """A decoded picture: its kind, and its size as it is seen."""

    kind: AttachmentKind
    width: int
    height: int


@dataclass(frozen=True)
class Attachments:
    """Sound attachments of a project by name, and the names of all files that are there."""

    sound: dict[str, Attachment]
    names: frozenset[str]
    problems: tuple[Problem, ...]


def read_attachments(paths: Iterable[Path], files: ProjectFiles) -> Attachments:
    sound: dict[str, Attachment] = {}
    names, problems = set(), []
    for path in paths:
        names.add(path.name)
        place = Location(files.shown(path))
        try:
            sound[path.name] = attachment_of(path, root=files.root)
        except UnfitError as error:
            problems.append(finding(place, error.prefix + error.key, **error.values))
        except OSError:
            problems.append(finding(place, "knowledge.unreadable"))
    return Attachments(sound, frozenset(names), tuple(problems))


def attachment_of(path: Path, *, root: Path) -> Attachment:
    """Reads one file; ``UnfitError`` says why it cannot be published."""
    kind = kind_of_name(path.name)
    if not path.resolve().is_relative_to(root.resolve()):
        raise UnfitError("outside")
    status = path.stat()
    if not path.is_file():
        raise UnfitError("not_a_file")
    check_size(kind, status.st_size)
    return _read_attachment(path, kind, (status.st_mtime_ns, status.st_size))


def kind_of_name(name: str) -> AttachmentKind:
    """Tells the kind by a file's name; ``UnfitError`` where it can be no address."""
    path = Path(name)
    kind = KIND_OF_SUFFIX.get(path.suffix.lower())
    if not kind:
        raise UnfitError("attachment_kind", value=name)
    if not _NAME.fullmatch(path.stem) or path.suffix not in KIND_OF_SUFFIX or len(name) > ID_LENGTH:
        raise UnfitError("attachment_name", value=name, near=_tidy_name(path))
    return kind


def _tidy_name(path: Path) -> str:
    words = re.findall(r"[a-z0-9]+", path.stem.lower())
    return ("-".join(words) or "gambar")[: ID_LENGTH - 5].strip("-") + path.suffix.lower()


def check_size(kind: AttachmentKind, size: int) -> None:
    """Refuses a file that is too large by ``UnfitError``."""
    limit = PICTURE_LIMIT if kind.is_picture else PDF_LIMIT
    if size > limit:
        raise UnfitError("attachment_too_large", limit=limit // 1_000_000)


@lru_cache(maxsize=_REMEMBERED)
def _read_attachment(path: Path, kind: AttachmentKind, _stamp: tuple[int, int]) -> Attachment:
    """Reads a file, once for each time and size of it: the editor loads at every change."""
    content = path.read_bytes()
    digest = blake2b(content, digest_size=16).hexdigest()
    if kind is AttachmentKind.PDF:
        check_pdf(content)
        return Attachment(path.name, path, kind, digest)
    picture = picture_in(content)
    if picture.kind is not kind:
        raise UnfitError("attachment_suffix", value=path.suffix, kind=picture.kind.upper())
    return Attachment(path.name, path, kind, digest, picture.width, picture.height)


def check_pdf(content: bytes) -> None:
    """Refuses what is no whole PDF by ``UnfitError``."""
    if not content.startswith(_PDF_BEGIN) or _PDF_END not in content[-_PDF_TAIL:]:
        raise UnfitError("pdf_broken")


def picture_in(content: bytes) -> Picture:
    """Decodes a picture; ``UnfitError`` for what is none, is damaged, or has too many pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(content), formats=tuple(FORMATS.values()))
        if image.width * image.height > PIXEL_LIMIT:
            raise UnfitError("picture_too_many_pixels", width=image.width, height=image.height)
        turned = image.getexif().get(_ORIENTATION) in _TURNED
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnfitError("picture_broken") from error
    kind = next(kind for kind, name in FORMATS.items() if name == image.format)
    width, height = (image.height, image.width) if turned else image.size
    return Picture(kind, width, height)


def mentioned(texts: Iterable[str]) -> Iterator[str]:
    """Finds the names of attachments that texts show or link to."""
    for text in texts:
        if "berkas:" in text:
            yield from _MENTION.findall(text)
