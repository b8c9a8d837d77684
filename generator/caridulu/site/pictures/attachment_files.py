"""Attachments of a knowledge base -> files of the site, encoded when they are asked for.

A name carries a hash of what decides the file: its content, and how pictures are encoded.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import PIL

from caridulu.knowledge.model import Attachment, KnowledgeBase
from caridulu.knowledge.text_cache import TextCache, digest, source_digest
from caridulu.site.pictures.encoding import (
    emblem_size,
    fitted_size,
    published_emblem,
    published_picture,
)
from caridulu.site.urls import ASSETS, PublishedFile

_NAME = 12  # letters of a hash

Make = Callable[[], bytes]
Encode = Callable[[bytes], bytes]


@dataclass(frozen=True)
class AttachedFiles:
    """What is published of ``content/berkas/``."""

    by_name: Mapping[str, PublishedFile]
    emblem: PublishedFile | None
    makers: Mapping[str, Make]  # by site path


def attached_files(knowledge: KnowledgeBase, cache: TextCache) -> AttachedFiles:
    """Lists the files of a site that come from its attachments."""
    program = digest(source_digest("caridulu.site.pictures"), PIL.__version__)
    by_name: dict[str, PublishedFile] = {}
    makers: dict[str, Make] = {}

    def add(attachment: Attachment, size: tuple[int, int], encode: Encode | None) -> PublishedFile:
        stem, _, suffix = attachment.name.rpartition(".")
        key = digest(program, str(size), attachment.digest)
        suffix = suffix if encode is None else "webp"
        published = PublishedFile(f"{ASSETS}{stem}.{key[:_NAME]}.{suffix}", *size)
        makers[published.path] = partial(_made, attachment, cache, key, encode)
        return published

    for one in knowledge.attachments:
        is_picture = one.kind.is_picture
        size = fitted_size(one.width, one.height) if is_picture else (0, 0)
        encode = partial(published_picture, kind=one.kind) if is_picture else None
        by_name[one.name] = add(one, size, encode)
    emblem, own = None, knowledge.emblem
    if own:
        emblem = add(own, emblem_size(own.width, own.height), published_emblem)
    return AttachedFiles(by_name, emblem, makers)


def _made(attachment: Attachment, cache: TextCache, key: str, encode: Encode | None) -> bytes:
    if encode is None:
        return attachment.path.read_bytes()
    kept = cache.get(key, lambda: b64encode(encode(attachment.path.read_bytes())).decode())
    return b64decode(kept)
