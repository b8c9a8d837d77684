"""A newer answer beside the public one: the choices of ``caridulu review``, in the browser."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest

from caridulu.editor.app import Editor
from caridulu.editor.forms.open_hints import OpenHints
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Workspace
from caridulu.journal.journal import Journal
from caridulu.knowledge import load
from caridulu.messages import Language
from caridulu.site.serve.local_server import Request
from tests.editor.client import Answered, Client, files_of, version_on

ENTRY = "biaya-konsultasi"
PAGE = f"/antrean/{ENTRY}"
FILE = f"kb/konsultasi/{ENTRY}.yml"
NEWER = "Gratis untuk semua orang. Produk lain bertarif sesuai peraturan."


def _propose(project: Path, answer: str = NEWER) -> str:
    """The entry's file before a newer answer waits in it."""
    path = project / FILE
    before = path.read_text(encoding="utf-8")
    proposal = f"proposal:\n  channel: Tabel\n  month: 2026-11\n  answer: |\n    {answer}\n"
    path.write_text(before + proposal, encoding="utf-8")
    return before


def _press(client: Client, action: str) -> Answered:
    """A button of the page as it is now."""
    return client.post(PAGE, {"_versi": version_on(client.get(PAGE)), "_aksi": action})


def _told(page: str) -> str:
    """What the page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def test_queue_lists_what_is_proposed(client: Client, project: Path) -> None:
    assert ENTRY not in client.get("/antrean")
    assert 'Antrean <span class="count">1</span>' in client.get("/")

    _propose(project)

    queue = client.get("/antrean")
    assert f'<a href="{PAGE}">' in queue
    assert '<span class="badge review">usulan jawaban</span>' in queue
    assert 'Antrean <span class="count">2</span>' in queue


def test_proposal_in_a_file_with_problems_leads_to_the_form(client: Client, project: Path) -> None:
    _propose(project)
    path = project / FILE
    path.write_text(path.read_text(encoding="utf-8") + "tag: [biaya]\n", encoding="utf-8")

    queue = client.get("/antrean")

    assert f'<a href="/entri/{ENTRY}">' in queue
    assert "usulan jawaban</span>" in queue


def test_page_shows_both_answers_and_what_can_be_done(client: Client, project: Path) -> None:
    _propose(project, "Gratis, tanya [nama].")

    page = client.get(PAGE)

    told = _told(page)
    assert told.index("Jawaban yang terbit sekarang") < told.index("Usulan jawaban baru")
    assert "Asal: Tabel, November 2026 Gratis, tanya [nama] ." in told
    assert "<mark>[nama]</mark>" in page
    assert told.count("Masih ada penanda [nama] dari impor") == 1
    assert f'href="/entri/{ENTRY}#f-proposal">Sunting</a>' in page
    assert 'href="/antrean/konsultasi-lewat-video">Nanti</a>' in page
    assert "Nanti: usulan tetap menunggu di antrean." in told
    now = told.partition("Jawaban yang terbit sekarang")[2].partition("Usulan jawaban baru")[0]
    assert "{{" not in now  # it is shown as the public reads it
    assert "**" not in now


def test_what_was_done_on_the_page_before_is_told_and_can_be_undone(
    client: Client, project: Path
) -> None:
    _propose(project)
    before = files_of(project)

    reply = client.post("/antrean/konsultasi-lewat-video", {"_aksi": "buang"})

    page = client.get(f"{PAGE}?{reply.headers['Location'].partition('?')[2]}")
    assert "<p>Konsep dibuang.</p>" in page
    client.undo(page)
    assert files_of(project) == before


def test_accepted_proposal_takes_the_place_of_the_answer(
    client: Client, project: Path, today: dt.date
) -> None:
    _propose(project)
    names = set(files_of(project))

    reply = _press(client, "terbitkan-usulan")

    assert reply.status == 303
    assert reply.place == f"/entri/{ENTRY}?pesan=proposal_accepted"
    loaded = load(project, today=today)
    assert loaded.ok
    entry = next(one for one in loaded.knowledge.published if one.id == ENTRY)
    assert entry.answer == NEWER
    assert entry.proposal is None
    assert entry.provenance.channel == "Tabel"
    assert (str(entry.reviewed), str(entry.review_by)) == ("2026-11-25", "2027-11-25")
    assert entry.internal_note.startswith("Jawaban yang terbit sampai 2026-11-25:\n\nTidak.")
    assert set(files_of(project)) == names
    assert ENTRY not in client.get("/antrean")


def test_dropped_proposal_leaves_the_file_as_it_was(client: Client, project: Path) -> None:
    before = _propose(project)

    reply = _press(client, "buang-usulan")

    assert reply.place == f"/entri/{ENTRY}?pesan=proposal_dropped"
    assert (project / FILE).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("action", "name", "said"),
    [
        ("terbitkan-usulan", "proposal_accepted", "Jawaban baru terbit, ditinjau hari ini."),
        ("buang-usulan", "proposal_dropped", "Usulan dibuang."),
    ],
)
def test_choice_can_be_undone(
    action: str, name: str, said: str, client: Client, project: Path
) -> None:
    _propose(project)
    before = files_of(project)
    reply = _press(client, action)

    page = client.get(reply.headers["Location"])
    undone = client.undo(page)

    assert reply.place == f"/entri/{ENTRY}?pesan={name}"
    assert said in page
    assert undone.place == f"/entri/{ENTRY}?pesan=undone"
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Hubungi 081298765432.", "Data pribadi (nomor HP: Hubungi >081298765432<.). Hapus atau"),
        ("Tanya [nama].", "Masih ada penanda [nama] dari impor; tulis ulang kalimatnya tanpa"),
        ("Lihat [biaya](entri:tidak-ada).", 'Tautan "entri:tidak-ada" tidak menuju apa pun;'),
    ],
    ids=["personal data", "mark", "whole check"],
)
def test_what_must_be_mended_keeps_the_proposal_waiting(
    answer: str, said: str, client: Client, project: Path
) -> None:
    _propose(project, answer)
    before = files_of(project)

    replies = [_press(client, f"terbitkan-usulan{end}") for end in ("", "-pasti")]

    for reply in replies:
        assert reply.status == 422
        told = _told(reply.text)
        assert told.count(said) == 1
        assert "Usulan belum terbit. Perbaiki hal berikut" in told
        assert "terbitkan-usulan-pasti" not in reply.text
    assert files_of(project) == before


def test_what_may_be_personal_data_is_asked_once(client: Client, project: Path) -> None:
    _propose(project, "Gratis, lihat kode 7406011001000200.")
    before = files_of(project)

    asked = _press(client, "terbitkan-usulan")
    unwritten = files_of(project)
    confirmed = _press(client, "terbitkan-usulan-pasti")

    assert asked.status == 422
    assert _told(asked.text).count("Mungkin data pribadi (NIK:") == 1
    assert 'value="terbitkan-usulan-pasti"' in asked.text
    assert unwritten == before
    assert confirmed.status == 303
    assert "kode 7406011001000200" in (project / FILE).read_text("utf-8").partition("answer")[2]


def test_note_without_room_for_the_former_answer(client: Client, project: Path) -> None:
    path = project / FILE
    full = "internal_note: " + "a" * 19_950 + "\n"
    path.write_text(path.read_text(encoding="utf-8") + full, encoding="utf-8")
    _propose(project)
    before = files_of(project)

    reply = _press(client, "terbitkan-usulan")

    assert reply.status == 422
    assert "Jawaban lama tidak muat di catatan internal; pendekkan catatan itu" in reply.text
    assert files_of(project) == before


@pytest.mark.parametrize("action", ["terbitkan-usulan", "terbitkan-usulan-pasti", "buang-usulan"])
def test_file_that_has_changed_is_shown_again_and_not_written(
    action: str, client: Client, project: Path
) -> None:
    _propose(project)
    seen = version_on(client.get(PAGE))
    path = project / FILE
    text = path.read_text("utf-8").replace("untuk semua orang", "untuk pelajar saja")
    path.write_text(text, encoding="utf-8")
    before = files_of(project)

    reply = client.post(PAGE, {"_versi": seen, "_aksi": action})

    assert reply.status == 409
    assert "Belum ada yang ditulis: berkas entri ini berubah sejak halaman ini" in reply.text
    assert "Gratis untuk pelajar saja." in reply.text
    assert files_of(project) == before
    assert _press(client, action).status == 303


def test_proposal_that_is_gone_is_told(client: Client, project: Path) -> None:
    _propose(project)
    seen = version_on(client.get(PAGE))
    _press(client, "buang-usulan")
    before = files_of(project)

    reply = client.post(PAGE, {"_versi": seen, "_aksi": "terbitkan-usulan"})

    assert reply.headers["Location"] == f"/entri/{ENTRY}?pesan=proposal_gone"
    assert "sudah diterima atau dibuang" in client.get(reply.headers["Location"])
    assert files_of(project) == before


@pytest.mark.parametrize("action", ["terima", "gabung:cara-mengadu", "terbitkan", ""])
def test_buttons_of_drafts_do_nothing_to_a_proposal(
    action: str, client: Client, project: Path
) -> None:
    _propose(project)
    before = files_of(project)

    assert _press(client, action).status == 400
    assert files_of(project) == before


def test_page_speaks_english(project: Path, today: dt.date) -> None:
    _propose(project)
    workspace = Workspace(project, today=lambda: today)
    renderer = Renderer(token="rahasia", language=Language.EN)
    page = Editor(workspace, renderer, Journal(project), OpenHints(project, session="uji")).answer(
        Request("GET", PAGE)
    )

    assert isinstance(page.body, bytes)
    told = _told(page.body.decode())
    assert "The answer that is public now Reviewed 1 October 2026" in told
    assert "Newer answer, proposed From: Tabel, November 2026" in told
    assert "Accept and publish Edit Drop the proposal Later" in told
