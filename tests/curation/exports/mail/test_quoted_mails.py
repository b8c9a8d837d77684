"""What stands only in quotations is read as mails of its thread, on the side of who wrote it."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.mail.mailbox import read_mail
from caridulu.curation.exports.opened_files import RefusedError
from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of, read_mails

RINA = "Rina <rina@kantor.example>"
QUOTED = "\n\n________________________________\nDari: {who}\nDikirim: {day} Februari 2026 08.00\n"
QUOTED += "Kepada: {to}\nSubjek: RE: padi\n\n{text}\n"


def _quoted(who: str, day: int, text: str) -> str:
    return QUOTED.format(who=who, day=day, to="x@y.example", text=text)


def test_a_last_mail_gives_the_whole_conversation(tmp_path: Path) -> None:
    last = "Untuk Rumbia 2.140 ton." + _quoted(ANI, 4, "Kecamatan Rumbia, Bu.")
    last += _quoted(OFFICE, 3, "Kecamatan mana yang dimaksud?")
    last += _quoted(ANI, 2, "Berapa produksi padi tahun lalu?")
    reading = read_mails(tmp_path, [mail_of(OFFICE, "RE: padi", 5, last)])

    assert asked_in(reading) == [
        ("Berapa produksi padi tahun lalu?\nKecamatan Rumbia, Bu.", "Untuk Rumbia 2.140 ton.")
    ]
    assert reading.consultations[0].start == "2026-02-02T08:00:00"
    assert (reading.messages, reading.used) == (1, 1)


def test_two_matters_of_one_quoted_conversation_are_two(tmp_path: Path) -> None:
    last = "Surat pengantar kampus dan proposal magang." + _quoted(
        ANI, 4, "Terima kasih. Satu lagi, apa syarat mahasiswa magang di kantor?"
    )
    last += _quoted(OFFICE, 3, "Produksi padi 2.140 ton.")
    last += _quoted(ANI, 2, "Berapa produksi padi tahun lalu?")
    reading = read_mails(tmp_path, [mail_of(OFFICE, "RE: padi", 5, last)])

    assert asked_in(reading) == [
        ("Berapa produksi padi tahun lalu?", "Produksi padi 2.140 ton."),
        (
            "Terima kasih. Satu lagi, apa syarat mahasiswa magang di kantor?",
            "Surat pengantar kampus dan proposal magang.",
        ),
    ]


def test_an_answer_that_only_its_asker_quotes_is_the_answer(tmp_path: Path) -> None:
    thanks = "Terima kasih." + _quoted(OFFICE, 3, "Produksi padi 2.140 ton.")
    mails = [
        mail_of(ANI, "padi", 2, "Berapa produksi padi tahun lalu?"),
        mail_of(ANI, "RE: padi", 4, thanks),
        mail_of(OFFICE, "lain", 5, "Selamat siang.", to="Budi <budi@surel.example>"),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == [
        ("Berapa produksi padi tahun lalu?", "Produksi padi 2.140 ton.")
    ]


def test_a_conversation_may_be_kept_as_the_last_mail_of_its_asker(tmp_path: Path) -> None:
    last = "Baik, terima kasih." + _quoted(OFFICE, 3, "Produksi padi 2.140 ton.")
    last += _quoted(ANI, 2, "Berapa produksi padi tahun lalu?")

    assert asked_in(read_mails(tmp_path, [mail_of(ANI, "RE: padi", 4, last)])) == [
        ("Berapa produksi padi tahun lalu?", "Produksi padi 2.140 ton.")
    ]


def test_who_is_quoted_can_be_chosen_as_the_office(tmp_path: Path) -> None:
    last = "Baik, terima kasih." + _quoted(RINA, 3, "Produksi padi 2.140 ton.")

    with pytest.raises(RefusedError) as refused:
        read_mails(tmp_path, [mail_of(ANI, "RE: padi", 4, last)])

    assert refused.value.senders == {"ani@surel.example", "rina@kantor.example"}


def test_what_stands_in_a_mail_and_in_its_quotation_is_said_once(tmp_path: Path) -> None:
    told = "Produksi padi 2.140 ton.\n\nPada 2 Feb 2026 09.00, Ani menulis:\n> Berapa produksi\n"
    told += "> padi tahun lalu?\n>\n> Ani\n"
    mails = [
        mail_of(ANI, "padi", 2, "Selamat pagi.\nBerapa produksi padi tahun lalu?\n\nAni\n"),
        mail_of(OFFICE, "Re: padi", 3, told),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == [
        ("Berapa produksi padi tahun lalu?", "Produksi padi 2.140 ton.")
    ]


def test_who_passes_a_question_on_within_the_office_answers_nothing(tmp_path: Path) -> None:
    passed_on = "Tolong dijawab ya, saya rapat." + _quoted(ANI, 2, "Berapa produksi padi?")
    mails = [
        mail_of(RINA, "FW: padi", 3, passed_on, to=OFFICE),
        mail_of(OFFICE, "padi", 4, "Produksi padi 2.140 ton.", to=ANI),
    ]
    (tmp_path / "a.mbox").write_bytes(b"".join(mails))
    officers = ("layanan@kantor.example", "rina@kantor.example")

    reading = read_mail(tmp_path / "a.mbox", ExportOptions(officers=officers))

    assert asked_in(reading) == [("Berapa produksi padi?", "Produksi padi 2.140 ton.")]


def test_who_passed_a_question_on_may_get_the_answer(tmp_path: Path) -> None:
    joko = "Joko <joko@provinsi.example>"
    forwarded = (
        "---------- Pesan terusan ----------\nDari: Ani <ani@surel.example>\n"
        "Tanggal: Min, 1 Feb 2026 pukul 20.10\nSubjek: padi\n\nBerapa produksi padi?\n"
    )
    passed_on = f"Mohon jawabannya, nanti kami teruskan.\n\n{forwarded}"
    told = "Produksi padi 2.140 ton.\n\nPada Sen, 2 Feb 2026 09.00 Joko <joko@provinsi.example> "
    told += "menulis:\n" + "".join(f"> {line}\n" for line in passed_on.split("\n"))
    mails = [
        mail_of(joko, "Fwd: padi", 2, passed_on),
        mail_of(OFFICE, "Re: Fwd: padi", 3, told, to=joko),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == [
        ("Berapa produksi padi?", "Produksi padi 2.140 ton.")
    ]


def test_mails_within_the_office_are_no_consultation(tmp_path: Path) -> None:
    mails = [
        mail_of(RINA, "padi", 2, "Berapa produksi padi tahun lalu?", to=OFFICE),
        mail_of(OFFICE, "Re: padi", 3, "Produksi padi 2.140 ton.", to=RINA),
    ]
    (tmp_path / "a.mbox").write_bytes(b"".join(mails))
    officers = ("layanan@kantor.example", "rina@kantor.example")

    reading = read_mail(tmp_path / "a.mbox", ExportOptions(officers=officers))

    assert (asked_in(reading), reading.refused) == ([], ())
