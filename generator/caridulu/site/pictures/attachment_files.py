"""Attachments of a knowledge base -> files of the site, each named after its content."""

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
from caridulu.site.urls import ASSETS, PublishedFile, content_hash

Encode = Callable[[bytes], bytes]


@dataclass(frozen=True)
class AttachedFiles:
    """What is published of ``content/berkas/``."""

    by_name: Mapping[str, PublishedFile]
    emblem: PublishedFile | None
    contents: Mapping[str, bytes]  # by site path


def attached_files(knowledge: KnowledgeBase, cache: TextCache) -> AttachedFiles:
    """Encodes the files of a site that come from its attachments."""
    program = digest(source_digest("caridulu.site.pictures"), PIL.__version__)
    by_name: dict[str, PublishedFile] = {}
    contents: dict[str, bytes] = {}

    def add(attachment: Attachment, size: tuple[int, int], encode: Encode) -> PublishedFile:
        stem, _, suffix = attachment.name.rpartition(".")
        content = attachment.path.read_bytes()
        if attachment.kind.is_picture:
            key = digest(program, str(size), attachment.digest)
            content, suffix = cache.get_bytes(key, partial(encode, content)), "webp"
        path = f"{ASSETS}{stem}.{content_hash(content)}.{suffix}"
        contents[path] = content
        return PublishedFile(path, *size)

    for one in knowledge.attachments:
        size = fitted_size(one.width, one.height) if one.kind.is_picture else (0, 0)
        by_name[one.name] = add(one, size, partial(published_picture, kind=one.kind))
    emblem, own = None, knowledge.emblem
    if own:
        emblem = add(own, emblem_size(own.width, own.height), published_emblem)
    return AttachedFiles(by_name, emblem, contents)
