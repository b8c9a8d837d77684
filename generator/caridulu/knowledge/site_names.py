"""Names that texts may use for what a site has: its pages, what links lead to, its blocks."""

from collections.abc import Iterable, Iterator

HOME_PAGE = "index"
# Begin the ids of what is no entry and is found like one: no entry's id may.
DIRECT_PREFIX = "kantor-"  # direct answers
REFERRAL_PREFIX = "rujukan-"
CONTACT_PAGE = "kontak"  # made by the site if the office has not written it
COMPLAINT_PAGE = "pengaduan"
PRIVACY_PAGE = "privasi"
# Pages that the site makes itself, by the name that ``halaman:`` has for them.
GENERATED_PAGES = {"a-z": "a-z/", "cari": "cari/", HOME_PAGE: "", "kategori": "kategori/"}
RESERVED_PAGES = frozenset(
    {"kb", "layanan", "assets", "search", "cari", "a-z", "kategori", "luring", "en"}
)
# Links inside the site: [biaya](entri:biaya-konsultasi) leads to kb/biaya-konsultasi/.
FOLDERS = {"entri": "kb/", "kategori": "kategori/", "layanan": "layanan/", "halaman": ""}
ATTACHED = "berkas"  # [unduh](berkas:formulir.pdf): a file of content/berkas/
OUTSIDE = ("http", "https", "mailto", "tel")
FORGET_BLOCK = "forget-visit"
FIXED_BLOCKS = (
    "channels-consultation",
    "channels-complaint",
    "featured",
    "categories",
    FORGET_BLOCK,
)
SERVICE_BLOCKS = ("requirements", "procedure", "turnaround", "service")


def site_path(target: str) -> str:
    """Returns the site path of a link target: ``entri:biaya`` -> ``kb/biaya/``."""
    kind, _, name = target.partition(":")
    if kind == "halaman" and name in GENERATED_PAGES:
        return GENERATED_PAGES[name]
    return f"{FOLDERS[kind]}{name}/"


def as_site_path(address: str) -> str:
    """Gives the site path that an address without scheme means: ``/kb/biaya`` -> ``kb/biaya/``."""
    path = address.strip("/")
    return f"{path}/" if path else ""


def link_targets(
    *,
    entries: Iterable[str],
    categories: Iterable[str],
    services: Iterable[str],
    pages: Iterable[str],
) -> Iterator[str]:
    """Names the link targets of a site, given the ids of what it shows."""
    yield from (f"entri:{name}" for name in entries)
    yield from (f"kategori:{name}" for name in categories)
    yield from (f"layanan:{name}" for name in services)
    yield from (f"halaman:{name}" for name in (*GENERATED_PAGES, *pages, CONTACT_PAGE))


def block_names(services: Iterable[str]) -> tuple[str, ...]:
    """Names the blocks that pages can show: ``{{ block.featured }}`` and those of services."""
    of_services = (f"{kind}-{service}" for service in services for kind in SERVICE_BLOCKS)
    return (*FIXED_BLOCKS, *of_services)
