"""No site with personal data: every artefact passes the gate of ``caridulu.curation``."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import Look, gate
from caridulu.site.build.assemble import Site
from caridulu.site.build.background import Meanwhile
from caridulu.site.build.cache import Cache, digest, source_digest
from caridulu.site.build.write_site import site_texts
from caridulu.site.pages.render_pages import SiteError
from caridulu.site.urls import ASSETS, INDEX, STORED

_LARGE = 1_000  # artefacts worth a process of their own


def refuse_personal_data(
    site: Site,
    knowledge: KnowledgeBase,
    *,
    root: Path,
    cache: Cache,
    look: Look | None = None,
) -> None:
    """``SiteError`` names entry and line; an artefact that passed before is not read again.

    Args:
        site: what is about to be published.
        knowledge: what it was made from.
        root: the office's project.
        cache: remembers what passed.
        look: has seen parts of the site already.
    """
    artefacts = site_texts(site)
    artefacts.pop(STORED, None)  # addresses and digests, no text; a digest can look like a number
    office = [f"{channel.kind}{channel.address}" for channel in knowledge.office.channels]
    rules = digest(source_digest("caridulu.privacy"), *office)
    folders = _hash_folders(site.files)
    keys = {
        name: digest("gate", rules, _without(folders, name), _without(folders, text))
        for name, text in artefacts.items()
    }
    unread = {name: text for name, text in artefacts.items() if not cache.knows(keys[name])}
    if not _is_clean(
        unread, look or Look(Allowed.of_office(knowledge.office)), is_new=look is None
    ):
        raise SiteError(tuple(problem.text() for problem in gate(unread, knowledge, root=root)))
    for key in keys.values():
        cache.mark(key)


def _is_clean(artefacts: Mapping[str, str], look: Look, *, is_new: bool) -> bool:
    """Two processes read a large site that none has seen any of."""
    names = sorted(artefacts)
    there, here = (names[::2], names[1::2]) if is_new and len(names) > _LARGE else ([], names)
    other = Meanwhile(
        lambda: str(look.is_clean({name: artefacts[name] for name in there})), large=bool(there)
    )
    is_clean = look.is_clean({name: artefacts[name] for name in here})
    return other.text() == str(True) and is_clean


def _hash_folders(files: Iterable[str]) -> frozenset[str]:
    """Names of folders that change with anything in them, and that every page mentions."""
    hashed = (name.split("/") for name in files if name.startswith((ASSETS, INDEX)))
    return frozenset(folder for _, *folders, _ in hashed for folder in folders)


def _without(folders: Iterable[str], text: str) -> str:
    for folder in folders:
        text = text.replace(folder, "")
    return text
