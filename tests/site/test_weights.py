from pathlib import Path

from generator.messages import Language
from generator.site.assemble import Site
from generator.site.weights import weights
from generator.site.write import write_site


def test_the_builder_hears_what_a_visitor_must_load(site: Site, tmp_path: Path) -> None:
    write_site(site, tmp_path)
    found = weights(tmp_path)
    assert found is not None
    assert 5 <= found.page <= 15
    assert found.page < found.ready
    assert found.text(Language.ID) == (
        f"{found.pages} halaman. Terkompresi: halaman jawaban terberat {found.page} kB, siap"
        f" mencari {found.ready} kB."
    )


def test_a_folder_without_entries_weighs_nothing(tmp_path: Path) -> None:
    assert weights(tmp_path) is None
