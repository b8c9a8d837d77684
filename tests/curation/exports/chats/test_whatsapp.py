"""Chats as phones export them: what was pasted, who speaks, what cannot be read."""

from pathlib import Path

import pytest

from caridulu.curation.exports.chats.whatsapp import read_chat
from caridulu.curation.exports.consultation import LONGEST_MESSAGE, ExportOptions, Reading
from caridulu.curation.questions.several_questions import parts_of

OFFICE = ("Layanan Data",)


def _read(text: str, folder: Path, officers: tuple[str, ...] = OFFICE) -> Reading:
    path = folder / "chat.txt"
    path.write_text(text, encoding="utf-8")
    return read_chat(path, ExportOptions(officers=officers))


def _told(reading: Reading) -> list[str]:
    return [one.text() for one in (*reading.refused, *reading.notices)]


def test_a_forwarded_line_with_its_own_time_stays_in_its_message(tmp_path: Path) -> None:
    reading = _read(
        "14/03/26 10.02 - Kades Wia: Pak ini titipan pertanyaan\n"
        "13/03/26 09.47 - Pak Kadus: Apakah kode dusun baru sudah terbit?\n"
        "baris kedua pertanyaan itu\n"
        "14/03/26 10.03 - Kades Wia: Itu pak\n"
        "14/03/26 10.31 - Layanan Data: Kode dusun terbit semester depan.\n",
        tmp_path,
    )

    (made,) = reading.consultations
    assert made.question == (
        "ini titipan pertanyaan\nApakah kode dusun baru sudah terbit?\nbaris kedua pertanyaan itu"
    )
    assert made.answer == "Kode dusun terbit semester depan."
    assert made.start == "2026-03-14T10:02:00"
    assert "Pak Kadus" in reading.senders
    assert _told(reading) == [
        "chat.txt:2:1: catatan: 1 baris dengan waktu sendiri dibaca sebagai kutipan di dalam "
        "pesan; periksa apakah benar"
    ]


def test_an_old_talk_that_is_pasted_is_not_asked_again(tmp_path: Path) -> None:
    reading = _read(
        "30/03/26 09.12 - Ani: dulu saya tanya begini\n"
        "12/03/26 08.06 - Ani: PDRB itu satuannya apa?\n"
        "12/03/26 08.40 - Layanan Data: Juta rupiah.\n"
        "30/03/26 09.13 - Ani: sekarang laju pertumbuhan pakai tahun dasar berapa?\n"
        "30/03/26 09.40 - Layanan Data: Tahun dasar 2010.\n",
        tmp_path,
    )

    (made,) = reading.consultations
    assert "satuannya" not in made.question
    assert made.answer == "Tahun dasar 2010."


def test_two_styles_of_dates_are_both_read_and_told(tmp_path: Path) -> None:
    reading = _read(
        "29/06/26 09.02 - Ani: apakah data curah hujan diukur BPS?\n"
        "29/06/26 09.30 - Layanan Data: Curah hujan dicatat BMKG.\n"
        "8/5/26, 9:05 PM - Ani: kapan Susenas turun ke desa kami?\n"
        "8/19/26, 9:21 AM - Layanan Data: Susenas turun ke desa bulan September, "
        "petugas membawa surat tugas.\n",
        tmp_path,
    )

    starts = [made.start for made in reading.consultations]
    assert starts == ["2026-06-29T09:02:00", "2026-08-05T21:05:00"]
    assert _told(reading) == [
        "chat.txt:3:1: catatan: mulai baris ini tanggal ditulis dengan cara lain; periksa tanggal "
        "konsep sesudahnya"
    ]


DAY_FIRST = "tanggal dibaca hari/bulan, seperti biasanya di Indonesia; pakai --date-order mdy bila"
MONTH_FIRST = "tanggal dibaca bulan/hari/tahun; pakai --date-order dmy bila"


