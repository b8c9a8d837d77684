"""What visitors searched, from the site's messages in exports."""

import json
from pathlib import Path

from caridulu.site.handover.handover_message import MessageDraft, Topic, message_text


def _message(question: str, *searches: str, outcome: str = "N") -> str:
    draft = MessageDraft(Topic.CONSULTATION, question, searches=searches, outcome=outcome)
    return message_text(draft, office="Kantor Statistik Contoh")


def _chat(*messages: str) -> str:
    return "".join(f"25/11/26 09.14 - Asriani: {text}\n" for text in messages)


def test_gaps_are_grouped_ranked_and_checked_against_the_search(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        _chat(
            _message("ikan tangkap di poleang?", "ikan tangkap"),
            _message("data ikan tangkap 2024", "data ikan tangkap"),
            _message("saya 081200001111 mau tahu", "biaya konsultasi", outcome="A"),
            "tidak ada hubungannya",
        ),
        encoding="utf-8",
    )

    ran = run("gaps", path)

    assert ran.out == (
        "3 pesan dari halaman Cari Dulu, 0 baris katanya diubah pengirim.\n"
        "2x, 2x tidak ketemu, BELUM TERJAWAB: data ikan tangkap | ikan tangkap\n"
        "1x, 0x tidak ketemu, kini dijawab biaya-konsultasi: biaya konsultasi\n"
    )


def test_gaps_read_mail_also_where_its_headers_are_damaged(tmp_path: Path, run) -> None:
    damaged = 'Content-Type: text/plain; charset="x\0"'  # the standard parser raises for it
    text = "".join(
        f"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\n{head}\n{message}\n\n"
        for head, message in (
            ("Subject: x\n", _message("data ikan?", "data ikan")),
            (f"{damaged}\n", _message("data sapi?", "data sapi")),
        )
    )
    path = tmp_path / "kotak.mbox"
    path.write_text(text, encoding="utf-8")

    assert run("gaps", path).out.splitlines()[0] == (
        "2 pesan dari halaman Cari Dulu, 0 baris katanya diubah pengirim."
    )


def test_the_same_message_in_two_exports_counts_once(tmp_path: Path, run) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(_chat(_message("ikan?", "ikan tangkap")), encoding="utf-8")

    ran = run("gaps", tmp_path / "a.txt", tmp_path / "b.txt", json=True)

    assert json.loads(ran.out)["messages"] == 1


def test_gaps_show_no_personal_data(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(_chat(_message("?", "nomor bu Nining 081200001111")), encoding="utf-8")

    out = run("gaps", path).out

    assert out.splitlines()[1].endswith("nomor bu [nama] [nomor HP]")
