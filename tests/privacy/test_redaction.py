"""Personal data is found, statistics survive, and nothing else changes."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.identifiers import is_nik
from caridulu.privacy.entities.personal_data import People, find_personal_data
from caridulu.privacy.entity import NUMBERS, Kind
from caridulu.privacy.redaction import Redactor, in_context, redact
from tests.privacy.marked_messages import MESSAGES, marked_lines, measure

HOPELESS = 60  # seconds of CPU; a pattern that backtracks without end takes hours


def test_marked_personal_data_is_found() -> None:
    result = measure([line for name in MESSAGES for line in marked_lines(name)])

    assert sum(result.marked.values()) >= 300
    assert result.lines >= 400
    assert result.recall(NUMBERS - {Kind.HANDLE}) >= 0.99, result.missed
    assert result.recall(frozenset({Kind.HANDLE})) >= 0.95, result.missed
    assert result.recall(frozenset({Kind.NAME})) >= 0.95, result.missed
    assert result.recall(frozenset({Kind.ADDRESS})) >= 0.95, result.missed


def test_ordinary_messages_stay() -> None:
    lines = [line for name in MESSAGES for line in marked_lines(name) if not line.pieces]

    result = measure(lines)

    assert result.lines >= 300
    assert len(result.false) <= 0.01 * result.lines, result.false


def test_statistics_survive() -> None:
    result = measure(marked_lines("statistics.txt"))

    assert result.lines >= 300
    assert len(result.false) <= 0.01 * result.lines, result.false


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hp saya 0812-0000-1101 ya", "hp saya [nomor HP] ya"),
        ("Bu Nining sudah kirim", "Bu [nama] sudah kirim"),
        ("NIK 7499015507010003", "NIK [NIK]"),
        ("0812 0000 1101 0812 0000 1102", "[nomor HP] [nomor HP]"),
        ("7499015507010003 7499015507010004", "[NIK] [NIK]"),
        ("081200001101,081200001102/081200001103", "[nomor HP],[nomor HP]/[nomor HP]"),
        ("Saya Rosdiana br Purba, sekdes", "Saya [nama], sekdes"),
        ("belum dapat akun INDAH, minta kemana", "belum dapat akun INDAH, minta kemana"),
        ("aplikasi SAKTI mau dibuka kapan", "aplikasi SAKTI mau dibuka kapan"),
        ("kemarin Indah mau ambil buku", "kemarin [nama] mau ambil buku"),
        ("Pak kaban minta data", "Pak kaban minta data"),
        ("Ibu berhak minta lihat surat tugas", "Ibu berhak minta lihat surat tugas"),
        ("iyo pak tarimo kasih", "iyo pak tarimo kasih"),
        ("di Podes ko nan dimaksud sinyal kuat", "di Podes ko nan dimaksud sinyal kuat"),
        ("Namonyo Rizki, petugas", "Namonyo [nama], petugas"),
        ("ini Melky dari Bapelitbangda Minsel.", "ini [nama] dari Bapelitbangda Minsel."),
        ("Berapa tingkat kemiskinan HSU 2025?", "Berapa tingkat kemiskinan HSU 2025?"),
        ("TFR OKI masih 2,3", "TFR OKI masih 2,3"),
        ("Untuk Nagori Sordang Bolon 2.318 jiwa", "Untuk Nagori Sordang Bolon 2.318 jiwa"),
        ("data 2010 2015 2020 2024", "data 2010 2015 2020 2024"),
        ("1.234.567.890 rupiah", "1.234.567.890 rupiah"),
        ("kode desa 7406010001", "kode desa 7406010001"),
        ("kirim ke pst.bombana@gmail.com", "kirim ke pst.bombana@gmail.com"),
        ("bps7406@gmail.com atau bpsari@gmail.com", "bps7406@gmail.com atau [e-mail]"),
        ("ISSN 0215-2169", "ISSN 0215-2169"),
        ("Ibu rumah tangga", "Ibu rumah tangga"),
        ("- nama instansi\n- nama kegiatan", "- nama instansi\n- nama kegiatan"),
        ("Nama Awan", "Nama [nama]"),
        ("5 kg @Rp12.500 saja", "5 kg @Rp12.500 saja"),
        ("surel rina @ kampus.ac.id ya", "surel [e-mail] ya"),
        ("wa 812-0000-4417 ya", "wa [nomor HP] ya"),
        ("Nomor katalog 8101002.7406", "Nomor katalog 8101002.7406"),
        ("0812 - 0000 - 4417", "[nomor HP]"),
        ("nol delapan satu dua 0000 4417", "[nomor HP]"),
        ("nik saya 749908440392000", "nik saya [NIK]"),
        ("7499015507880000 a.n Yosina Kareth", "[NIK] a.n [nama]"),
        ("7499015507880000 tabel", "7499015507880000 tabel"),
        ("NPWP16: 0004451182000000", "NPWP16: [NPWP]"),
        ("DT 4471 XQ parkir", "[nomor identitas] parkir"),
        ("n = B 1200 KK", "n = B 1200 KK"),
        ("ttl Raha 17081994", "ttl Raha [tanggal lahir]"),
        ("lahir di Raha 3 Nopember 1994", "lahir di Raha [tanggal lahir]"),
        ("lahir 3 Ags 1994", "lahir [tanggal lahir]"),
        ("kelahiran di 12 desa 2024", "kelahiran di 12 desa 2024"),
        ("Jalan Poros Rumbia rusak, ada data?", "Jalan Poros Rumbia rusak, ada data?"),
        ("Kirim ke Jalan Kasuari 27B, Kasipute", "Kirim ke [alamat], Kasipute"),
        ("Dsn. Karya Baru RT 1/RW 4 Ds. Tinabite", "[alamat]"),
        ("di Kompleks Pasar Lama, Gang Melati 4", "di [alamat]"),
        ("(Ibu Sumiati) Jl. Malaka 14 mau bertanya", "(Ibu [nama]) [alamat] mau bertanya"),
        ("Jl. Malaka 14 m lebarnya", "Jl. Malaka 14 m lebarnya"),
        ("Jl. Sultan Agung di Tirtayasa No. 7 Gampong Baro, ya", "[alamat], ya"),
        ("id pelanggan 521100448119", "id pelanggan [nomor identitas]"),
        ("NIB 2404260009876. Gabung?", "NIB [nomor identitas]. Gabung?"),
        ("NIB sy 9120 0001 2345 6 hilang", "NIB sy [nomor identitas] hilang"),
        ("cara urus NIB usaha 2024 di OSS", "cara urus NIB usaha 2024 di OSS"),
        ("buktiku di gmail, rina88 at gmail com", "buktiku di gmail, [e-mail]"),
    ],
)
def test_placeholders_are_readable(text: str, expected: str) -> None:
    assert redact(text, find_personal_data(text)) == expected


def test_a_census_area_code_is_asked_and_never_eaten() -> None:
    text = "idsubsls 7406011001000200"

    (hit,) = find_personal_data(text)

    assert is_nik(hit.text)
    assert not hit.certain
    assert redact(text, [hit]) == text
    assert redact(text, [hit], asked=True) == "idsubsls [NIK]"


def test_contacts_of_the_office_stay() -> None:
    allowed = Allowed.of(["081200001234", "layanan@statistik.contoh.example"])
    text = "hubungi +62 812-0000-1234 atau layanan@statistik.contoh.example, bukan 081200001235"

    redacted = Redactor(allowed=allowed).redacted(text)

    assert redacted == (
        "hubungi +62 812-0000-1234 atau layanan@statistik.contoh.example, bukan [nomor HP]"
    )


def test_senders_of_the_export_are_found_by_part_of_their_name() -> None:
    people = People.of(["Zubaedah Kambuno", "+62 811-0000-4444"])

    redacted = Redactor(people=people).redacted("kata zubaedah, 0811 00004444 itu nomornya")

    assert redacted == "kata [nama], [nomor HP] itu nomornya"


def test_a_hit_is_shown_in_its_context() -> None:
    text = "tolong hubungi saya di 081200001111 sebelum jam dua siang besok lusa"

    (hit,) = find_personal_data(text)

    assert in_context(text, hit) == (
        "nomor HP: tolong hubungi saya di >081200001111< sebelum jam dua siang besok …"
    )


def test_a_saved_contact_is_hidden_by_title_and_word_though_neither_is_a_name() -> None:
    redactor = Redactor(people=People.of(["Om Buang Likupang", "Pak Camat Sikka"]))
    texts = ("iyo om Buang", "buang sampah di mana", "siap pak camat")
    hidden = [redact(text, redactor.entities(text)) for text in texts]
    assert hidden == ["iyo [nama]", "buang sampah di mana", "siap pak camat"]


def test_an_everyday_word_in_a_saved_name_stays() -> None:
    people = People.of(["Toko Maju Lancar", "Rudi Servis AC", "Great Mart", "Mama"])

    redacted = Redactor(people=people).redacted(
        "great, servis Toko Maju Lancar selesai, semoga mama maju terus, kata rudi"
    )

    assert redacted == "great, servis [nama] selesai, semoga mama maju terus, kata [nama]"


PIECES = st.sampled_from(
    [
        "081200001111",
        "7499015507010003",
        "Wa",
        "Ode",
        "Nining",
        "bu",
        "pak",
        "nim",
        "A1A121034",
        "jl.",
        "merdeka",
        "no",
        "3",
        "2.345,6",
        "@",
        "a@b.example",
        "la",
        "ode",
        "rt",
        "01/02",
        "\xa0",
        "(",
        ")",
        ",",
        ".",
        "-",
        "0",
        "62",
        "rekening",
        "12345678",
        "lahir",
        "1/1/2001",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES).map("".join),
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_nothing_outside_the_hits_changes(text: str) -> None:
    hits = find_personal_data(text)
    position = 0
    kept = []
    for hit in hits:
        assert position <= hit.start < hit.end
        assert text[hit.start : hit.end] == hit.text
        kept.append(text[position : hit.start])
        position = hit.end
    kept.append(text[position:])
    redacted = redact(text, hits, asked=True)
    for piece in kept:
        assert redacted.startswith(piece)
        redacted = redacted[len(piece) :]
        redacted = redacted.partition("]")[2] if redacted else ""


@pytest.mark.parametrize(
    "text",
    [
        "8 " * 5000, "0" * 9000, "jl " + "a " * 4000, "La " * 4000, "1-" * 5000, "a." * 5000,
        "Budi Santoso " * 9000, "Budi Santoso, " * 9000, "Jalan Budi " * 9000,
        "nama saya Budi " * 16000, "Ibu Siti Bombana " * 9000,
    ],
)  # fmt: skip
def test_hostile_text_holds_up_no_pattern(text: str) -> None:
    begin = time.process_time()
    find_personal_data(text, allowed=Allowed(places=frozenset({"bombana"})))

    assert time.process_time() - begin < HOPELESS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nomor rekening saya:\n0000 0118 8225", "Nomor rekening saya:\n[nomor rekening]"),
        ("NISN-nya?\n\n0061112233 kak", "NISN-nya?\n\n[NIM] kak"),
        ("Kode desa:\n7406010001", "Kode desa:\n7406010001"),
        ("Rekening listrik\n2021 2022 2023 2024", "Rekening listrik\n2021 2022 2023 2024"),
    ],
)
def test_the_line_before_says_what_a_number_is(text: str, expected: str) -> None:
    assert Redactor().redacted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Untuk KTP hubungi Dinas Dukcapil (0403) 2199 017.",
        "Kantor kami di Jalan Balai Kota No. 1, telepon (0403) 2199 300.",
        "BPS Jawa Barat: Jl. PHH. Mustofa No. 43 Bandung, (022) 2199595",
        "BPS Provinsi Jawa Timur, Jl. Raya Kendangsari Industri No. 43-44 Surabaya, (031) 2199343",
    ],
)
def test_what_an_institution_publishes_is_asked_and_never_eaten(text: str) -> None:
    found = find_personal_data(text)

    assert found
    assert not any(each.certain for each in found)


def test_everyday_words_of_the_regions_are_no_names_behind_a_title_or_a_hint() -> None:
    for text in (
        "rumah ade dua KK",
        "siap pak mokasih nian",
        "Oke danke bung",
        "kak suratnyo lah jadi",
        "Sugeng dalu pak",
        "Idul Fitri kemarin, pak",
        "nggih pak sekedap, kula tangletke",
        "produksi di BPS ko ketek bana",
        "yang didata pedagang, petani murni tidak",
        "saran saya Tulungagung",
        "kode wilayah BPS teh sarua teu jeung kode kemendagri",
    ):
        assert Redactor().redacted(text) == text


def test_who_says_i_in_a_language_at_home_may_say_a_name() -> None:
    text = "perkenalkan ulun Norhalimah mahasiswi agribisnis"

    assert Redactor().redacted(text) == "perkenalkan ulun [nama] mahasiswi agribisnis"


@pytest.mark.parametrize("kin", ["inaq", "ceu", "apai", "opung", "pakcik"])
def test_a_name_stands_behind_a_word_for_relatives_of_the_regions(kin: str) -> None:
    assert Redactor().redacted(f"{kin} Sahnim belum didata") == f"{kin} [nama] belum didata"


def test_a_hospital_that_is_named_after_somebody_stays() -> None:
    text = "rumah sakit Siti Aminah tempat tidurnya berapa"

    assert Redactor().redacted(text) == text


def test_a_name_ends_with_its_sentence() -> None:
    text = "betul kata pak Burhan. Produsen data yang mengisi, bukan Moch. Rizal"

    assert Redactor().redacted(text) == (
        "betul kata pak [nama]. Produsen data yang mengisi, bukan [nama]"
    )


def test_a_short_name_before_a_full_stop_ends_there() -> None:
    assert Redactor().redacted("Halo Kak Yoga. Pengeluaran per kapita ada di tabel IPM") == (
        "Halo Kak [nama]. Pengeluaran per kapita ada di tabel IPM"
    )


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("mengadu: Dominggus Latupeirissa NIK", "mengadu: [nama] NIK"),
        ("ditanya pengawas Rohaeti, surel ai@surel.example", "ditanya pengawas [nama], surel"),
    ],
)
def test_who_is_told_with_a_number_or_an_address_is_named(text: str, redacted: str) -> None:
    text = text.replace("NIK", "NIK 8106991708660001")

    assert Redactor().redacted(text).startswith(redacted)


def test_a_procedure_for_an_address_is_no_address() -> None:
    for text in (
        "Kalau punya NIB ubah alamat di OSS",
        "alamat di aplikasi dapat diganti",
        "alamat kami di Direktori Faskes keliru",
    ):
        assert Redactor().redacted(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "alamat usaha pindah ke Jl. Tini Nomor 7 RT 04 Fatubenao",
        "rumah Petta Selatan RT 2",
        "alamat bengkel kami Kampung Nangela Blok 7 RT 01 RW 09 belakang pesantren",
        "bantuan mama di RT 04 jln Fatubenao blakang pesantren",
    ],
)
def test_the_village_and_the_block_belong_to_an_address(text: str) -> None:
    redacted = Redactor().redacted(text)

    assert redacted.endswith("[alamat]")
    assert not re.search("Fatubenao|Nangela|Blok|Petta", redacted)


def test_people_of_the_east_introduce_themselves() -> None:
    redacted = Redactor().redacted("Kita Yoppi Namotemo, mo tanya. beta Nus Latumahina mau minta")

    assert redacted == "Kita [nama], mo tanya. beta [nama] mau minta"
    assert Redactor().redacted("kita Dinas Kesehatan mau minta") == "kita Dinas Kesehatan mau minta"


def test_a_bad_road_of_a_neighbourhood_is_no_address() -> None:
    text = "data RT 04 jalan rusak berapa"

    assert Redactor().redacted(text) == text


def test_what_money_was_sent_to_is_an_account() -> None:
    assert Redactor().redacted("sudah saya tf duluan ke 7723-000-1188-42 gimana?") == (
        "sudah saya tf duluan ke [nomor rekening] gimana?"
    )


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("sertakan alamat link sama tanggal akses", "sertakan alamat link sama tanggal akses"),
        ("daftar usaha dan alamatnya di Bombana", "daftar usaha dan alamatnya di Bombana"),
        ("alamatnya di jl merpati no 3 Rumbia", "alamatnya di [alamat]"),
        ("alamat saya Link Harapan RT 2", "alamat saya [alamat]"),
        ("alamat Dusun Krajan RT 3 didatangi petugas", "alamat [alamat] didatangi petugas"),
    ],
)
def test_only_where_somebody_lives_is_an_address(text: str, redacted: str) -> None:
    assert Redactor().redacted(text) == redacted