@pytest.mark.parametrize(
    ("stamp", "start", "told"),
    [
        ("5/6/26, 9:14 AM - ", "2026-05-06", MONTH_FIRST),
        ("[5/6/26, 9:14:31 AM] ", "2026-05-06", MONTH_FIRST),
        ("5/6/26, 9:14 am - ", "2026-06-05", DAY_FIRST),
        ("05/06/26, 09:14 - ", "2026-06-05", DAY_FIRST),
        ("5/6/2026, 9:14 - ", "2026-06-05", DAY_FIRST),
        ("5/6/26 09.14 - ", "2026-06-05", DAY_FIRST),
        ("6/6/26, 9:14 AM - ", "2026-06-06", None),
    ],
)
def test_dates_of_one_day_are_read_as_phones_of_that_style_write_them(
    stamp: str, start: str, told: str | None, tmp_path: Path
) -> None:
    reading = _read(f"{stamp}Ani: ada data kapal?\n{stamp}Layanan Data: Ada di laman.\n", tmp_path)

    assert [made.start[:10] for made in reading.consultations] == [start]
    assert _told(reading) == ([f"chat.txt:1:1: catatan: {told} keliru"] if told else [])


def test_time_that_jumps_back_begins_another_talk(tmp_path: Path) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: ada data kapal?\n25/11/26 09.20 - Layanan Data: Ada di laman.\n"
        "20/10/26 09.15 - Ani: ada data kebun?\n20/10/26 09.18 - Layanan Data: Ada di buku.\n",
        tmp_path,
    )

    assert [made.start[:10] for made in reading.consultations] == ["2026-11-25", "2026-10-20"]
    assert _told(reading) == [
        "chat.txt:3:1: catatan: tanggal mundur dibanding baris 2; mulai baris ini dibaca sebagai "
        "percakapan lain"
    ]


SYSTEM_LINES = (
    "Pesan dan panggilan terenkripsi secara end-to-end. Ketuk untuk info selengkapnya.",
    "Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
    "Ani Pengunjung Ruang Data: \u200ePesan dan panggilan terenkripsi secara end-to-end. Hanya "
    "orang dalam chat ini yang dapat membaca, mendengarkan, atau membagikannya.",
    "Bisnis ini memakai layanan aman dari Meta untuk mengelola chat ini. Ketuk untuk mempelajari.",
    "This business uses a secure service from Meta to manage this chat. Tap to learn more.",
    "Kode keamanan Anda dengan Ani berubah. Ketuk untuk mempelajari selengkapnya.",
    "Your security code with Ani changed. Tap to learn more.",
    "Anda bergabung menggunakan tautan undangan grup ini",
    "Layanan Data menambahkan Ani dan +62 837-9901-2210",
    "Ani keluar",
    "Pesan sementara diaktifkan.",
    "Anda memblokir kontak ini. Ketuk untuk membuka blokir.",
)


@pytest.mark.parametrize("line", SYSTEM_LINES)
def test_what_the_program_says_is_nobodys_message(line: str, tmp_path: Path) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: ada data kapal?\n"
        f"25/11/26 09.15 - {line}\n"
        "25/11/26 09.20 - Layanan Data: Ada di laman.\n",
        tmp_path,
    )

    assert (len(reading.consultations), reading.messages, _told(reading)) == (1, 2, [])
    assert reading.senders == {"Ani", "Layanan Data"}


def test_what_is_no_text_is_counted_by_kind(tmp_path: Path) -> None:
    reading = _read(
        "[25/11/26 09.14.01] Ani: ada data kapal?\n"
        "\u200e[25/11/26 09.15.01] Ani: \u200estiker tidak disertakan\n"
        "[25/11/26 09.16.01] Ani: \u200ePanggilan suara tak terjawab\n"
        "[25/11/26 09.16.31] Ani: \u200eAnda melewatkan panggilan suara\n"
        "[25/11/26 09.17.01] Ani: \u200eaudio tidak disertakan\n"
        "[25/11/26 09.18.01] Ani: \u200eAnda menghapus pesan ini.\n"
        "[25/11/26 09.19.01] Ani: IMG-1.jpg (file terlampir)\nini tabelnya\n"
        "[25/11/26 09.20.01] Layanan Data: Ada di laman.\n",
        tmp_path,
    )

    (made,) = reading.consultations
    assert made.question == "ada data kapal?\nini tabelnya"
    assert _told(reading) == [
        "chat.txt:2:1: catatan: 5 pesan tidak dapat dibaca (1 pesan suara, 2 panggilan, 1 pesan "
        "dihapus, 1 gambar, stiker, atau berkas); salin isinya sendiri bila perlu"
    ]


