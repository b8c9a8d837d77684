"""What one mail is: a question, an answer, a form, or nothing that anybody asked."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.mail.mailbox import read_mail
from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of, read_mails


def test_automatic_mail_is_neither_question_nor_answer(tmp_path: Path) -> None:
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "kapal", 2, "ada data kapal 2025?\n"),
            mail_of(OFFICE, "Re: kapal", 3, "Data kapal ada di laman.\n"),
            mail_of(ANI, "Balasan otomatis: Re: kapal", 3, "Saya sedang cuti.\n"),
            mail_of("Toko <t@p.example>", "Promo", 4, "Diskon\n", List_Unsubscribe="<https://p.e>"),
        ],
    )

    assert asked_in(reading) == [("ada data kapal 2025?", "Data kapal ada di laman.")]
    assert [one.text() for one in reading.notices] == [
        "a.mbox#e-mail 3:23:1: catatan: 2 e-mail otomatis, edaran, spam, atau konsep tidak dibaca"
    ]


def test_a_mail_that_waits_for_an_answer_is_set_aside_with_its_number(tmp_path: Path) -> None:
    reading = read_mails(
        tmp_path,
        [
            mail_of(ANI, "kapal", 2, "ada data kapal 2025?\n"),
            mail_of(OFFICE, "Re: kapal", 3, "Data kapal ada di laman.\n"),
            mail_of("Budi <b@surel.example>", "kebun", 4, "minta data kebun 2025\n"),
        ],
    )

    assert [one.location.path for one in reading.refused] == ["a.mbox#e-mail 3"]


def test_every_broken_mail_of_a_folder_is_named(tmp_path: Path) -> None:
    for name, content in {
        "1.eml": b"Subject: rusak\nFrom: z@x.exa",
        "2.eml": b"",
        "3.eml": b"From: y@x.example\nSubject: hal\n\nada data \xff\xfe?\n",
        "4.eml": mail_of(ANI, "kapal", 2, "ada data kapal 2025?\n").split(b"\n", 1)[1],
        "5.eml": mail_of(OFFICE, "Re: kapal", 3, "Ada di laman.\n").split(b"\n", 1)[1],
    }.items():
        (tmp_path / name).write_bytes(content)

    reading = read_mail(tmp_path, ExportOptions(officers=("layanan@kantor.example",)))

    assert [one.location.path for one in reading.refused] == ["1.eml", "2.eml", "3.eml"]
    assert len(reading.consultations) == 1


def test_attachments_are_named(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = ANI, OFFICE, "kapal"
    mail.set_content("ada data kapal 2025? format terlampir\n")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="format isian.pdf")
    content = b"From x@y.example Mon Feb 02 09:00:00 2026\n" + bytes(mail) + b"\n"
    reading = read_mails(tmp_path, [content, mail_of(OFFICE, "Re: kapal", 3, "Ada di laman.\n")])

    assert [one.text() for one in reading.notices] == [
        "a.mbox#e-mail 1:1:1: catatan: lampiran tidak dibaca: format isian.pdf; salin isinya "
        "sendiri bila perlu"
    ]


@pytest.mark.parametrize(
    "body",
    ["tolong ya min, butuh cepat. makasi\n", "Mohon dibantu untuk data tersebut.\n", "\n"],
    ids=["hurry", "points back", "nothing"],
)
def test_a_subject_is_the_question_where_the_mail_says_none(body: str, tmp_path: Path) -> None:
    subject = "Rata-rata upah buruh per bulan?"
    answer = "Upah buruh rata-rata Rp3.118.000.\n"
    reading = read_mails(
        tmp_path, [mail_of(ANI, subject, 2, body), mail_of(OFFICE, f"Re: {subject}", 3, answer)]
    )

    assert [question.split("\n")[0] for question, _ in asked_in(reading)] == [subject]


def test_receipts_are_automatic(tmp_path: Path) -> None:
    mails = [
        mail_of(ANI, "kapal", 2, "ada data kapal 2025?\n"),
        mail_of(OFFICE, "Re: kapal", 3, "Data kapal ada di laman.\n"),
        mail_of(ANI, "Dibaca: Re: kapal", 4, "Pesan Anda telah dibaca pada 4 Februari 2026?\n"),
    ]

    reading = read_mails(tmp_path, mails)

    assert (len(reading.consultations), len(reading.notices), reading.refused) == (1, 1, ())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Apakah besok jam 10 saya bisa datang ke kantor?", "Bisa, kami tunggu."),
        (
            "Mengundang Bapak/Ibu pada rapat hari Selasa di aula. Mohon konfirmasi kehadiran.",
            "Terima kasih undangannya. Kami akan hadir dua orang.",
        ),
        (
            "Kami mengajukan 4 mahasiswa PKL bulan Juli-Agustus. Mohon kesediaannya.",
            "Pada prinsipnya kami menerima 2 orang. Surat balasan terlampir.",
        ),
        ("Boleh minta nomor WA Kepala BPS?", "Mohon maaf, silakan bersurat resmi ke kantor."),
    ],
)
def test_appointments_and_invitations_are_set_aside(asked: str, told: str, tmp_path: Path) -> None:
    mails = [mail_of(ANI, "Halo", 2, asked), mail_of(OFFICE, "Re: Halo", 3, told)]

    assert [one.text() for one in read_mails(tmp_path, mails).refused] == [
        "a.mbox#e-mail 1:1:1: catatan: 2 pesan ini tampaknya obrolan, janji temu, atau kabar, "
        "bukan konsultasi, jadi dilewati; salin sendiri bila perlu"
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Berapa nomor telepon layanan yang bisa dihubungi?", "Layanan PST di 0404-21234."),
        (
            "Kami mengajukan magang 5 mahasiswa bulan Juli, apa yang perlu dilampirkan?",
            "Surat pengantar dan proposal. Kami terima paling banyak 5 orang.",
        ),
        (
            "Apakah survei dinas wajib rekomendasi statistik dan bagaimana cara mengajukannya?",
            "Wajib bila hasilnya dipublikasikan. Ajukan lewat Romantik, sudah terbit panduannya.",
        ),
    ],
)
def test_what_is_asked_about_such_an_application_is_kept(
    asked: str, told: str, tmp_path: Path
) -> None:
    mails = [mail_of(ANI, "Halo", 2, asked), mail_of(OFFICE, "Re: Halo", 3, told)]

    assert asked_in(read_mails(tmp_path, mails)) == [(asked, told)]


def test_a_form_on_a_website_is_written_by_who_gets_the_reply(tmp_path: Path) -> None:
    asked, told = "Apakah data kebun jambu per desa tersedia?", "Kebun jambu belum tersedia."
    form = mail_of("Formulir <noreply@kantor.example>", "Pesan baru", 2, asked, Reply_To=ANI)
    reading = read_mails(tmp_path, [form, mail_of(OFFICE, "Re: Pesan baru", 3, told, to=ANI)])

    assert asked_in(reading) == [(asked, told)]
    assert {"ani@surel.example", "Ani"} <= reading.senders


def test_a_machine_whose_mail_names_nobody_is_no_asker(tmp_path: Path) -> None:
    form = "Sistem <noreply@kantor.example>"
    mails = [
        mail_of(form, "Tiket", 2, "Pesan: Berapa lama tiket dibuka?"),
        mail_of(OFFICE, "Re: Tiket", 3, "Tiket dibuka sampai hari kerja ketiga.", to=form),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == []


@pytest.mark.parametrize(
    ("sender", "head"),
    [
        ("SP4N <no-reply@kantor.example>", {}),
        (ANI, {"Precedence": "list", "List_Id": "<pst.kantor.example>"}),
    ],
)
def test_what_the_office_replies_to_is_read_though_a_program_passes_it_on(
    sender: str, head: dict[str, str], tmp_path: Path
) -> None:
    asked, told = "Apakah petugas menentukan siapa yang dibantu?", "Petugas hanya mendata."
    mails = [
        mail_of(sender, "Laporan 123", 2, asked, Message_ID="<1@y>", **head),
        mail_of(OFFICE, "Re: Laporan 123", 3, told, to=sender, In_Reply_To="<1@y>"),
        mail_of(sender, "Laporan 124", 4, "Kapan hasilnya?", Message_ID="<2@y>", **head),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == [(asked, told)]


def test_a_mail_that_is_attached_is_the_question(tmp_path: Path) -> None:
    passed_on = EmailMessage()
    passed_on["From"], passed_on["To"], passed_on["Subject"] = "b@provinsi.example", OFFICE, "data"
    passed_on["Date"], passed_on["Message-ID"] = "02 Feb 2026 09:00:00 +0800", "<1@x.example>"
    passed_on.set_content("Mohon ditindaklanjuti.\n")
    attached = EmailMessage()
    attached["From"], attached["Date"] = ANI, "01 Feb 2026 09:00:00 +0800"
    attached.set_content("Berapa kamar hotel tahun 2025?\n")
    passed_on.add_attachment(attached)
    content = b"From x@y.example Mon Feb 02 09:00:00 2026\n" + bytes(passed_on) + b"\n"
    told = "Ada 288 kamar hotel tahun 2025."
    reply = mail_of(OFFICE, "Kamar", 3, told, to=ANI, In_Reply_To="<1@x.example>")

    assert asked_in(read_mails(tmp_path, [content, reply])) == [
        ("Berapa kamar hotel tahun 2025?", told)
    ]


def test_the_subject_of_a_sent_answer_is_its_question(tmp_path: Path) -> None:
    mails = [
        mail_of(OFFICE, "Re: Berapa desa tertinggal 2025?", 2, "Ada empat, dari Kemendes."),
        mail_of(OFFICE, "Berapa desa sudah mengisi Podes?", 3, "Mohon segera diisi."),
    ]

    assert asked_in(read_mails(tmp_path, mails)) == [
        ("Berapa desa tertinggal 2025?", "Ada empat, dari Kemendes.")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Terlampir ya.",
        "Selamat siang Bu, sudah kami jelaskan lewat telepon ya. Terima kasih.",
    ],
)
def test_an_answer_that_stands_elsewhere_is_told_as_missing(told: str, tmp_path: Path) -> None:
    mails = [
        mail_of(ANI, "peta", 2, "Apakah ada peta kontur 2025?"),
        mail_of(OFFICE, "Re: peta", 3, told),
    ]

    reading = read_mails(tmp_path, mails)

    assert (asked_in(reading), [one.key for one in reading.refused]) == (
        [],
        ["curation.question_unanswered"],
    )


def test_thanks_for_writing_stand_before_an_answer_and_before_none(tmp_path: Path) -> None:
    thanks = "Terima kasih telah menghubungi kami."
    told = "Harga pakan ternak tidak disurvei di sini."
    mails = [
        mail_of(ANI, "pakan", 2, "Apakah ada harga pakan ternak 2025?"),
        mail_of(OFFICE, "Re: pakan", 2, f"{thanks} Permintaan diproses dua hari kerja."),
        mail_of(OFFICE, "Re: pakan", 3, f"Bu Ani,\n\n{thanks} {told}\n"),
    ]

    assert [answer.endswith(told) for _, answer in asked_in(read_mails(tmp_path, mails))] == [True]


@pytest.mark.parametrize(
    ("clock", "count"), [("09:05:00 +0800", 0), ("10:05:00 +0900", 0), ("08:15:00 +0700", 1)]
)
@pytest.mark.parametrize(
    "before", ["Terima kasih telah menghubungi kami.", "Maaf, pesan masuk di luar jam layanan."]
)
def test_what_a_machine_says_is_a_persons_if_it_comes_later(
    before: str, clock: str, count: int, tmp_path: Path
) -> None:
    told = "Besarannya diumumkan saat seleksi."
    mails = [
        mail_of(ANI, "honor", 2, "Honor petugas berapa?"),
        mail_of(OFFICE, "Re: honor", 2, f"{before} {told}").replace(
            b"09:00:00 +0800", clock.encode()
        ),
    ]

    assert [answer for _, answer in asked_in(read_mails(tmp_path, mails))] == [told] * count


def test_a_short_reply_answers_what_names_no_question(tmp_path: Path) -> None:
    told = "Nihil di BPS. Coba ke Dinas Peternakan."
    mails = [mail_of(ANI, "sapi", 2, "Kelahiran sapi per desa"), mail_of(OFFICE, "sapi", 3, told)]

    assert [answer for _, answer in asked_in(read_mails(tmp_path, mails))] == [told]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Hasil panen padi desa kami, terlampir.", "Terima kasih, sudah kami terima."),
        ("Selamat atas predikat WBK untuk BPS.", "Terima kasih doanya, Pak."),
        ("Kami kirim laporan produksi padi 2025.", "Siap, kami pelajari dulu."),
    ],
)
def test_a_short_reply_to_what_asks_nothing_is_no_answer(
    asked: str, told: str, tmp_path: Path
) -> None:
    mails = [mail_of(ANI, "kabar", 2, asked), mail_of(OFFICE, "Re: kabar", 3, told)]

    assert asked_in(read_mails(tmp_path, mails)) == []


def test_what_is_told_beside_a_reminder_is_not_asked(tmp_path: Path) -> None:
    reminder = (
        "Surel kami minggu lalu belum ada balasan. Mohon kiranya segera karena proposal hari Jumat "
        "harus masuk. Kami kecewa kalau pelayanannya begini."
    )
    mails = [
        mail_of(ANI, "data", 2, "Berapa jumlah penduduk per desa?"),
        mail_of(ANI, "Re: data", 9, reminder),
        mail_of(OFFICE, "Re: data", 10, "Ada di tabel 3.1.1."),
        mail_of(ANI, "Re: data", 10, "Makase banyak bu"),
    ]

    reading = read_mails(tmp_path, mails)

    assert asked_in(reading) == [("Berapa jumlah penduduk per desa?", "Ada di tabel 3.1.1.")]
    assert reading.consultations[0].further == ""


@pytest.mark.parametrize(
    "thanks",
    ["Terima kasih banyak Kak, jelas sekali", "Danke ibu", "Suksma pak, ternyata betul petugas."],
)
def test_thanks_for_an_answer_are_not_shown(thanks: str, tmp_path: Path) -> None:
    mails = [
        mail_of(ANI, "data", 2, "Berapa jumlah penduduk per desa?"),
        mail_of(OFFICE, "Re: data", 3, "Ada di tabel 3.1.1."),
        mail_of(ANI, "Re: data", 4, thanks),
    ]

    assert [made.further for made in read_mails(tmp_path, mails).consultations] == [""]


def test_an_answer_behind_the_greeting_of_a_machine_keeps_its_paragraphs(tmp_path: Path) -> None:
    told = (
        "Terima kasih telah menghubungi kami. NTP hanya ada di provinsi.\n\nNTP dihitung bulanan."
    )
    mails = [
        mail_of(ANI, "NTP", 2, "Apakah NTP dihitung bulanan untuk kabupaten atau provinsi?"),
        mail_of(OFFICE, "Re: NTP", 3, told),
    ]

    assert [answer for _, answer in asked_in(read_mails(tmp_path, mails))] == [
        "NTP hanya ada di provinsi.\n\nNTP dihitung bulanan."
    ]


def test_an_answer_that_only_sends_a_file_is_none(tmp_path: Path) -> None:
    told = "Berikut kami kirimkan data yang diminta, terlampir."
    mails = [mail_of(ANI, "data", 2, "Mohon jumlah penduduk"), mail_of(OFFICE, "Re: data", 3, told)]

    assert asked_in(read_mails(tmp_path, mails)) == []
