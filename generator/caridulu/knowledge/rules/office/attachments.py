"""Uses of attachments: emblem and picture of the office, and files that nothing shows."""

from collections.abc import Iterable, Iterator

from caridulu.knowledge.attachments import FOLDER, Attachments, mentioned
from caridulu.knowledge.model import Entry, Identity, Office, Page, Referral, ServiceStandard
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, notice
from caridulu.knowledge.yaml.nodes import YamlFile


def shown_names(
    office: Office | None,
    entries: Iterable[Entry],
    services: Iterable[ServiceStandard],
    pages: Iterable[Page],
    referrals: Iterable[Referral],
) -> frozenset[str]:
    """Collects the names of attachments that these show or link to, without the emblem."""
    texts = [office.model_dump_json()] if office else []
    for entry in entries:
        also = (entry.en, entry.proposal)
        texts += [entry.answer, *(one.answer for one in also if one)]
    texts += [page.body for page in pages]
    texts += [one.model_dump_json() for one in (*services, *referrals)]
    picture = office.identity.picture if office else None
    return frozenset((*mentioned(texts), *([picture.file] if picture else ())))


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


def unused_attachments(
    attachments: Attachments, shown: Iterable[str], office: Office | None
) -> Iterator[Problem]:
    """Finds sound files that nothing shows; a visitor will never get them."""
    own = identity_files(office.identity).values() if office else ()
    for name in attachments.sound.keys() - {*shown, *own}:
        yield notice(Location(f"{FOLDER}/{name}"), "knowledge.unused_attachment")
