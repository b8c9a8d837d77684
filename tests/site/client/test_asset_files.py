import re

import pytest

from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client import asset_files, embed_files
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.bundles import BUNDLES, ENGLISH_BUNDLES
from caridulu.site.offline import stored_pages
from caridulu.site.urls import content_hash
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, TODAY


def test_names_carry_a_hash_and_modules_of_a_language_share_a_folder(site: Site) -> None:
    scripts = [name for name in site.files if re.fullmatch(r"assets/.*\.js", name)]
    folders = {name.rsplit("/", 1)[0] for name in scripts}
    assert len(folders) == 2
    assert all(re.fullmatch(r"assets/[0-9a-f]{12}", folder) for folder in folders)
    assert sorted(name.rsplit("/", 1)[1] for name in scripts) == sorted(
        f"{name}.js" for name in (*BUNDLES, *BUNDLES, *ENGLISH_BUNDLES)
    )


def test_a_name_tells_the_bytes_of_its_file_and_nothing_else(site: Site) -> None:
    hashed = re.compile(r"(?:assets|search/hashed)/[\w-]+\.([0-9a-f]{12})\.\w+")
    named = {
        path: (found[1], content)
        for path, content in site.contents().items()
        if (found := hashed.fullmatch(path))
    }
    assert {path.rpartition(".")[2] for path in named} == {"css", "js", "png", "svg"}
    wrong = [path for path, (told, content) in named.items() if told != content_hash(content)]
    assert wrong == []


def test_a_comment_in_the_browsers_code_changes_no_byte(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {name: f"// Catatan.\n{text}" for name, text in browser_sources().items()}
    for module in (asset_files, embed_files, stored_pages):
        monkeypatch.setattr(module, "browser_sources", lambda: sources)
    again = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()
    assert again.contents() == site.contents()
