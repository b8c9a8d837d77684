"""What mails only arrange, and what they ask about it."""

from pathlib import Path

import pytest

from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of, read_mails


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Kami mohon izin menempatkan 4 siswa untuk PKL mulai April.", "Silakan lapor 1 April."),
        ("Kami ingin membawa 32 siswa berkunjung ke kantor.", "Silakan Rabu pukul 09.00."),
        (
            "Saya mohon izin penelitian mulai Maret.",
            "Sudah kami terima, silakan Senin pukul 09.00.",
        ),
        ("Kapan petugas datang ke balai desa kami?", "Kamis jam 9 Pak, dengan dua orang."),
        ("Apakah bisa ke kantor hari Rabu?", "Bisa, bawa laptopnya ya."),
        ("Jadi tanggal 12 di aula. Tolong bawa papan tulis.", "Siap Pater."),
    ],
)
def test_what_is_only_arranged_is_no_consultation(asked: str, told: str, tmp_path: Path) -> None:
    mails = [mail_of(ANI, "permohonan", 2, asked), mail_of(OFFICE, "Re: permohonan", 3, told)]

    assert asked_in(read_mails(tmp_path, mails)) == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Apa syarat magang di kantor?", "Surat pengantar, paling lambat 1 April."),
        ("Bisakah magang mulai Juli, 2 orang?", "Bisa, kuota Juli masih 4 orang. Kirim surat."),
        ("Apakah bisa magang bulan Juli?", "Bisa, kirim saja surat pengantar kampus dan CV."),
        (
            "Kami mengajukan PKL untuk 3 siswa. Apakah BPS menerima siswa PKL bulan Juli?",
            "Kami menerima siswa PKL, surat permohonan ditujukan ke Kepala.",
        ),
        ("Kunjungan siswa boleh hari Sabtu?", "Sabtu tutup, silakan Senin sampai Kamis."),
        ("Apakah bisa ke kantor Rabu untuk uji validitas?", "Kami tidak melayani olah data."),
        ("Kami bertemu Senin, mohon penjelasan IPG dulu.", "IPG membandingkan dua jenis kelamin."),
    ],
)
def test_what_is_asked_about_places_for_interns_is_a_consultation(
    asked: str, told: str, tmp_path: Path
) -> None:
    mails = [mail_of(ANI, "magang", 2, asked), mail_of(OFFICE, "Re: magang", 3, told)]

    assert asked_in(read_mails(tmp_path, mails)) == [(asked, told)]
