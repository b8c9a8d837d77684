"""Mail is joined to threads, and the question is found also where it is only quoted."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import Reading
from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of, read_mails


def test_two_people_with_one_subject_are_two_threads(tmp_path: Path) -> None:
    budi = "Budi <budi@surel.example>"
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "Permintaan Data", 2, "ada data kapal 2025?\n"),
            mail_of(budi, "Permintaan Data", 2, "ada data kebun 2025?\n"),
            mail_of(OFFICE, "Re: Permintaan Data", 3, "Data kebun ada di buku.\n", to=budi),
            mail_of(OFFICE, "Re: Permintaan Data", 4, "Data kapal ada di laman.\n", to=ANI),
        ],
    )

    assert asked_in(reading) == [
        ("ada data kapal 2025?", "Data kapal ada di laman."),
        ("ada data kebun 2025?", "Data kebun ada di buku."),
    ]


def test_a_sent_folder_gives_the_question_that_is_quoted(tmp_path: Path) -> None:
    answer = (
        "Kontribusinya 4,63 persen.\n\nPada Sel, 3 Feb 2026 pukul 08.31 Ani <ani@surel.example>\n"
        "menulis:\n> Berapa kontribusi perikanan?\n>\n> Ani\n"
    )
    reading = read_mails(tmp_path, [mail_of(OFFICE, "Re: PDRB", 4, answer)])

    assert asked_in(reading) == [("Berapa kontribusi perikanan?", "Kontribusinya 4,63 persen.")]
    assert reading.consultations[0].start == "2026-02-03T08:31:00"


def test_a_forwarded_question_is_the_question(tmp_path: Path) -> None:
    forwarded = (
        "Mohon dibantu.\n\n---------- Pesan terusan ----------\nDari: Halim <halim@surel.example>\n"
        "Tanggal: Min, 1 Feb 2026 pukul 20.10\nSubjek: tanya\n\nKenapa angka desa kami beda?\n"
    )
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "Fwd: tanya", 2, forwarded, Message_ID="<1@x.example>"),
            mail_of(OFFICE, "Re: tanya", 3, "Konsepnya beda.\n", In_Reply_To="<1@x.example>"),
        ],
    )

    assert asked_in(reading) == [("Kenapa angka desa kami beda?", "Konsepnya beda.")]
    assert reading.consultations[0].start == "2026-02-02T09:00:00"
    assert "halim@surel.example" in reading.senders


def test_what_is_asked_above_a_forwarded_question_stays(tmp_path: Path) -> None:
    forwarded = (
        "Apakah ini boleh dijawab?\n\n---------- Pesan terusan ----------\n"
        "Dari: Halim <halim@surel.example>\nSubjek: tanya\n\nKenapa angka desa kami beda?\n"
    )
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "Fwd: tanya", 2, forwarded, Message_ID="<1@x.example>"),
            mail_of(OFFICE, "Re: tanya", 3, "Konsepnya beda.\n", In_Reply_To="<1@x.example>"),
        ],
    )

    question = reading.consultations[0].question
    assert question == "Apakah ini boleh dijawab?\nKenapa angka desa kami beda?"


ASKED = "Berapa angka kemiskinan ekstrem tahun 2024?"
TOLD = "Kemiskinan ekstrem tahun 2024 sebesar 3,87 persen dari Susenas."


def _written_again(folder: Path, day: int, more: str) -> Reading:
    """A question that is answered, what its asker writes in reply, and the reply to that."""
    return read_mails(
        folder,
        [
            mail_of(ANI, "Data", 2, ASKED, Message_ID="<1@x.example>"),
            mail_of(
                OFFICE, "Re: Data", 3, TOLD, Message_ID="<2@x.example>", In_Reply_To="<1@x.example>"
            ),
            mail_of(
                ANI, "Re: Data", day, more, Message_ID="<3@x.example>", In_Reply_To="<2@x.example>"
            ),
            mail_of(OFFICE, "Re: Data", day + 1, "Lihat bab empat.", In_Reply_To="<3@x.example>"),
        ],
    )


@pytest.mark.parametrize(
    ("day", "more"),
    [
        (4, "Terima kasih. Saya mau bertanya hal lain. Apa beda IPG dan IDG?"),
        (4, "Selain itu, bagaimana cara mendaftar magang mahasiswa statistik?"),
        (
            4,
            "Sudah saya unduh semua tabelnya pagi ini.\n\nOh ya satu lagi, bagaimana cara "
            "mendaftar magang mahasiswa statistik?",
        ),
        (20, "Bagaimana cara mendaftar magang mahasiswa statistik?"),
    ],
)
def test_another_matter_in_the_same_thread_is_a_consultation(
    day: int, more: str, tmp_path: Path
) -> None:
    reading = _written_again(tmp_path, day, more)

    assert asked_in(reading) == [(ASKED, TOLD), (more, "Lihat bab empat.")]
    assert [made.place.path for made in reading.consultations] == [
        "a.mbox#e-mail 1",
        "a.mbox#e-mail 3",
    ]


@pytest.mark.parametrize(
    ("day", "more"),
    [
        (4, "Terima kasih. Apakah ada juga per kecamatan?"),
        (20, "Apakah angka kemiskinan ekstrem itu ada juga menurut jenis kelamin?"),
        (4, "Bagaimana cara mengunduh publikasi profil desa?"),
    ],
)
def test_what_goes_on_in_a_thread_stays_with_its_question(
    day: int, more: str, tmp_path: Path
) -> None:
    reading = _written_again(tmp_path, day, more)

    assert asked_in(reading) == [(ASKED, f"{TOLD}\n\nLihat bab empat.")]


def _answered_between(tmp_path: Path, *points: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Reads a mail that quotes each point of a question with the answer below it."""
    asked = "".join(f"{point}\n" for point, _ in points)
    between = "".join(f"> {point}\n\n{answer}\n\n" for point, answer in points)
    answered = f"On 02/02/2026 09.00, Ani wrote:\n{between}Fadli\n"
    mails = [mail_of(ANI, "jalan", 2, asked), mail_of(OFFICE, "Re: jalan", 3, answered)]
    return read_mails(tmp_path, mails).consultations[0].course.pairs


