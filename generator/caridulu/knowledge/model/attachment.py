"""Pictures and PDFs that an office keeps in ``content/berkas/``."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class AttachmentKind(StrEnum):
    """What a file is, by its suffix."""

    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    PDF = "pdf"

    @property
    def is_picture(self) -> bool:
        return self is not AttachmentKind.PDF


KIND_OF_SUFFIX = {".jpeg": AttachmentKind.JPEG} | {f".{kind}": kind for kind in AttachmentKind}


@dataclass(frozen=True)
class Attachment:
    """One sound file; ``width`` and ``height`` are those of a picture as it is seen, in pixels."""

    name: str
    path: Path
    kind: AttachmentKind
    digest: str  # of its content
    width: int = 0
    height: int = 0
