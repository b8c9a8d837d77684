import json
import os
import posixpath
import re
import subprocess
import sys
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from caridulu.site.build.render_site import Site, SiteRenderer
from tests import ROOT
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, TODAY


def test_a_replaced_entry_leads_on_without_script(site: Site) -> None:
    page = site.files["kb/lama-jawaban/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../kb/waktu-jawaban/">' in page
    assert '<a href="../../kb/waktu-jawaban/">Berapa lama pertanyaan daring dijawab?</a>' in page
    assert "<script" not in page


def test_the_sitemap_has_true_dates_and_public_pages_only() -> None:
    office = OFFICE.model_copy(update={"site_url": "https://tanya.example.go.id"})
    site = SiteRenderer(
        replace(KNOWLEDGE, office=office), today=TODAY, search=FAKE_SEARCH, cache=KEPT
    ).site()
    sitemap = site.files["sitemap.xml"]
    entry = (
        "<loc>https://tanya.example.go.id/kb/biaya-konsultasi/</loc><lastmod>2026-11-25</lastmod>"
    )
    assert entry in sitemap
    assert "404" not in sitemap
    assert site.files["robots.txt"].endswith("Sitemap: https://tanya.example.go.id/sitemap.xml\n")
    pages = {page.path: page.html for page in site.pages}
    assert '<link rel="canonical" href="https://tanya.example.go.id/">' in pages[""]
    assert 'rel="canonical"' not in pages["404.html"]  # which stands at many addresses
    assert "data-stays" in pages["kb/biaya-konsultasi/"]  # it has no English counterpart
    assert "data-stays" not in pages[""]


def test_a_site_without_an_address_has_no_sitemap(site: Site) -> None:
    assert "sitemap.xml" not in site.files
    assert site.files["robots.txt"] == "User-agent: *\nAllow: /\n"


def test_below_a_path_robots_txt_would_not_be_read() -> None:
    office = OFFICE.model_copy(update={"site_url": "https://bps.example.go.id/tanya/"})
    site = SiteRenderer(
        replace(KNOWLEDGE, office=office), today=TODAY, search=FAKE_SEARCH, cache=KEPT
    ).site()
    assert "robots.txt" not in site.files
    assert "<loc>https://bps.example.go.id/tanya/</loc>" in site.files["sitemap.xml"]


def test_every_page_has_a_content_security_policy(site: Site) -> None:
    assert all("Content-Security-Policy" in page.html for page in site.pages)


def test_a_site_for_a_folder_names_its_index_files() -> None:
    site = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=True).site()
    home = next(page.html for page in site.pages if page.path == "")
    assert 'href="kb/biaya-konsultasi/index.html"' in home
    assert 'action="cari/index.html"' in home


def test_every_link_of_a_site_for_a_folder_names_a_file_that_is_there() -> None:
    site = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=True).site()
    there = set(site.texts())
    lost = {
        (name, link)
        for name, text in site.texts().items()
        if name.endswith(".html")
        for link in re.findall(r'(?:href|src|action)="([^"#?]+)', text)
        if not urlsplit(link).scheme and posixpath.normpath(f"{name}/../{link}") not in there
    }
    assert lost == set()


FINGERPRINT = """
import json, sys
sys.path[:0] = {paths!r}
from tests.site.sample_office import FAKE_SEARCH, KNOWLEDGE, TODAY
from caridulu.site.build.render_site import SiteRenderer
site = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH).site()
print(json.dumps([[p.path, p.html] for p in site.pages] + [list(f) for f in site.files.items()]))
"""


@pytest.mark.slow  # processes of their own
def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = FINGERPRINT.format(paths=[str(ROOT)])
    sites = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert json.loads(sites[0])
    assert sites[0] == sites[1]
