"""What takes long is followed in a real browser, and its end is told."""

import re
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from caridulu.curation.writing import Content
from caridulu.journal import journal
from tests.browser_editor.conftest import Open
from tests.editor.client import PATIENCE
from tests.editor.reading.test_ready_pages import DRAFT, accepted


def test_publishing_is_followed_to_its_end_while_the_rest_is_looked_at_anew(
    open_page: Open, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = "question: Kapan loket tutup?\nanswer: Sore.\ncategory: konsultasi\nstatus: review\n"
    (project / "kb/konsultasi/loket-tutup.yml").write_text(held, encoding="utf-8")
    accepted(project)
    write, go_on = journal.write_all, threading.Event()

    def slow(texts: Mapping[Path, Content]) -> None:
        assert go_on.wait(PATIENCE)
        write(texts)

    page = open_page("siap-terbit", width=360)
    button = page.get_by_role("button", name=re.compile("terbitkan 1 entri"))
    button.wait_for()
    monkeypatch.setattr(journal, "write_all", slow)
    button.click()
    page.get_by_role("heading", name="Sedang berjalan").wait_for()
    said = page.inner_text("#kerja")
    go_on.set()
    page.wait_for_url("**pesan=published_ready*")

    assert "Sedang diterbitkan. Ribuan entri memerlukan waktu." in said
    assert "Entri yang siap kini berstatus terbit." in page.inner_text("#pesan")
    assert "status: published" in (project / DRAFT).read_text("utf-8")
