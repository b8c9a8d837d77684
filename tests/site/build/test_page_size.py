from pathlib import Path

from caridulu.messages import Language
from caridulu.site.build.page_size import weights
from caridulu.site.build.render_site import Site
from caridulu.site.build.write_site import write_site


def test_the_builder_hears_what_a_visitor_must_load(site: Site, tmp_path: Path) -> None:
    write_site(site, tmp_path)
    found = weights(tmp_path)
    assert found is not None
    assert 5 <= found.page <= 15
    assert found.page < found.ready
    page, ready = (f"{size:.1f}".replace(".", ",") for size in (found.page, found.ready))
    assert found.text(Language.ID) == (
        f"{found.pages} halaman. Ukuran terkompresi: halaman jawaban terbesar {page} kB, data untuk"
        f" mulai mencari {ready} kB."
    )


def test_a_folder_without_entries_weighs_nothing(tmp_path: Path) -> None:
    assert weights(tmp_path) is None
