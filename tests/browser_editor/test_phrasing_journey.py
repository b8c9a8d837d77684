"""Questions that people asked become aliases, in a real browser, on a telephone too."""

from pathlib import Path

import pytest

from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from tests.browser_editor.conftest import Open

QUESTION, OTHER = "apakah konsul dipungut ongkos?", "unduh buku publikasinya lewat mana"


@pytest.mark.parametrize("width", [360, 1280])
def test_questions_become_aliases_with_one_click_each(
    project: Path, open_page: Open, width: int
) -> None:
    write_all(Waiting({}, {}).with_texts({QUESTION: (), OTHER: ()}).files(project))
    page = open_page("antrean", width=width)
    page.get_by_role("link", name="Jadikan sebutan lain: 2 pertanyaan warga").click()
    assert page.inner_text("h1") == QUESTION
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_role("button", name="Jadikan sebutan lain: Apakah konsultasi statistik").click()

    page.get_by_role("status").wait_for()
    assert page.inner_text("h1") == OTHER
    fees = (project / "kb/konsultasi/biaya-konsultasi.yml").read_text("utf-8")
    assert f"  - {QUESTION}\n" in fees

    page.get_by_role("button", name="Bukan ini").click()
    page.get_by_text("Tidak ada pertanyaan yang menunggu.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
