"""What visitors do not see yet: files that differ from what was last published from here."""

from dataclasses import dataclass

from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.model import Target
from caridulu.publishing import published_sources


@dataclass(frozen=True)
class Unpublished:
    """How a target stands; ``paths`` are empty where it is not known what it shows."""

    target: Target
    published: published_sources.Published | None
    paths: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether it is known from what the public site was built."""
        return bool(self.published and self.published.sources)


def unpublished(
    snapshot: Snapshot, target: Target, fingerprints: published_sources.SourceFingerprints
) -> Unpublished:
    """Compares the project with what a target shows."""
    published = published_sources.last_published(snapshot.root, target)
    if published is None or not published.sources:
        return Unpublished(target, published, ())
    changed = published_sources.changed_sources(published.sources, fingerprints.now())
    return Unpublished(target, published, changed)
