"""Where an institution is, and a place that is asked about, stay though all that is asked is not.

In what the search looks for, and in a question that waits, what is asked about is replaced, too.
"""

import pytest

from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import Kind
from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    "text",
    [
        "Kantor BPS masih di Jl. Mawar No. 15 kan?",
        "apakah alamat kantor statistik masih Jl. Poros Andoolo No. 1?",
        "datang ke ruang PST, Jl. Perwira No. 50 Belakang Balok",
        "gedung MPP ada di Jl. Ahmad Yani 1",
        "gedung serbaguna Jl. Ahmad Yani no 1 dipakai kapan",
        "pelatihan di Hotel Claro Jl. Edi Sabara no 89 mulai jam berapa",
        "bps ada cabang di Jl. Martandu?",
        "apakah Jl. Saranani Gang 1 s/d Gang 9 masuk satu blok sensus",
        "apakah Jalan Lintas Barat masuk wilayah Kec. Krui Selatan?",
        "sampel Susenas di Kelurahan Oesapa RT 21 diganti ya",
        "SLS RT 003 RW 002 Desa Cikaret kok hilang di peta",
        "ada berapa KK di RW 03 Kelurahan Lok Bahu",
        "di RW 03 Kelurahan Lok Bahu ada 412 KK",
        "kenapa RT 07 RW 03 Kel Wameo tidak ada di master wilayah",
        "jumlah penghuni Rusunawa Marunda blok A ada datanya?",
        "petugas yang survei di RT 09 Kelurahan Loa Bakung itu resmi?",
        "Kami panitia 17an RW 06 Kelurahan Antapani minta data balita",
        "kondisi jalan di Jl. Haluoleo, ada datanya?",
        "Puskesmas Puuwatu Jl. Prof Muh Yamin no 64 apakah termasuk faskes",
        "definisi tempat tinggal biasa untuk pekerja tambang di Desa Morosi",
        "rumah kosong di Dusun Tirawuta dihitung tidak",
        "orang Bajo yang tinggal di Desa Mola Selatan berapa persen",
    ],
)
def test_a_public_place_stays_whatever_is_asked_about(text: str) -> None:
    assert Redactor().redacted(text, asked=True) == text


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("apakah rumah saya di Jl. Saranani No 9 masuk sampel?", "apakah rumah saya di [alamat]"),
        ("berapa kali rumah kami di RT 3 RW 1 Kel Tobuuha", "berapa kali rumah kami di [alamat]"),
        ("pak saya warga Desa Tembok RT 3, kenapa disurvei", "pak saya warga [alamat], kenapa"),
        ("petugas datang ke Jl. Mawar 7", "petugas datang ke [alamat]"),
        ("belakang masjid Raya Jl. Mawar 7, belum didata", "belakang masjid Raya [alamat], belum"),
        ("Suwardi RT 3 RW 5 Desa Sari masuk desil berapa", "[nama] [alamat] masuk desil berapa"),
        ("jumlah tamu bu Rina di RT 3 RW 2 Desa Sari", "jumlah tamu bu [nama] di [alamat]"),
        ("ada datanya bu? Jl. Mawar No. 7, kirim ke situ", "ada datanya bu? [alamat], kirim"),
        ("kantor dinas apa bu? rumah saya Jl. Mawar 7", "kantor dinas apa bu? rumah saya [alamat]"),
    ],
)
def test_a_home_in_a_question_is_hidden(text: str, redacted: str) -> None:
    assert Redactor().redacted(text).startswith(redacted)


@pytest.mark.parametrize(
    "text",
    [
        "kenapa data Suwardi di RT 03 RW 05 Desa Sari salah",
        "Alamat kantor Jl. Mawar 7",  # of whoever asks
    ],
)
def test_what_may_be_a_home_or_not_is_asked_about(text: str) -> None:
    found = [one for one in find_personal_data(text) if one.kind is Kind.ADDRESS]

    assert [one.certain for one in found] == [False]