def test_a_question_that_is_a_voice_note_is_set_aside(tmp_path: Path) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: PTT-20261125-WA0002.opus (file terlampir)\n"
        "25/11/26 09.20 - Layanan Data: Mohon maaf, pesan suaranya belum bisa kami dengarkan\n",
        tmp_path,
    )

    assert reading.consultations == ()
    assert [one.text() for one in reading.refused] == [
        "chat.txt:1:1: catatan: pertanyaannya berupa pesan suara dan tidak dapat dibaca (1 pesan "
        "lain); tulis isinya sendiri bila perlu"
    ]


SMALL_TALK = (
    "👍",
    "Taqabbalallahu minna wa minkum, selamat Hari Raya Idul Fitri. Mohon maaf lahir dan batin 🙏",
    "Dirgahayu Republik Indonesia ke-81 Merdeka!",
    "Selamat tahun baru pak, sehat selalu",
    "PROMO semen 58rb per sak, minimal 20 sak, hub 082400001111!!",
    "Terima kasih banyak atas bantuannya selama ini, sukses selalu",
)


@pytest.mark.parametrize("text", SMALL_TALK)
def test_wishes_thumbs_and_advertisements_are_no_consultation(text: str, tmp_path: Path) -> None:
    reading = _read(
        f"25/11/26 09.14 - Ani: {text}\n25/11/26 09.20 - Layanan Data: Silakan, ditunggu kabarnya\n"
        "20/12/26 09.20 - Layanan Data: Kantor libur tanggal 25.\n",
        tmp_path,
    )

    assert (reading.consultations, reading.refused) == ((), ())


def test_a_wish_does_not_hide_a_question(tmp_path: Path) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: Selamat tahun baru pak, mohon data inflasi Desember\n"
        "25/11/26 09.20 - Layanan Data: Inflasi Desember terbit 2 Januari.\n",
        tmp_path,
    )

    assert len(reading.consultations) == 1


def test_automatic_messages_and_pleas_for_patience_are_no_answer(tmp_path: Path) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: ada data kapal?\n"
        "25/11/26 09.14 - Layanan Data: Terima kasih telah menghubungi kami. Ini pesan otomatis, "
        "petugas akan membalas pada jam layanan.\n"
        "25/11/26 09.30 - Layanan Data: Baik, kami cek dulu ya\n"
        "07/12/26 10.00 - Layanan Data: Data kapal ada di laman.\n",
        tmp_path,
    )

    (made,) = reading.consultations
    assert made.answer == "Data kapal ada di laman."


def test_a_follow_up_belongs_to_its_consultation_and_another_matter_does_not(
    tmp_path: Path,
) -> None:
    reading = _read(
        "25/11/26 09.14 - Ani: bagaimana memperoleh data mikro Susenas?\n"
        "25/11/26 09.20 - Layanan Data: Minta surat dari kampus.\n"
        "25/11/26 09.22 - Ani: kalau begitu suratnya dialamatkan ke mana?\n"
        "25/11/26 09.30 - Layanan Data: Ke kepala kantor.\n"
        "25/11/26 09.31 - Ani: oh begitu pale\n"
        "25/11/26 15.00 - Ani: mau tanya lagi, kenapa luas desa beda dengan peta?\n"
        "25/11/26 15.20 - Layanan Data: Luas desa dari pemda.\n",
        tmp_path,
    )

    assert [made.answer for made in reading.consultations] == [
        "Minta surat dari kampus.\n\nKe kepala kantor.",
        "Luas desa dari pemda.",
    ]


