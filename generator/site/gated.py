"""No site with personal data: every artefact passes the gate of ``generator.curation``."""

from collections.abc import Iterable
from pathlib import Path

from generator.curation.gate import gate
from generator.curation.project import Project
from generator.knowledge.model import KnowledgeBase
from generator.site.addresses import ASSETS, INDEX
from generator.site.assemble import Site
from generator.site.cache import Cache, digest, source_digest
from generator.site.keeping import LIST
from generator.site.pages import SiteError
from generator.site.write import site_texts


def refuse_personal_data(site: Site, knowledge: KnowledgeBase, *, root: Path, cache: Cache) -> None:
    """``SiteError`` names entry and line; an artefact that passed before is not read again."""
    artefacts = site_texts(site)
    artefacts.pop(LIST, None)  # addresses and digests, no text; a digest can look like a number
    office = [f"{channel.kind}{channel.address}" for channel in knowledge.office.channels]
    rules = digest(source_digest("generator.curation"), *office)
    folders = _hash_folders(site.files)
    keys = {
        name: digest("gate", rules, _without(folders, name), _without(folders, text))
        for name, text in artefacts.items()
    }
    unread = {name: text for name, text in artefacts.items() if not cache.knows(keys[name])}
    problems = gate(unread, Project(root, knowledge))
    if problems:
        raise SiteError(tuple(problem.text() for problem in problems))
    for key in keys.values():
        cache.mark(key)


def _hash_folders(files: Iterable[str]) -> frozenset[str]:
    """Names of folders that change with anything in them, and that every page mentions."""
    hashed = (name.split("/") for name in files if name.startswith((ASSETS, INDEX)))
    return frozenset(folder for _, *folders, _ in hashed for folder in folders)


def _without(folders: Iterable[str], text: str) -> str:
    for folder in folders:
        text = text.replace(folder, "")
    return text
