"""What visitors do not see yet: files that differ from what was last published from here."""

from dataclasses import dataclass

from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.model import Target
from caridulu.publishing.published_sources import (
    Published,
    SourceFingerprints,
    changed_sources,
    last_published,
)


@dataclass(frozen=True)
class Unpublished:
    """How a target stands; ``paths`` are empty where it is not known what it shows."""

    target: Target
    published: Published | None
    paths: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether it is known from what the public site was built."""
        return bool(self.published and self.published.sources)


def unpublished(
    snapshot: Snapshot, target: Target, fingerprints: SourceFingerprints
) -> Unpublished:
    """Compares the project with what a target shows."""
    published = last_published(snapshot.root, target)
    if published is None or not published.sources:
        return Unpublished(target, published, ())
    paths = changed_sources(published.sources, fingerprints.now())
    return Unpublished(target, published, paths)
