"""Site paths of all pages and files, and the addresses of links to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import urlsplit

from caridulu.knowledge import site_names
from caridulu.knowledge.model import KnowledgeBase, Office
from caridulu.messages import Language

HOME = ""
SEARCH = "cari/"
LETTERS = "a-z/"
CATEGORIES = "kategori/"
NOT_FOUND = "404.html"
KEEP = "luring/"
UNSTORED = "luring/tidak-tersimpan.html"  # shown at any address that is not stored
FEED = "umpan.xml"
STORED = "simpanan.json"  # what a device stores: path -> hash
WORKER = "sw.js"
EMBED = "embed.js"  # named by other sites: never moves
APP = "aplikasi.webmanifest"
SEARCH_DESCRIPTION = "opensearch.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
FAVICON = "favicon.ico"  # where programs look that read no page
ASSETS = "assets/"
INDEX = "search/"
MANIFEST = f"{INDEX}manifest.json"  # of the index
INDEX_HASHED = f"{INDEX}hashed/"  # whose names tell their content, as those of ASSETS do
CONTACT = f"{site_names.CONTACT_PAGE}/"
COMPLAINT = f"{site_names.COMPLAINT_PAGE}/"
ENGLISH = "en/"
ASKING = "en/how-to-ask/"
COUNTERPARTS = {HOME: ENGLISH, SEARCH: "en/search/", CONTACT: "en/contact/"}
READ_IN_ENGLISH = "#en"  # behind an Indonesian page's address: what surrounds the text in English
_HASH_BYTES = 6
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "#")


def entry_path(entry_id: str) -> str:
    return site_names.site_path(f"entri:{entry_id}")


def category_path(category_id: str) -> str:
    return site_names.site_path(f"kategori:{category_id}")


def service_path(service_id: str) -> str:
    return site_names.site_path(f"layanan:{service_id}")


def page_path(page_id: str) -> str:
    return site_names.site_path(f"halaman:{page_id}")


def site_address(office: Office) -> str:
    """Returns the whole address that site paths follow; empty while the office has none."""
    return office.site_url.rstrip("/") + "/" if office.site_url else ""


def english_path(path: str) -> str:
    """Returns the path for who reads English; a page without translation carries the language."""
    if path.startswith(ENGLISH) or not (path == HOME or path.endswith("/")):
        return path
    if path == COMPLAINT:
        return COUNTERPARTS[CONTACT] + "#complaints"
    return COUNTERPARTS.get(path, path + READ_IN_ENGLISH)


def counterpart(path: str) -> str | None:
    """Returns the path of the same page in the other language; None where there is none."""
    indonesian = {english: path for path, english in COUNTERPARTS.items()}
    return COUNTERPARTS.get(path, indonesian.get(path))


def output_path(path: str) -> str:
    """Returns the file that holds the page at a site path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def content_hash(*contents: str | bytes) -> str:
    """Computes the part of a file's name that tells its content, so that browsers may keep it."""
    digest = blake2b(digest_size=_HASH_BYTES)
    for content in contents:
        digest.update(content.encode() if isinstance(content, str) else content)
        digest.update(b"\0")
    return digest.hexdigest()


def relative(origin: str, target: str, *, index_files: bool = False) -> str:
    """Returns the address of site path ``target`` as written on the page at site path ``origin``.

    Site paths have no leading slash: ``""`` is the home page, ``kb/biaya-konsultasi/`` an entry.
    ``index_files`` names ``index.html``, for a site opened from a folder (``file://``).
    """
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]
    path = output_path(path) if index_files else path
    return ("../" * origin.count("/") + path or "./") + rest


@dataclass(frozen=True)
class PublishedFile:
    """Where an attachment lies on the site; a picture's size in pixels."""

    path: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Addresses:
    """The site's map: link targets as editors write them -> site paths."""

    targets: dict[str, str] = field(default_factory=dict)  # "entri:biaya-konsultasi" -> "kb/.../"
    index_files: bool = False
    base_path: str = "/"  # where the site lies on its host; only 404.html needs to know
    language: Language = Language.ID  # of the pages that links are written on
    attachments: Mapping[str, PublishedFile] = field(default_factory=dict)  # by name

    @classmethod
    def of(
        cls,
        knowledge: KnowledgeBase,
        *,
        index_files: bool = False,
        attachments: Mapping[str, PublishedFile] | None = None,
    ) -> "Addresses":
        """Maps a knowledge base; ids that were replaced lead to their successor."""
        names = site_names.link_targets(
            entries=(
                *(entry.id for entry in knowledge.published),
                *(answer.id for answer in knowledge.direct_answers),
                *(referral.published_id for referral in knowledge.referrals),
            ),
            categories=(category.id for category in knowledge.categories),
            services=(service.id for service in knowledge.services),
            pages=(page.id for page in knowledge.pages),
        )
        targets = {name: site_names.site_path(name) for name in names}
        targets |= {f"entri:{old}": entry_path(new) for old, new in knowledge.redirects}
        base_path = urlsplit(site_address(knowledge.office)).path or "/"
        return cls(
            targets=targets,
            index_files=index_files,
            base_path=base_path,
            attachments=attachments or {},
        )

    def has_page(self, page_id: str) -> bool:
        return f"halaman:{page_id}" in self.targets

    def url(self, origin: str, target: str) -> str:
        """Returns the address of site path ``target`` as written on the page at ``origin``."""
        is_english = self.language is Language.EN
        return self.exactly(origin, english_path(target) if is_english else target)

    def exactly(self, origin: str, target: str) -> str:
        """Returns the address of ``target`` itself, whatever the language of the page."""
        if origin == NOT_FOUND:  # served at any depth
            return self.base_path + target
        return relative(origin, target, index_files=self.index_files)

    def resolve(self, origin: str, href: str) -> str | None:
        """Returns the address of a link that an editor wrote; None if it leads nowhere."""
        if href.lower().startswith(_OUTSIDE):
            return href
        name, mark, anchor = href.partition("#")
        if attached := self.attached(name):
            return self.exactly(origin, attached.path + mark + anchor)
        path = self.targets.get(name)
        if path is None:
            wanted = site_names.as_site_path(name)
            path = wanted if wanted in self.targets.values() else None
        return None if path is None else self.url(origin, path + mark + anchor)

    def attached(self, href: str) -> PublishedFile | None:
        """Returns the published file that ``berkas:<name>`` means; None if there is none."""
        scheme, _, name = href.partition(":")
        return self.attachments.get(name) if scheme == site_names.ATTACHED else None