def test_a_reminder_after_days_belongs_to_the_question_that_waits(tmp_path: Path) -> None:
    reading = _read(
        "01/11/26 09.14 - Ani: ada data kapal menurut kecamatan?\n"
        "10/11/26 08.00 - Ani: Selamat pagi pak\n"
        "10/11/26 08.01 - Ani: bagaimana pertanyaan saya yang kemarin?\n"
        "10/11/26 09.20 - Layanan Data: Data kapal ada di laman.\n"
        "11/11/26 08.20 - Layanan Data: Tambahan: juga di buku.\n",
        tmp_path,
    )

    (made,) = reading.consultations
    assert made.question == "ada data kapal menurut kecamatan?"
    assert made.answer == "Data kapal ada di laman.\n\nTambahan: juga di buku."


def test_what_is_only_told_is_no_question(tmp_path: Path) -> None:
    reading = _read(
        "01/11/26 09.14 - Ani: Kemarin saya sudah isi surveinya pak\n"
        "01/11/26 09.20 - Layanan Data: Baik bu, hasilnya kami gabungkan dengan kecamatan lain.\n",
        tmp_path,
    )

    assert (reading.consultations, reading.refused) == ((), ())


def test_a_chat_of_months_may_begin_with_small_talk(tmp_path: Path) -> None:
    asked = "01/26 09.14 - Ani: makan siangnya nasi bungkus?\n"
    answered = "01/26 09.20 - Layanan Data: nasi goreng kak\n"
    months_later = (
        "05/03/26 09.10 - Ani: data produksi ikan tangkap 2025 sudah terbit?\n"
        "05/03/26 09.30 - Layanan Data: Sudah, produksi ikan tangkap 2025 ada di tabel 5.4.\n"
    )
    short = f"12/{asked}12/{answered}"

    assert len(_read(short, tmp_path).consultations) == 1
    assert len(_read(short + months_later, tmp_path).consultations) == 1


def test_small_talk_with_whom_one_knows_is_left_out_and_told(tmp_path: Path) -> None:
    reading = _read(
        "12/01/26 09.14 - Ani: ada data kapal menurut kecamatan?\n"
        "12/01/26 09.20 - Layanan Data: Data kapal ada di laman, menu Perikanan, tabel 5.4.\n"
        "20/02/26 16.30 - Ani: jadi badminton nanti malam?\n"
        "20/02/26 16.35 - Layanan Data: jadi kak, jam 9 di GOR\n"
        "05/03/26 09.10 - Ani: data produksi ikan tangkap 2025 sudah terbit?\n"
        "05/03/26 09.30 - Layanan Data: Sudah, produksi ikan tangkap 2025 ada di tabel 5.4.\n",
        tmp_path,
    )

    assert [made.start[:10] for made in reading.consultations] == ["2026-01-12", "2026-03-05"]
    assert [one.text() for one in reading.refused] == [
        "chat.txt:3:1: catatan: 2 pesan ini tampaknya obrolan, janji temu, atau kabar, bukan "
        "konsultasi, jadi dilewati; salin sendiri bila perlu"
    ]


def test_points_of_a_list_that_are_answered_message_by_message_are_told_apart(
    tmp_path: Path,
) -> None:
    (made,) = _read(
        "30/03/26 09.12 - Ani: Saya butuh dua data untuk bab 4:\n"
        "1. IPM Muara 2024 berapa\n"
        "2. gini ratio kabupaten ada tidak ya\n"
        "30/03/26 09.40 - Layanan Data: Pagi Ani, saya jawab satu per satu ya\n"
        "30/03/26 09.41 - Layanan Data: 1. IPM tahun 2024 sebesar 68,44.\n"
        "30/03/26 09.44 - Layanan Data: 2. Ada di buku Statistik Kesejahteraan Rakyat.\n",
        tmp_path,
    ).consultations

    assert [part.answer for part in parts_of(made)] == [
        "IPM tahun 2024 sebesar 68,44.",
        "Ada di buku Statistik Kesejahteraan Rakyat.",
    ]


def test_an_endless_message_is_read_from_its_beginning(tmp_path: Path) -> None:
    endless = "berapa penduduk desa Wia " * 10_000

    reading = _read(
        f"14/03/26 10.02 - Kades Wia: {endless}\n14/03/26 10.31 - Layanan Data: Lihat tabel 3.\n",
        tmp_path,
    )

    (one,) = reading.consultations
    assert len(one.question) <= LONGEST_MESSAGE < len(endless)
