"""Homes are hidden without a house number too; the same places stay where they are the matter."""

import pytest

from caridulu.privacy.entities.address_words import VILLAGES
from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        (
            "datang ibu Ernawati dari Kampung Tanjung Nagari Surian, marah",
            "datang ibu [nama] dari [alamat], marah",
        ),
        (
            "paman saya di Desa Lolomboli Dusun 2 belum didata",
            "paman saya di [alamat] belum didata",
        ),
        ("istri saya dari Dusun Waru Desa Sambi", "istri saya dari [alamat]"),
        ("tiang ring Banjar Kebon Kelod, Desa Sibang Gede", "tiang ring [alamat]"),
        ("Saya mhs UIN, asal Lubuk Sanai Tapan, mau", "Saya mhs UIN, asal [alamat], mau"),
        ("Baznas (Ust. Hamdan, Simpang Empat Koto Baru)", "Baznas ([nama], [alamat])"),
        ("Bu Ratna, Simpang Empat Pasaman Barat", "Bu [nama], Simpang Empat Pasaman Barat"),
        ("Bu Ratna, Guru Sekolah Dasar, rumahnya", "Bu [nama], Guru Sekolah Dasar, rumahnya"),
        ("Koto Rawang RT 01, Nagari Koto Rawang", "[alamat]"),
        ("Sungai Bungin RT 3/RW 1, Kec. Linggo Sari", "[alamat]"),
        ("Pindahnya ke Jorong Balai Ateh Hilia No. 27", "Pindahnya ke [alamat]"),
        ("rumah torang Jaga 3 Desa Watutumou belum", "rumah torang [alamat] belum"),
        ("usaha keripik saya, Dusun Sumberjo RT 2 Desa Pagerwojo", "usaha keripik saya, [alamat]"),
        ("alamat toko saya Pasar Inpres Blok D No. 17, mau", "alamat toko saya [alamat], mau"),
        ("Saya di Br. Kaja Sesetan no 8, mau ambil", "Saya di [alamat], mau ambil"),
        ("Salon Ayu di Gang Cempaka 9 sudah tutup", "Salon Ayu di [alamat] sudah tutup"),
        ("rumah opung di Huta Ginjang Desa Sitolu Huta", "rumah opung di [alamat]"),
        ("imah kuring di Kampung Muncang Desa Cihideung", "imah kuring di [alamat]"),
        ("mbak Yetti di Korong Pasa Dama, alun didata", "mbak [nama] di [alamat], alun didata"),
        (
            "perlu lapor BPS. Pindahnya ke Jorong Ateh No. 2",
            "perlu lapor BPS. Pindahnya ke [alamat]",
        ),
        ("KTP saya Kampung Mulya RT 2/5 Cibadak tapi", "KTP saya [alamat] tapi"),
        ("rumah di Lubuk Alung, Simpang Sikabu No 4", "rumah di [alamat]"),
        ("alamat usahanya Jl. A. Yani Km. 7,2 No. 15", "alamat usahanya [alamat]"),
        ("saya penghuni Rusunawa Jati blok B lantai 3", "saya penghuni [alamat]"),
        ("usaha batik kami di Kampung Laweyan ekspornya", "usaha batik kami di [alamat] ekspornya"),
        ("Kirim ke Jl. Veteran Gg. 3/14 Ketintang ya kak", "Kirim ke [alamat] ya kak"),
    ],
)
def test_a_home_is_hidden_with_all_of_its_parts(text: str, redacted: str) -> None:
    assert Redactor().redacted(text) == redacted


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("rumahku di lorong belakang mesjid Nurul Iman, tdk ada", "rumahku di [alamat], tdk ada"),
        ("alamat saya desa Wawonua kec Besulutu, jauh", "alamat saya [alamat], jauh"),
        ("kita pe rumah di Lingkungan III Kelurahan Sario, petugas", "kita pe rumah di [alamat],"),
        ("sa pu rumah di Kampung Asei Besar, tolong", "sa pu rumah di [alamat], tolong"),
        ("omah mbahku ning mburi pasar Wage, Desa Trayang", "omah mbahku ning [alamat]"),
        ("rumah ambo di Jorong Koto Baru, dakek surau Darussalam", "rumah ambo di [alamat]"),
        ("abdi calik di Babakan Sari gang Mesjid", "abdi calik di [alamat]"),
        ("ulun badiam di Handil Bakti RT 9, belum", "ulun badiam di [alamat], belum"),
        ("ibu itu yg tinggal di samping SD 3 Raha yg miskin", "ibu itu yg tinggal di [alamat] yg"),
        ("sy anak kos di belakang RSUD Abunawas, kosan Melati", "sy anak kos di [alamat]"),
        ("sy baru pindah ke Perumahan Villa Anoa, lapor?", "sy baru pindah ke [alamat], lapor?"),
        ("Lokasi rumah: sebelah kanan Gereja Imanuel Oesapa", "Lokasi rumah: [alamat]"),
        (
            "saya jualan di rumah, lokasinya samping pos ronda Solor",
            "saya jualan di rumah, lokasinya",
        ),
        ("mamaku di Pomalaa, dusun Totobo, sendirian", "mamaku di Pomalaa, [alamat], sendirian"),
        ("lorong saya lorong Cempaka belum disensus", "[alamat] belum disensus"),
        ("Sy warga Perumahan Graha Permai kok tidak", "Sy warga [alamat] kok tidak"),
        ("Kirimkan ke: Rahmat, Dusun Molinese, Desa Lainea", "Kirimkan ke: [alamat]"),
        ("kasus anak Sri Lestari di Kp. Cibodas Desa Margamulya", "kasus anak [nama] di [alamat]"),
        ("saya Yuliana dari Dusun III Desa Ambesea mau", "saya [nama] dari [alamat] mau"),
        ("Dusun Siwa Lama, Kel. Siwa", "[alamat]"),
        ("sy tinggal di bonggoeya belakang mako brimob", "sy tinggal di [alamat]"),
        ("umah kulo lor kuburan Desa Kedungmulyo", "umah kulo [alamat]"),
        ("Kami sekeluarga (5 jiwa) di Dusun Sari, Desa Amohalo", "Kami sekeluarga (5 jiwa) di ["),
        ("tokoku di Jl. Andi Paggaru No. 18 Lr. 2 dekat pasar", "tokoku di [alamat]"),
    ],
)
def test_a_home_needs_no_number(text: str, redacted: str) -> None:
    hidden = Redactor().redacted(text)

    assert hidden.startswith(redacted)
    assert "[alamat]" in hidden