@pytest.mark.parametrize("marks", ["1.2.", "a)b)", "--"])
def test_an_answer_between_the_questions_keeps_them_apart(marks: str, tmp_path: Path) -> None:
    first, second = (f"{marks[n : n + len(marks) // 2]} " for n in (0, len(marks) // 2))
    pairs = _answered_between(
        tmp_path,
        (f"{first}Panjang jalan mantap menurut kecamatan", "Tercatat 58 persen."),
        (f"{second}Data jembatan gantung menurut desa.", "Belum dimuat."),
        ("Terima kasih, salam lestari.", "Semoga membantu."),
    )

    assert pairs == (
        ("Panjang jalan mantap menurut kecamatan", "Tercatat 58 persen."),
        ("Data jembatan gantung menurut desa.", "Belum dimuat."),
    )


@pytest.mark.parametrize("point", ["Apakah jumlah tersebut ada per desa?", "Siapa yang mendata?"])
def test_a_point_that_needs_the_one_before_it_is_answered_with_it(
    point: str, tmp_path: Path
) -> None:
    pairs = _answered_between(
        tmp_path,
        ("1. Jumlah usaha nonpertanian menurut skala", "Ada 24.917 usaha."),
        (f"2. {point}", "Ada di laman."),
        ("3. Rata-rata upah karyawan sebulan", "Dua juta rupiah."),
    )

    assert pairs == (
        (
            f"Jumlah usaha nonpertanian menurut skala\n{point}",
            "Ada 24.917 usaha.\n\nAda di laman.",
        ),
        ("Rata-rata upah karyawan sebulan", "Dua juta rupiah."),
    )


def test_a_day_beyond_all_days_in_another_zone_stops_nothing(tmp_path: Path) -> None:
    asked, told = "Berapa jumlah nelayan?", "Nelayan 4.120 rumah tangga."
    mails = [mail_of(ANI, "nelayan", 2, asked), mail_of(OFFICE, "Re: nelayan", 3, told)]
    last = mail_of(ANI, "hadiah", 4, "Anda menang!")
    mails.append(last.replace(b"04 Feb 2026 09:00:00 +0800", b"31 Dec 9999 23:00:00 -0800"))

    assert asked_in(read_mails(tmp_path, mails)) == [(asked, told)]


def test_a_reply_from_another_zone_comes_behind_its_question(tmp_path: Path) -> None:
    asked, told = "Berapa jumlah nelayan?", "Nelayan 4.120 rumah tangga."
    question = mail_of(ANI, "nelayan", 2, asked, Message_ID="<1@y>")
    reply = mail_of(OFFICE, "Re: nelayan", 2, told, In_Reply_To="<1@y>")
    mails = [question, reply.replace(b"09:00:00 +0800", b"08:20:00 +0700")]

    assert asked_in(read_mails(tmp_path, mails)) == [(asked, told)]
