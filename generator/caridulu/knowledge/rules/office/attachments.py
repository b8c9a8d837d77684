"""Uses of attachments: emblem and picture of the office, and files that nothing shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caridulu.knowledge.attachments import FOLDER, Attachments, mentioned
from caridulu.knowledge.model import (
    Attachment,
    Entry,
    Identity,
    Office,
    Page,
    Referral,
    ServiceStandard,
)
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, notice
from caridulu.knowledge.yaml.nodes import YamlFile


@dataclass(frozen=True)
class Showing:
    """Everything that can show an attachment or link to one."""

    office: Office | None
    entries: Iterable[Entry] = ()
    services: Iterable[ServiceStandard] = ()
    pages: Iterable[Page] = ()
    referrals: Iterable[Referral] = ()

    def names(self) -> frozenset[str]:
        """Collects the names of attachments that are shown or linked to, without the emblem."""
        picture = self.office.identity.picture if self.office else None
        return frozenset((*mentioned(self._texts()), *([picture.file] if picture else ())))

    def _texts(self) -> Iterator[str]:
        if self.office:
            yield self.office.model_dump_json()
        for entry in self.entries:
            yield entry.answer
            yield entry.en.answer if entry.en else ""
            yield entry.proposal.answer if entry.proposal else ""
        yield from (page.body for page in self.pages)
        yield from (one.model_dump_json() for one in (*self.services, *self.referrals))


def identity_files(identity: Identity) -> dict[str, str]:
    """Lists the pictures by which an office is recognised, by key."""
    given = {"emblem": identity.emblem, "picture": identity.picture}
    return {key: one.file for key, one in given.items() if one}


def identity_problems(
    identity: Identity, file: YamlFile, attachments: Attachments
) -> Iterator[Problem]:
    """Finds an emblem or picture of which there is no file; ``file`` is the office's."""
    for key, name in identity_files(identity).items():
        if name not in attachments.names:
            suggest = Suggester(attachments.names)
            place = file.at("identity", key, "file")
            yield unknown(place, "knowledge.unknown_attachment", suggest, name)


def unused_attachments(attachments: Attachments, showing: Showing) -> Iterator[Problem]:
    """Finds sound files that nothing shows; a visitor will never get them."""
    own = identity_files(showing.office.identity).values() if showing.office else ()
    for name in attachments.sound.keys() - showing.names() - {*own}:
        yield notice(Location(f"{FOLDER}/{name}"), "knowledge.unused_attachment")


def published_attachments(attachments: Attachments, showing: Showing) -> tuple[Attachment, ...]:
    """Selects those that what is public shows, by name."""
    shown = showing.names()
    return tuple(one for name, one in sorted(attachments.sound.items()) if name in shown)
