"""Mail is joined to threads, and the question is found also where it is only quoted."""

from email.message import EmailMessage
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


def test_a_question_that_was_passed_on_twice_is_that_of_its_asker(tmp_path: Path) -> None:
    head = "\n\n----- Pesan Diteruskan -----\nDari: {}\nJudul: kopi\n\n"
    forwarded = (
        "Mohon dijawab langsung."
        + head.format("Distribusi <d@kantor.example>")
        + "bukan di kami, tolong diteruskan."
        + head.format("Jeni <jeni@surel.example>")
        + "Apakah ada data ekspor kopi per negara?\n"
    )
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "Fwd: Fwd: kopi", 2, forwarded, Message_ID="<1@x.example>"),
            mail_of(
                OFFICE, "Re: kopi", 3, "Menurut pelabuhan muat.\n", In_Reply_To="<1@x.example>"
            ),
        ],
    )

    assert asked_in(reading) == [
        ("Apakah ada data ekspor kopi per negara?", "Menurut pelabuhan muat.")
    ]


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
    return read_mails(tmp_path, mails).consultations[0].pairs


@pytest.mark.parametrize("marks", ["1.2.", "a)b)", "--"])
def test_an_answer_between_the_questions_keeps_them_apart(marks: str, tmp_path: Path) -> None:
    first, second = (f"{marks[n : n + len(marks) // 2]} " for n in (0, len(marks) // 2))
    pairs = _answered_between(
        tmp_path,
        (f"{first}Panjang jalan mantap menurut kecamatan", "Tercatat 58 persen."),
        (f"{second}Data jembatan gantung menurut desa.", "Belum dimuat."),
        ("Terima kasih, salam lestari.", "Salam lestari juga, Kak, semoga laporannya lancar."),
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


def test_an_answer_in_another_colour_within_the_quotation_is_the_answer(tmp_path: Path) -> None:
    question = "1. Apakah banjar adat ada di Podes?\n2. Kenapa luas sawah baku turun?\n"
    answer = (
        "<div>Jawaban kami tulis merah di bawah.</div><blockquote><ol>"
        '<li>Apakah banjar adat ada di Podes?<br><font color="#ff0000">Podes mendata banjar dinas.'
        "</font></li><li>Kenapa luas sawah baku turun?<br>"
        '<span style="color: red">Sawah baku turun karena alih fungsi.</span></li></ol>'
        "</blockquote>"
    )
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = OFFICE, ANI, "Re: RKPD"
    mail["Date"] = "03 Feb 2026 09:00:00 +0800"
    mail.set_content(answer, subtype="html")
    replied = b"From x@y.example Mon Feb 02 09:00:00 2026\n" + bytes(mail) + b"\n"

    reading = read_mails(tmp_path, [mail_of(ANI, "RKPD", 2, question), replied])

    assert [one.pairs for one in reading.consultations] == [
        (
            ("Apakah banjar adat ada di Podes?", "Podes mendata banjar dinas."),
            ("Kenapa luas sawah baku turun?", "Sawah baku turun karena alih fungsi."),
        )
    ]


def test_a_new_mail_of_the_office_answers_what_waits(tmp_path: Path) -> None:
    mails = [
        mail_of(ANI, "Tanya", 2, "Apakah ada data curah hujan 2025?"),
        mail_of(ANI, "Hal lain", 3, "Di mana mengurus kartu keluarga?"),
        mail_of(OFFICE, "Data hujan", 4, "Curah hujan 2025 ada di tabel 1.2.3."),
    ]

    reading = read_mails(tmp_path, mails)

    assert asked_in(reading) == [
        ("Apakah ada data curah hujan 2025?", "Curah hujan 2025 ada di tabel 1.2.3.")
    ]
    assert [one.location.path for one in reading.refused] == ["a.mbox#e-mail 2"]


@pytest.mark.parametrize(
    "more", ["Menyambung e-mail tadi, kalau bisa per desa.", "Mohon dibalas ya Bu."]
)
def test_a_new_mail_that_goes_on_belongs_to_what_waits(more: str, tmp_path: Path) -> None:
    mails = [
        mail_of(ANI, "Tanya", 2, "Apakah ada data curah hujan 2025?", Message_ID="<1@x.example>"),
        mail_of(ANI, "Susulan", 3, more),
        mail_of(OFFICE, "Re: Tanya", 4, "Ada di tabel 1.2.3.", In_Reply_To="<1@x.example>"),
    ]

    assert [answer for _, answer in asked_in(read_mails(tmp_path, mails))] == [
        "Ada di tabel 1.2.3."
    ]


def test_an_answer_under_another_subject_joins_the_thread_whose_asker_waits_again(
    tmp_path: Path,
) -> None:
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "jagung", 2, "Berapa harga jagung pipilan kering?\n"),
            mail_of(OFFICE, "Re: jagung", 3, "Kadar air berapa? Kami mencatat harga gabungan.\n"),
            mail_of(ANI, "Re: jagung", 4, "yang biasa saja, belum ada jawaban ya pak?\n"),
            mail_of(OFFICE, "Menjawab surel Ani", 5, "Harga jagung pipilan kering Rp5.120.\n"),
        ],
    )

    assert asked_in(reading) == [
        (
            "Berapa harga jagung pipilan kering?",
            "Kadar air berapa? Kami mencatat harga gabungan.\n\n"
            "Harga jagung pipilan kering Rp5.120.",
        )
    ]