@pytest.mark.parametrize(
    "text",
    [
        "warga Dusun Harapan Desa Tanjung Mulia ada berapa KK?",
        "data ibu dari Dusun Krajan Desa Wonosari yang hamil",
        "petugas kami di Dusun II Pekon Wates sudah selesai",
        "SLS saya Dusun Tlogo Desa Karangsari muatannya lebih",
        "rumah tangga kami di Dusun Krajan",
        "Ibu kader Dusun Krajan minta data stunting",
        "jumlah anak di Dusun Krajan Desa Wonosari",
        "rumah di Jorong Padang Panjang Nagari Simarasok ada berapa unit",
        "saya kepala Dusun Harapan Desa Tanjung Mulia mau minta data",
        "pak kadus Dusun Harapan Desa Tanjung Mulia menanyakan batas",
        "saya dari Kampung Yoka Distrik Heram, minta data penduduk kampung",
        "saya mhs asal Kabupaten Hulu Sungai Selatan",
        "saya mahasiswa asal Universitas Negeri Makassar Indonesia",
        "saya mahasiswa asal Sekolah Tinggi Ilmu Statistik",
        "penduduk asal Lubuk Sanai Tapan berapa",
        "saya asal Koto Baru Bukittinggi",
        "saya asal Lubuk Alung Pesisir Selatan",
        "Bu, Sungai Batang Hari Leko panjangnya berapa",
        "Kelompok Tani Sumber Rejeki RT 03 minta data pupuk",
        "RT 01 sampai RT 05 Desa Sidomulyo belum selesai dicacah",
        "Gang Dolly sudah tutup, panjang Gang H. Saidi berapa meter",
        "gang dan lorong tidak masuk data panjang jalan",
        "jumlah pedagang kaki lima di Jl. Veteran",
        "berapa kios di Pasar Sentral lantai 2",
        "Kirim ke Kepala Dinas Nomor 12 tanggal 3",
        "dikirim ke Desa Lolomboli lewat camat",
        "rumah saya kemarin didata jam 9 oleh petugas no 4",
        "Rumah saya belum ditempel stiker no 12",
        "rumah saya di kampung, KTP di kota, didata di mana",
        "tinggal di RT mana saja respondennya?",
        "usaha saya di samping rumah saja, apakah didata",
        "penduduk yg tinggal di desa pesisir Kec. Talaga Raya",
        "tinggal data Desa Mataiwoi yang belum kami terima",
        "DPRD tinggal 3 kursi hasil pemilu",
        "saya operator Desa Lainea, aplikasi tidak bisa",
        "kami mahasiswa KKN di Desa Puulemo butuh monografi",
        "rumah adat di Desa Lamooso ada di publikasi?",
        "bengkel saya di pinggir jalan kena pendataan ji?",
        "biaya nikah di rumah 600 ribu",
        "domisili jawa barat",
        "tidak termasuk yang tinggal di asrama/lapas",
        "jumlah dan sebaran rumah di pesisir dan desa rawan",
        "tarif kos rata2 di Kelurahan Tamalanrea",
    ],
)
def test_places_that_are_asked_about_stay(text: str) -> None:
    assert Redactor().redacted(text) == text


@pytest.mark.parametrize("village", VILLAGES.split("|"))
@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("rumah saya di {} Way Kanan belum didata", "rumah saya di [alamat] belum didata"),
        ("dikirim ke Jl. Mawar 7 {} Sukamaju", "dikirim ke [alamat]"),
        ("{} Bulu RT 2 RW 3", "[alamat]"),
        ("kos saya di {} Bunut, gang Melati 3", "kos saya di [alamat]"),
        ("berapa penduduk {} Bunut?", "berapa penduduk {} Bunut?"),
    ],
)
def test_a_village_is_known_by_every_word_for_it(village: str, text: str, redacted: str) -> None:
    assert Redactor().redacted(text.format(village)) == redacted.format(village)
