"""The headline is what is asked, understood by itself, without greeting and thanks."""

import pytest

from caridulu.curation.questions.headlines import questions_of, read_question

ASKED = {
    "Ass. pak bps mohon info angka kemiskinan 2025 sudah rilis?": (
        "Mohon info angka kemiskinan 2025 sudah rilis?"
    ),
    "BPS minta data saya untuk apa?": "BPS minta data saya untuk apa?",
    "Operator di desa kami sakit. Apakah data PDRB ada?": (
        "Operator di desa kami sakit. Apakah data PDRB ada?"
    ),
    "Berapa penduduk miskin\ndi Wolowaru": "Berapa penduduk miskin. di Wolowaru",
    "Selamat pagi pak. saya mahasiswa. apakah data padi per desa tersedia? terima kasih": (
        "Apakah data padi per desa tersedia?"
    ),
    "ini [nama] menanyakan harga beras di pasar": "Harga beras di pasar",
    "ini [nama] menanyakan apakah data upah tersedia, terima kasih": ("Apakah data upah tersedia"),
    "Saya [nama] dari Desa Bulu, mau tanya kapan Susenas turun?": "Kapan Susenas turun?",
    "Saya Tn. [nama] mau tanya desil saya salah, masa desil 7. Lapornya ke mana?": (
        "Desil saya salah, masa desil 7. Lapornya ke mana?"
    ),
    "Ini tabel dari dosen, katanya IPM per kecamatan. Apakah BPS memang mengeluarkan?": (
        "Ini tabel dari dosen, katanya IPM per kecamatan. Apakah BPS memang mengeluarkan?"
    ),
    "ada orang mengaku petugas sensus, motornya [nomor identitas]. Bagaimana memastikannya?": (
        "Ada orang mengaku petugas sensus. Bagaimana memastikannya?"
    ),
    "Kalau keluarga yang menumpang itu\ndihitung satu ruta atau dua?": (
        "Kalau keluarga yang menumpang itu dihitung satu ruta atau dua?"
    ),
    "Tolong tanyakan ke BPS, desa pemekaran itu kodenya sudah keluar atau belum?": (
        "Desa pemekaran itu kodenya sudah keluar atau belum?"
    ),
    "1. Berapa persen jalan mantap tahun 2025?\n2. Apakah data jembatan ada?": (
        "Berapa persen jalan mantap tahun 2025?"
    ),
    "Mohon bantuan dua hal:\nBagaimana cara meminta data mikro Susenas?": (
        "Bagaimana cara meminta data mikro Susenas?"
    ),
    "Ada tiga hal yang ingin saya tanyakan. Apakah IPM 2024 sudah ada?": (
        "Apakah IPM 2024 sudah ada?"
    ),
    "Yg ingin saya tanyakan, apakah PPP di IPM sama dengan konsumsi di PDRB?": (
        "Apakah PPP di IPM sama dengan konsumsi di PDRB?"
    ),
    "kk, ini teman sy [nama] butuh data mentah Susenas bisa di sini kah? bayar ka tidak": (
        "Kk, ini teman sy [nama] butuh data mentah Susenas bisa di sini kah?"
    ),
    "Saya [nama] dapat tautan sensus tapi warungnya sudah tutup, masih harus isi?": (
        "Dapat tautan sensus tapi warungnya sudah tutup, masih harus isi?"
    ),
    "Saya [nama] kuliah di UHO Kendari, masih harus isi?": "Masih harus isi?",
    "sama jadwal sensus ekonomi kapan": "Jadwal sensus ekonomi kapan",
    "sama tidak NIK dengan nomor KK?": "Sama tidak NIK dengan nomor KK?",
    "Apa beda dua hal ini, inflasi dan IHK?": "Apa beda dua hal ini, inflasi dan IHK?",
    "Pertama, apakah BPS menerima mahasiswa magang?": "Apakah BPS menerima mahasiswa magang?",
    "Saya sedang meneliti ketimpangan.\nMohon bantuan:\n1. Gini ratio 2015-2024\n2. Pengeluaran": (
        "Gini ratio 2015-2024"
    ),
    "Kami akan membuka cabang. Pertanyaan kami: apakah data rumah tangga per kelurahan ada?": (
        "Apakah data rumah tangga per kelurahan ada?"
    ),
    "Saya menyusun skripsi. Untuk itu saya hendak mengajukan permohonan data inflasi.": (
        "Saya hendak mengajukan permohonan data inflasi."
    ),
    "Salam sejahtera, bermaksud untuk meminta data UMKM per kecamatan": (
        "Bermaksud untuk meminta data UMKM per kecamatan"
    ),
    "Saya mau konsultasi skripsi bisa daring?": "Saya mau konsultasi skripsi bisa daring?",
    "Saya mau konsultasi tentang skripsi, kapan bisa?": "Skripsi, kapan bisa?",
    "Kami dari Bappeda butuh PDRB menurut kecamatan": "Butuh PDRB menurut kecamatan",
    "saya [nama] mahasiswa Politeknik Saribu, mau tanya bu\nrata-rata lama sekolah berapa ya": (
        "Rata-rata lama sekolah berapa ya"
    ),
    "Saya mahasiswa, bisa minta peta batas desa?": "Bisa minta peta batas desa?",
    "Kami dari desa pemekaran, apakah kode kami berubah?": (
        "Kami dari desa pemekaran, apakah kode kami berubah?"
    ),
    "Kami ingin mengetahui bagaimana cara memperoleh peta desa": (
        "Bagaimana cara memperoleh peta desa"
    ),
    "Mohon bantuannya pak untuk data harapan lama sekolah terakhir": (
        "Data harapan lama sekolah terakhir"
    ),
    "Tolong dibantu kak, tautan publikasi 2025 rusak": "Tautan publikasi 2025 rusak",
    "Kami akan membuka gudang beras.\nYang ingin kami tanyakan:\nBagaimana cara mendapatkannya?": (
        "Kami akan membuka gudang beras. Bagaimana cara mendapatkannya?"
    ),
    "Sehubungan dengan skripsi bimbingan [nama], maka bersama surat ini saya mohon data NTP.": (
        "Saya mohon data NTP."
    ),
    "Sehubungan dengan penyusunan Renja 2027, bersama ini kami mohon data penduduk.": (
        "Kami mohon data penduduk."
    ),
    "Untuk keperluan akreditasi, kami membutuhkan jumlah guru. Atas perhatiannya terima kasih.": (
        "Kami membutuhkan jumlah guru."
    ),
    "Mohon data berikut untuk skripsi saya:\nHarga ikan eceran": "Harga ikan eceran",
    "berikut pertanyaan saya:\nBagaimana BPS menghitung kemiskinan?": (
        "Bagaimana BPS menghitung kemiskinan?"
    ),
    "Nama: [nama]\nPesan: apakah data kebun jambu per desa ada?": (
        "Apakah data kebun jambu per desa ada?"
    ),
    "ibu hamil dan bayi ada berapa di Kec. Bulu": "Ibu hamil dan bayi ada berapa di Kec. Bulu",
    "Sore Pak Sekdes, berapa kode desa kami?": "Berapa kode desa kami?",
    "ada petani NIK [NIK] tidak dapat pupuk karena ST2023. Apa benar datanya dari BPS?": (
        "Ada petani tidak dapat pupuk karena ST2023. Apa benar datanya dari BPS?"
    ),
    "dia daftar dengan [e-mail] tapi surat aktivasinya tidak masuk. Bagaimana caranya?": (
        "Dia daftar tapi surat aktivasinya tidak masuk. Bagaimana caranya?"
    ),
    "data produksi jagung 2025 per kecamatan": "Data produksi jagung 2025 per kecamatan",
    "berapa data penduduk Kec. Bulu No. 5 tahun 2025?": (
        "Berapa data penduduk Kec. Bulu No. 5 tahun 2025?"
    ),
}