def test_a_question_that_is_sent_again_is_one_question(tmp_path: Path) -> None:
    asked = "Berapa jumlah penduduk Rumbia tahun 2025 menurut jenis kelamin?"
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "data", 2, asked),
            mail_of(ANI, "kirim ulang", 10, f"Saya kirim ulang. {asked}"),
            mail_of(OFFICE, "Re: kirim ulang", 11, "Penduduk Rumbia 12.345 jiwa.\n"),
        ],
    )

    assert asked_in(reading) == [
        (f"{asked}\nSaya kirim ulang. {asked}", "Penduduk Rumbia 12.345 jiwa."),
    ]
    assert reading.refused == ()


def _hijacked(tmp_path: Path, subject: str, asked: str, told: str) -> list[tuple[str, str]]:
    """Reads a thread in which an asker replies under another subject."""
    mails = [
        mail_of(ANI, "penduduk", 2, "Berapa penduduk Rumbia?\n", Message_ID="<1@x.e>"),
        mail_of(OFFICE, "Re: penduduk", 3, "Penduduk 12.345 jiwa.\n", In_Reply_To="<1@x.e>"),
        mail_of(ANI, subject, 4, f"{asked}\n", Message_ID="<3@x.e>", In_Reply_To="<1@x.e>"),
        mail_of(OFFICE, f"Re: {subject}", 5, f"{told}\n", In_Reply_To="<3@x.e>"),
    ]
    return asked_in(read_mails(tmp_path, mails))


def test_a_reply_under_a_new_subject_that_asks_something_else_is_another_matter(
    tmp_path: Path,
) -> None:
    asked, told = "Minta inflasi Kendari Januari 2026, Bu", "Inflasi Kendari 0,32 persen."

    assert _hijacked(tmp_path, "inflasi", asked, told)[1:] == [(asked, told)]
    assert len(_hijacked(tmp_path, "Re: penduduk", asked, told)) == 1


def test_what_names_what_was_said_before_is_no_other_matter(tmp_path: Path) -> None:
    asked = "Angka penduduk tersebut hasil sensus, registrasi atau proyeksi?"

    assert len(_hijacked(tmp_path, "sumber", asked, "Hasil proyeksi.")) == 1


def test_the_same_asked_for_another_place_is_another_question(tmp_path: Path) -> None:
    asked = "Berapa jumlah penduduk {} tahun 2025 menurut desa dan jenis kelamin?"
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "data", 2, asked.format("Rumbia")),
            mail_of(ANI, "data lagi", 3, asked.format("Poleang")),
            mail_of(OFFICE, "Re: data lagi", 4, "Penduduk Poleang 9.800 jiwa.\n"),
        ],
    )

    assert asked_in(reading) == [(asked.format("Poleang"), "Penduduk Poleang 9.800 jiwa.")]
    assert len(reading.refused) == 1


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
