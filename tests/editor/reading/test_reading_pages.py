"""The office reads every answer beside its sources, then approves the site."""

import re
from pathlib import Path

import pytest

from tests.editor.client import Answered, Client, files_of, links_of, text_of

FIRST = "biaya-konsultasi"
FILE = f"kb/konsultasi/{FIRST}.yml"
DRAFT = "konsultasi-lewat-video"


@pytest.fixture
def unread(project: Path) -> Path:
    """The project on trial: nobody of the office has read an entry."""
    for path in (project / "kb").glob("*/*.yml"):
        path.write_text(path.read_text("utf-8").replace("\nreviewed:", "\ncompiled:"), "utf-8")
    office = project / "content/office.yml"
    trial = re.sub(r"\napproval:\n(?:  .*\n)+", "\n", office.read_text("utf-8"))
    office.write_text(trial, "utf-8")
    return project


def press(client: Client, entry: str, action: str, **controls: str) -> Answered:
    page = client.get(f"/bacaan/{entry}")
    version = re.search(r'name="_versi" value="(\w+)"', page)
    assert version is not None
    return client.post(f"/bacaan/{entry}", {"_versi": version[1], "_aksi": action, **controls})


def test_list_says_how_far_the_reading_is(client: Client, unread: Path) -> None:
    page = client.get("/bacaan")

    ids = links_of(page, "/bacaan/")
    assert DRAFT not in ids
    assert (
        f"0 dari {len(set(ids))} jawaban dinyatakan benar, 0 perlu ditanyakan dahulu."
        in text_of(page)
    )
    assert "Sahkan situs ini" not in page


def test_entry_is_shown_beside_its_sources(client: Client, unread: Path) -> None:
    page = client.get(f"/bacaan/{FIRST}")

    assert 'href="https://statistik.contoh.example/standar-pelayanan" target="_blank"' in page
    assert "dibaca 1 Oktober 2026" in page
    assert "tidak dipungut biaya" in text_of(page)


def test_right_is_recorded_and_leads_to_the_next(client: Client, unread: Path) -> None:
    before = (unread / FILE).read_text("utf-8")

    reply = press(client, FIRST, "benar")

    after = (unread / FILE).read_text("utf-8")
    assert reply.status == 303
    assert set(after.splitlines()) - set(before.splitlines()) == {"reviewed: 2026-11-25"}
    following = reply.headers["Location"]
    assert following != f"/bacaan/{FIRST}?sesudah={FIRST}"
    assert "Dicatat benar:" in text_of(client.get(following))
    assert "1 dari " in text_of(client.get("/bacaan"))


def test_right_can_be_undone(client: Client, unread: Path) -> None:
    before = (unread / FILE).read_text("utf-8")
    following = press(client, FIRST, "benar").headers["Location"]
    [action] = re.findall(r'value="(urungkan:[^"]+)"', client.get(following))

    press(client, FIRST, action)

    assert (unread / FILE).read_text("utf-8") == before


def test_a_question_is_kept_until_the_answer_is_right(client: Client, unread: Path) -> None:
    press(client, FIRST, "tanya", pertanyaan="  Apakah semua\n layanan gratis? ")
    text = (unread / FILE).read_text("utf-8")
    assert "open_question: Apakah semua layanan gratis?\n" in text
    assert "1 perlu ditanyakan dahulu" in text_of(client.get("/bacaan"))
    assert 'value="Apakah semua layanan gratis?"' in client.get(f"/bacaan/{FIRST}")

    press(client, FIRST, "benar")

    assert "open_question" not in (unread / FILE).read_text("utf-8")


@pytest.mark.parametrize("question", ["", "   ", "x" * 301])
def test_an_unusable_question_is_refused(client: Client, unread: Path, question: str) -> None:
    before = files_of(unread)

    reply = press(client, FIRST, "tanya", pertanyaan=question)

    assert reply.status == 422
    assert "Tuliskan apa yang harus ditanyakan" in reply.text
    assert files_of(unread) == before


def test_an_entry_that_changed_meanwhile_is_read_again(client: Client, unread: Path) -> None:
    path = unread / FILE
    reply = client.post(f"/bacaan/{FIRST}", {"_versi": "lama", "_aksi": "benar"})

    assert reply.status == 409
    assert "reviewed:" not in path.read_text("utf-8")


def test_a_text_changed_after_the_reading_is_unread_again(client: Client, unread: Path) -> None:
    press(client, FIRST, "benar")
    path = unread / FILE
    later = path.read_text("utf-8").replace("compiled: 2026-10-01", "compiled: 2026-11-26")
    path.write_text(later, "utf-8")

    assert "0 dari " in text_of(client.get("/bacaan"))


def test_drafts_are_not_read_here(client: Client, unread: Path) -> None:
    assert client.send("GET", f"/bacaan/{DRAFT}").status == 404


def test_the_office_approves_once_everything_is_right(client: Client, unread: Path) -> None:
    office = unread / "content/office.yml"
    before = office.read_text("utf-8")
    early = client.post("/bacaan", {"_aksi": "sahkan", "oleh": "Kepala kantor"})
    assert early.status == 422
    assert "belum dapat disahkan" in early.text

    for entry in sorted(set(links_of(client.get("/bacaan"), "/bacaan/"))):
        press(client, entry, "benar")
    nobody = client.post("/bacaan", {"_aksi": "sahkan", "oleh": " "})
    assert nobody.status == 422
    assert office.read_text("utf-8") == before
    client.post("/bacaan", {"_aksi": "sahkan", "oleh": "Kepala kantor"})

    assert office.read_text("utf-8").endswith(
        "approval:\n  status: approved\n  by: Kepala kantor\n  on: 2026-11-25\n"
    )
    page = client.get("/bacaan")
    assert "Disahkan oleh Kepala kantor, 25 November 2026." in page
    assert "Sahkan situs ini" not in page