# What a question needs to be understood: its topic, or the sentence that has its subject.
ASKED |= {
    "ini KTP anak salah tanggal\nbisa diperbaiki di kantor camat atau harus ke dinas?": (
        "Ini KTP anak salah tanggal. bisa diperbaiki di kantor camat atau harus ke dinas?"
    ),
    "trus kalau pindah domisili ke Kendari bagaimana caranya": (
        "Kalau pindah domisili ke Kendari bagaimana caranya"
    ),
}


@pytest.mark.parametrize("text", ASKED)
def test_the_headline_is_the_question(text: str) -> None:
    assert read_question(text).headline == ASKED[text]


def test_further_questions_are_phrasings_and_numbers_of_people_are_not() -> None:
    text = "ada data kapal? apakah data kebun tersedia per desa? hp saya [nomor HP]"

    assert list(read_question(text).phrasings) == [
        "Ada data kapal? apakah data kebun tersedia per desa?",
    ]


def test_each_question_that_names_something_is_its_own() -> None:
    text = "Halo, data inflasi bulanan ada? Alamatnya di mana? Bisa dikirim?"

    assert questions_of(text, lambda sentence: "Alamat" in sentence) == [
        "Data inflasi bulanan ada?",
        "Alamatnya di mana? Bisa dikirim?",
    ]


