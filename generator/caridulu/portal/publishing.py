"""A portal -> its targets, as an office's site goes to its own."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caridulu.knowledge.model import Target
from caridulu.portal.build import LeftOut, make_portal
from caridulu.portal.listing import PortalFile
from caridulu.publishing.publish import Publisher
from caridulu.publishing.records import Files


@dataclass(frozen=True, kw_only=True)
class PortalPublisher(Publisher):
    """Publishes the portal of a list; ``root`` is the list's folder."""

    portal: PortalFile
    strict: bool
    on_left_out: Callable[[LeftOut], None]

    def targets(self) -> Sequence[Target]:
        return self.portal.deploy

    def sources(self) -> Files:
        """Returns nothing: what a portal is made of lies elsewhere."""
        return {}

    def finished_site(self) -> dict[str, bytes]:
        """Makes the portal; returns its files by path. ``UserError`` if too many offices lack."""
        made = make_portal(
            self.portal, root=self.root, strict=self.strict, on_left_out=self.on_left_out
        )
        return made.site.contents()

    def moment(self) -> tuple[dt.datetime, str]:
        """Returns the moment on this computer's clock, and what a history says of it."""
        now = self.now().astimezone()
        return now, f"{self.portal.name}: {now:%Y-%m-%d %H.%M}"
