"""The office reads every answer beside its sources, then approves the site."""

import re
from pathlib import Path

import pytest

from tests.editor.client import Answered, Client, files_of, links_of, text_of, version_on

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
    """Presses a button of an entry's page; its fields say what the page proposes."""
    page = client.get(f"/bacaan/{entry}")
    day = re.search(r'name="tinjau" type="date" value="([\d-]+)"', page)
    assert day is not None
    sent = {"_versi": version_on(page), "_aksi": action, "tinjau": day[1], **controls}
    return client.post(f"/bacaan/{entry}", sent)


def test_the_english_answer_is_shown_as_the_public_reads_it(client: Client, unread: Path) -> None:
    path = unread / FILE
    english = "\nen:\n  question: Is it free?\n  answer: Yes, see [BPS](https://www.bps.go.id).\n"
    path.write_text(path.read_text("utf-8").rstrip("\n") + english, "utf-8")

    page = client.get(f"/bacaan/{FIRST}")

    assert '<p>Yes, see <a href="https://www.bps.go.id"' in page
    assert "[BPS]" not in page


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
    assert not following.startswith(f"/bacaan/{FIRST}?")
    assert "Dicatat benar:" in text_of(client.get(following))
    assert "1 dari " in text_of(client.get("/bacaan"))


def test_right_can_be_undone(client: Client, unread: Path) -> None:
    before = (unread / FILE).read_text("utf-8")
    following = press(client, FIRST, "benar").headers["Location"]

    undone = client.undo(client.get(following))

    assert undone.place == f"/bacaan/{FIRST}?pesan=undone"
    assert "Diurungkan." in client.get(undone.place)
    assert (unread / FILE).read_text("utf-8") == before


def test_what_has_changed_since_is_not_undone_and_that_is_said(
    client: Client, unread: Path
) -> None:
    page = client.get(press(client, FIRST, "benar").headers["Location"])
    changed = (unread / FILE).read_text("utf-8") + "internal_note: Tanyakan.\n"
    (unread / FILE).write_text(changed, "utf-8")

    late = client.undo(page)

    assert late.place == f"/bacaan/{FIRST}?pesan=undo_late"
    assert "Tidak dapat diurungkan" in client.get(late.place)


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


ANOTHER = "kb/konsep-data/apa-itu-inflasi.yml"
SERVICE = "content/services/konsultasi.yml"


def due_on(project: Path, file: str, day: str) -> None:
    path = project / file
    path.write_text(re.sub("review_by: .*", f"review_by: {day}", path.read_text("utf-8")), "utf-8")


def test_what_is_past_its_review_date_is_listed_first_and_what_soon_will_be(
    client: Client, project: Path
) -> None:
    due_on(project, FILE, "2026-11-24")
    due_on(project, SERVICE, "2026-11-20")
    due_on(project, ANOTHER, "2026-12-26")

    page = client.get("/bacaan")

    assert links_of(page, "/layanan/") == ["konsultasi"]
    assert links_of(page, "/bacaan/")[:3] == [FIRST, FIRST, "apa-itu-inflasi"]
    said = text_of(page)
    assert "Lewat batas tinjauan (2)" in said
    assert "lewat batas tinjauan 20 November 2026" in said
    assert "Harus ditinjau dalam 31 hari (1)" in said
    assert "tinjau sebelum 26 Desember 2026" in said


def test_an_answer_past_its_review_date_is_right_again_with_one_button(
    client: Client, project: Path
) -> None:
    due_on(project, FILE, "2026-11-24")
    assert "lewat batas tinjauan 24 November 2026" in text_of(client.get(f"/bacaan/{FIRST}"))

    reply = press(client, FIRST, "benar")

    text = (project / FILE).read_text("utf-8")
    assert "reviewed: 2026-11-25\n" in text
    assert "review_by: 2027-11-25\n" in text
    assert reply.place == f"/bacaan?sesudah={FIRST}"
    assert "Lewat batas tinjauan (" not in text_of(client.get("/bacaan"))


def test_the_officer_chooses_when_the_answer_is_reviewed_again(
    client: Client, project: Path
) -> None:
    press(client, FIRST, "benar", tinjau="2027-01-10")

    assert "review_by: 2027-01-10\n" in (project / FILE).read_text("utf-8")


@pytest.mark.parametrize("day", ["", "2026-11-25", "besok"])
def test_the_next_review_is_after_today(client: Client, project: Path, day: str) -> None:
    before = files_of(project)

    reply = press(client, FIRST, "benar", tinjau=day)

    assert reply.status == 422
    assert "Isi “Tinjau lagi sebelum” dengan tanggal sesudah hari ini." in reply.text
    assert files_of(project) == before


def test_the_last_answer_is_noted_undone_and_leads_to_publishing(
    client: Client, project: Path
) -> None:
    due_on(project, FILE, "2026-11-24")
    before = (project / FILE).read_text("utf-8")

    page = client.get(press(client, FIRST, "benar").headers["Location"])

    noted = page.partition('id="tercatat">')[2].partition("</div>")[0]
    assert " ".join(text_of(noted).split()) == (
        "Dicatat benar: Apakah konsultasi statistik dipungut biaya? Terbitkan situs Urungkan"
    )
    assert client.undo(page).place.startswith(f"/bacaan/{FIRST}")
    assert (project / FILE).read_text("utf-8") == before


def test_one_due_answer_leads_to_the_next(client: Client, project: Path) -> None:
    due_on(project, FILE, "2026-11-24")
    due_on(project, ANOTHER, "2026-11-24")

    following = press(client, "apa-itu-inflasi", "benar").place

    assert following == f"/bacaan/{FIRST}?sesudah=apa-itu-inflasi"


def test_a_saved_form_leads_back_to_the_reading(client: Client, project: Path) -> None:
    due_on(project, FILE, "2026-11-24")
    due_on(project, ANOTHER, "2026-11-24")

    assert links_of(client.get(f"/entri/{FIRST}?pesan=saved"), "/bacaan/") == [FIRST]
    due_on(project, FILE, "2027-11-24")
    assert links_of(client.get(f"/entri/{FIRST}?pesan=saved"), "/bacaan/") == ["apa-itu-inflasi"]
    due_on(project, ANOTHER, "2027-11-24")
    assert links_of(client.get(f"/entri/{FIRST}?pesan=saved"), "/bacaan/") == []


def test_new_figures_that_are_out_lead_to_the_form(client: Client, project: Path) -> None:
    path = project / "kb/layanan-data/unduh-publikasi.yml"
    text = re.sub("next_release: .*", "next_release: 2026-11-24", path.read_text("utf-8"))
    path.write_text(text, "utf-8")

    page = client.get("/bacaan")

    assert links_of(page, "/entri/") == ["unduh-publikasi"]
    assert "rilis angka baru 24 November 2026" in text_of(page)
    assert (
        "Tanggalnya sudah lewat. Perbarui angkanya, lalu isi tanggal rilis berikutnya atau"
        " kosongkan." in text_of(client.get("/entri/unduh-publikasi"))
    )