def test_one_question_keeps_what_it_points_back_to() -> None:
    text = "Desil saya salah, masa desil 7. Lapornya ke mana?"

    assert questions_of(text, lambda _: False) == [text]


def test_short_replies_are_told_but_no_name_and_no_number() -> None:
    asked = read_question(
        "berapa angka harapan hidup terbaru\nkabupaten saja\nTaneo Fallo\nBP 2210512099"
    )

    assert asked.phrasings == ("Berapa angka harapan hidup terbaru. kabupaten saja.",)


def test_what_the_answer_takes_up_was_asked_where_no_word_asks() -> None:
    text = "disuruh pak kades cari data\njumlah keluarga yang punya jamban sendiri"

    asked = read_question(text, "Sebagian besar keluarga memakai jamban sendiri.")

    assert asked.headline == "Jumlah keluarga yang punya jamban sendiri"


def test_a_short_question_keeps_what_it_is_asked_about_and_the_answer_takes_up() -> None:
    text = "usaha saya kopi bubuk: beli biji dari petani, giling, bungkus, jual. kodenya apa ya"
    answer = (
        "Kalau biji kopi digiling dan dibungkus sendiri masuk industri kopi 10761, bukan jual beli"
    )

    assert read_question(text, answer).headline == (
        "Usaha saya kopi bubuk: beli biji dari petani, giling, bungkus, jual. kodenya apa ya"
    )


def test_who_asks_is_no_part_of_a_headline_in_words_of_the_regions_either() -> None:
    text = "Iko pak [nama] sekretaris nagari Taratak\nambo butuh jumlah panduduak nagari"

    found = read_question(text, "Data penduduk per nagari ada di Kecamatan Dalam Angka.")

    assert found.headline == "Ambo butuh jumlah panduduak nagari"


def test_a_headline_has_the_subject_that_another_message_names_and_the_answer_takes_up() -> None:
    asked = read_question(
        "inflasi Jakarta Timur setahun kemarin kak\nyg Januari-Desember 2025 berapa?",
        "Inflasi Jakarta Timur Desember 2025 sebesar 2,10 persen.",
    )

    assert asked.headline == (
        "Inflasi Jakarta Timur setahun kemarin kak. yg Januari-Desember 2025 berapa?"
    )


def test_a_headline_that_says_enough_takes_no_other_message_along() -> None:
    text = "buat tugas kuliah\nberapa produksi kopi arabika menurut kecamatan di kabupaten ini?"

    assert read_question(text, "Produksi kopi arabika ada di tabel.").headline == (
        "Berapa produksi kopi arabika menurut kecamatan di kabupaten ini?"
    )


def test_a_headline_has_every_message_whose_words_the_answer_takes_up() -> None:
    asked = read_question(
        "butuh PDRB per kapita kabupaten 2020 sampai 2024\n"
        "untuk RKPD\n"
        "yang dipakai harga berlaku atau harga konstan pak?",
        "PDRB per kapita ada di Tabel 7. Untuk nilainya dipakai harga berlaku, bukan konstan.",
    )

    assert asked.headline == (
        "Butuh PDRB per kapita kabupaten 2020 sampai 2024. "
        "yang dipakai harga berlaku atau harga konstan pak?"
    )


def test_a_short_question_answered_in_other_words_has_what_was_said_first() -> None:
    asked = read_question(
        "kepadatan penduduk kota\npembaginya yang mana\nluas 162 atau 111",
        "Dibagi daratan menurut keputusan terbaru, jadi 162,20 km2.",
    )

    assert asked.headline == "Kepadatan penduduk kota. pembaginya yang mana. luas 162 atau 111"


def test_the_place_of_a_letter_is_in_no_wording() -> None:
    asked = "Apakah Sakernas disajikan per kecamatan? Saya membutuhkannya untuk Sutera."
    plain = read_question(asked)

    for before in ("di Painan", "di Tempat", "di -\nTempat"):
        assert read_question(f"{before}\n\n{asked}") == plain
