"""What is chosen of a plan is kept until it is written or left; two tabs do not mix."""

import re
from pathlib import Path

from tests.editor.client import Client, files_of, version_on
from tests.editor.importing.uploading import (
    ANSWERED,
    CHAT,
    NEW,
    ODD,
    drafts,
    press,
    said,
    send,
    understood,
)

CHOSEN = re.compile(
    r'<select id="([^"]+)"[^>]*>\s*'
    r'(?:<option value="[^"]*">[^<]*</option>\s*)*<option value="([^"]*)" selected'
)
TICKED = re.compile(r'name="petugas" value="([^"]+)" form="petugas" checked')
OLDER = (
    "Belum ada yang dikerjakan. Sejak halaman tadi dibuka, ada bacaan yang lebih baru dari tab atau"
    " peramban lain; itulah yang tampil di bawah ini. Periksa, lalu tekan tombolnya sekali lagi."
)


def chosen(page: str) -> dict[str, str]:
    """What the lists of a page have chosen, by id."""
    return dict(CHOSEN.findall(page))


def keep(client: Client, **controls: str | list[str]) -> None:
    """What the script does after each choice."""
    reply = send(client, "ingat", **controls)
    assert (reply.status, reply.body) == (204, b"")


def test_choices_stand_there_when_the_page_comes_again(client: Client, project: Path) -> None:
    page = understood(client, ("odd.csv", ODD), ("chat.txt", CHAT), ("a.csv", ANSWERED))
    one = page.partition('name="pilih.')[2].partition('"')[0]
    before = files_of(project)

    keep(client, petugas=["Loket Data"])
    keep(client, **{"0.0.question": "1"})
    keep(client, **{"0.0.date": ""})
    keep(client, semua="sebutan")
    keep(client, **{f"pilih.{one}": "lewati"})

    page = client.get("/impor")
    assert TICKED.findall(page) == ["Loket Data"]
    lists = chosen(page)
    assert lists["tabel-0-0-question"] == "1"
    assert "tabel-0-0-date" not in lists
    assert lists["semua"] == "sebutan"
    assert lists["pilih-1"] == "lewati"
    assert files_of(project) == before
    keep(client, petugas="")
    assert TICKED.findall(client.get("/impor")) == []


def test_a_button_of_another_part_loses_no_choice(client: Client) -> None:
    understood(client, ("odd.csv", ODD), ("chat.txt", CHAT), ("a.csv", ANSWERED))
    keep(client, semua="sebutan")
    keep(client, petugas=["Loket Data"])

    page = press(client, "kolom:0.0", **{"0.0.question": "1", "0.0.answer": "2"})

    assert "1 berkas menunggu jawaban Anda di bawah ini." in said(page)
    assert chosen(page)["semua"] == "sebutan"
    assert TICKED.findall(page) == ["Loket Data"]
    page = press(client, "petugas", petugas=["Loket Data"])
    assert chosen(page)["semua"] == "sebutan"


def test_what_a_refused_form_said_stays_in_it(client: Client) -> None:
    """Also without a script: the buttons of a plan keep what their form says."""
    understood(client, ("odd.csv", ODD))

    reply = send(client, "kolom:0.0", **{"0.0.question": "2", "0.0.answer": "2", "0.0.date": "0"})

    assert reply.status == 422
    assert chosen(reply.text) == {
        "tabel-0-0-question": "2",
        "tabel-0-0-answer": "2",
        "tabel-0-0-date": "0",
    }


def test_other_files_begin_without_choices(client: Client) -> None:
    understood(client, ("a.csv", ANSWERED))
    keep(client, semua="sebutan")
    press(client, "batal")

    page = understood(client, ("a.csv", ANSWERED))

    assert "semua" not in chosen(page)
    keep(client, semua="sebutan")
    press(client, "tulis", semua="sebutan")
    assert "semua" not in chosen(understood(client, ("a.csv", ANSWERED), ("b.csv", NEW)))


def test_a_tab_with_an_older_reading_neither_acts_nor_chooses(
    client: Client, project: Path
) -> None:
    older = version_on(understood(client, ("a.csv", ANSWERED)))
    understood(client, ("b.csv", NEW), ("a.csv", ANSWERED))

    for action in ("tulis", "pertanyaan", "petugas", "kolom:0.0", "tanggal:a.csv", "batal"):
        reply = send(client, action, version=older, semua="konsep", petugas="x")
        assert reply.status == 422
        assert OLDER in said(reply.text)
    assert send(client, "ingat", version=older, semua="konsep").status == 204

    page = client.get("/impor")
    assert drafts(project) == []
    assert "1 konsep akan dibuat. 1 pertanyaan mungkin sudah dijawab" in said(page)
    assert "semua" not in chosen(page)


def test_a_tab_that_shows_the_plan_before_columns_were_chosen_is_told_so(
    client: Client, project: Path
) -> None:
    files = [("odd.csv", ODD), ("b.csv", NEW), ("a.csv", ANSWERED)]
    older = version_on(understood(client, *files))
    press(client, "kolom:0.0", **{"0.0.question": "1", "0.0.answer": "2"})
    keep(client, semua="lewati")

    reply = send(client, "tulis", version=older, semua="konsep")

    assert reply.status == 422
    assert OLDER in said(reply.text)
    assert "Tulis 3 konsep, sisanya sesuai pilihan" in said(reply.text)
    assert chosen(reply.text)["semua"] == "lewati"
    assert drafts(project) == []
