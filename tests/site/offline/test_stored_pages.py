import json
import re
from dataclasses import replace

from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.urls import UNSTORED
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KEPT, KNOWLEDGE, TODAY


def test_what_is_stored_is_every_page_and_what_it_needs(site: Site) -> None:
    stored = set(json.loads(site.files["simpanan.json"]))
    assert {page.path for page in site.pages} <= stored
    assert {"search/manifest.json", "search/hashed/abc/t0.txt"} <= stored
    assert {path for path in site.files if path.startswith("assets/")} <= stored
    assert {"kb/lama-jawaban/", UNSTORED} <= stored
    assert not {"sw.js", "simpanan.json", "robots.txt", "entries.json"} & stored


def test_the_page_for_what_is_not_stored_can_stand_at_any_address(html: dict[str, str]) -> None:
    """Its links all start at the site's root, and the worker knows how."""
    addresses = re.findall(r' (?:href|src|action|data-root)="([^"]*)"', html[UNSTORED])
    own = {each for each in addresses if not each.startswith(("#", "https:"))}
    assert own
    assert {each for each in own if not each.startswith("../")} == set()
    assert "Halaman ini tidak tersimpan di perangkat Anda" in html[UNSTORED]
    assert "noindex" in html[UNSTORED]


def test_a_changed_entry_changes_its_page_and_the_worker(site: Site) -> None:
    changed = ENTRIES[2].model_copy(update={"answer": "IPM mengukur capaian pembangunan."})
    knowledge = replace(KNOWLEDGE, entries=(*ENTRIES[:2], changed))
    other = SiteRenderer(knowledge, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()
    before, after = (json.loads(each.files["simpanan.json"]) for each in (site, other))
    assert {path for path in before if before[path] != after[path]} == {
        "kategori/pembangunan-manusia/",
        "kb/apa-itu-ipm/",
    }
    assert site.files["sw.js"] != other.files["sw.js"]


def test_a_site_in_a_folder_has_no_worker() -> None:
    site = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=True).site()
    assert not {"sw.js", "simpanan.json", "aplikasi.webmanifest", "umpan.xml"} & set(site.files)
    assert not {"luring/", UNSTORED} & {page.path for page in site.pages}
    assert all('type="module"' not in page.html for page in site.pages)
