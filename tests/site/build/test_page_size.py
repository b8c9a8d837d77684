import re
from pathlib import Path

from caridulu.messages import Language
from caridulu.site.build.page_size import weights
from caridulu.site.build.render_site import Site
from caridulu.site.build.write_site import write_site

SAID = (
    r"(\d+) halaman. Ukuran terkompresi: halaman jawaban terbesar ([\d,]+) kB, data untuk mulai"
    r" mencari ([\d,]+) kB."
)


def test_the_builder_hears_what_a_visitor_must_load(site: Site, tmp_path: Path) -> None:
    write_site(site, tmp_path)
    said = re.fullmatch(SAID, weights(tmp_path, Language.ID))
    assert said is not None
    pages, page, ready = (float(number.replace(",", ".")) for number in said.groups())
    assert pages == len([name for name in site.contents() if name.endswith(".html")])
    assert 5 <= page <= 15
    assert page < ready


def test_a_folder_without_entries_weighs_nothing(tmp_path: Path) -> None:
    assert weights(tmp_path, Language.ID) == ""
