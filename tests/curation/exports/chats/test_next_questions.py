"""Who is answered asks on, or asks something else: by what a question leans on."""

import pytest

from tests.curation.exports.chats.dialogue import DAY, texts_of

POOR = (
    (0, "minta jumlah penduduk miskin lima tahun terakhir bu"),
    (5, "*2021 37,9 ribu; 2022 36,1 ribu; 2023 35,4 ribu"),
)
BOOK = ((0, "Pak, KDA 2025 Kecamatan Lea sudah terbit?"), (5, "*Sudah, unduh di menu publikasi"))
SPEAKER = (
    (0, "pak surat permohonan narasumber kami kirim ke siapa?"),
    (5, "*Kirim ke Kepala BPS lewat surel kantor"),
)
CODE = (
    (0, "saya mau buat NIB untuk usaha kerupuk, kodenya apa?"),
    (5, "*10794 industri kerupuk dan sejenisnya"),
)
HEALTH = ((0, "pak data jumlah puskesmas 2025 ada?"), (5, "*Ada, 14 unit menurut Dinas Kesehatan"))
LIST = (
    (0, "1. Luas panen jagung per kecamatan 2021-2025 bu\n2. Populasi sapi per kecamatan 2025"),
    (5, "*Jagung per kecamatan sampai 2023 saja"),
    (6, "*Sapi 71.240 ekor, rincian kecamatan ada di tabel 5.3"),
)
GINI = ((0, "berapa gini ratio 2025?"), (5, "*0,271"))


@pytest.mark.parametrize(
    ("answered", "minute", "asked"),
    [
        # concludes from the answer
        (HEALTH, 6, "oh gitu, berarti klinik swasta dan praktik dokter mandiri tidak termasuk ya?"),
        (GINI, 7, "oalah gampang. nek kota sing 0,4 berarti luwih timpang?"),
        (BOOK, 8, "Oh kaya itu. Jadi gasan laporan RPJMDes kami pakai nang mana?"),
        (GINI, 7, "kalo proxy nya kak? mis. rata2 lama sekolah"),
        (CODE, 6, "mantap. kemasan nya pakai industri plastik mana?"),
        # says much, but asks little
        (CODE, 6, "warung sy di Gang Sawo samping mushola dekat pasar Lea, petugasnya siapa"),
        (BOOK, 9, "kawa lah minta nang cetak, sinyal di kampung kami ngalih mambuka laman"),
        # objects to it
        (CODE, 12, "di NIB saya kok 47xxx ya pak yg dulu dibuatin orang kecamatan"),
        (HEALTH, 7, "lho kok beda sama catatan kantor camat, di profil tertulis 16?"),
        (BOOK, 6, "baik pak, tapi saya coba buka malah error terus"),
        (GINI, 7, "trus buat desa pakai apa dong bu biar bisa lihat ketimpangan antarwarga"),
        # a relative clause without a head
        (SPEAKER, 8, "yang mengantar berkas boleh keponakan Sekretaris Rahman saja?"),
        # the word for what was said, with the ending of another language
        (POOR, 8, "persentasenyo ado sekalian uni?"),
        # ``sekalian`` at the end; words of grammar in chat spelling name nothing
        (POOR, 8, "persentase ada sekalian bu?"),
        (CODE, 9, "kalau saya jual juga di warung sendiri hrs tambah kode?"),
        # days later, whether it has arrived
        (SPEAKER, 4 * DAY, "suratnya sudah diterima bu?"),
        (SPEAKER, 3 * DAY, "surat kami lah masuak da?"),
    ],
)
def test_a_question_that_leans_on_the_answer_goes_on(
    answered: tuple[tuple[int, str], ...], minute: int, asked: str
) -> None:
    talks = texts_of(*answered, (minute, asked), (minute + 9, "*Iya, ada di laman kantor kami"))

    assert [len(one) for one in talks] == [len(answered) + 2]


@pytest.mark.parametrize(
    ("answered", "minute", "asked"),
    [
        (LIST, 20, "baik, kalau kepadatan penduduk per kecamatan tahun 2025 apakah ada?"),
        (GINI, 9, "siap pak. sekalian mau tanya syarat magang di BPS apa saja?"),
        (GINI, 9, "da sakalian, jumlah rumah tangga pengguna listrik non PLN per nagari ado?"),
        (GINI, 7 * DAY, "surat undangan rapat untuk Pak Kepala sudah diterima bu?"),
        (GINI, 9, "tapi kebetulan ini pak, jumlah kapal nelayan per desa ada datanya?"),
    ],
)
def test_a_question_that_names_another_matter_begins_another_talk(
    answered: tuple[tuple[int, str], ...], minute: int, asked: str
) -> None:
    talks = texts_of(*answered, (minute, asked), (minute + 9, "*Iya, ada di laman kantor kami"))

    assert [len(one) for one in talks] == [len(answered), 2]


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (BOOK, "oh dari dinas kami ya hihi. saya orang baru soalnya"),
        (SPEAKER, "kirim balasannya ke jumriati.laode@dinas-muara.example"),
        (GINI, "https://kabarmuara.example/ekonomi sudah tayang"),
        (GINI, "alhamdulillah tenang hati. soalnyo kapatang kawan di pasar kanai tipu"),
    ],
)
def test_what_is_told_behind_an_answer_goes_on(
    answered: tuple[tuple[int, str], ...], told: str
) -> None:
    talks = texts_of(*answered, (6, told), (8, "*Baik, bidang kami mengirimnya setiap Januari"))

    assert [len(one) for one in talks] == [len(answered) + 2]


def test_what_is_sought_by_its_name_behind_an_answer_is_another_matter() -> None:
    talks = texts_of(*GINI, (9, "luas panen jagung kecamatan Lea 2024"), (20, "*1.204 hektare"))

    assert [len(one) for one in talks] == [2, 2]


@pytest.mark.parametrize(
    ("told", "reply"),
    [
        (
            "Bisa, bawa surat pengantar, nanti diarahkan ke Tim Neraca. Namanya lengkap siapa kak?",
            "Hartini Laode Samsu, stambuk A0112, angkatan 2022",
        ),
        (
            "Langsung datang boleh, buka sampai 15.30. Mohon nama & email untuk buku tamu",
            "Hartini Laode Samsu kopihartini jalan pelabuhan",
        ),
    ],
)
def test_a_name_that_the_office_asks_for_belongs_to_what_was_asked(told: str, reply: str) -> None:
    talks = texts_of(
        (0, "bisa saya wawancara untuk skripsi bu?"),
        (5, f"*{told}"),
        (6, reply),
        (9, "*Kamis 26 Februari jam 10 di ruang PST"),
    )

    assert [len(one) for one in talks] == [4]


def test_what_the_office_offers_behind_its_answer_asks_for_nothing() -> None:
    talks = texts_of(
        (0, "Pak, KDA 2025 Kecamatan Lea sudah terbit?"),
        (5, "*Sudah, unduh di menu publikasi. Ada lagi yang bisa kami bantu Pak?"),
        (9, "luas panen jagung kecamatan Sorol 2024"),
        (20, "*1.204 hektare"),
    )

    assert [len(one) for one in talks] == [2, 2]


def test_who_assents_after_a_sigh_has_done_with_the_matter() -> None:
    talks = texts_of(
        (0, "NTP kabupaten ada ga"),
        (5, "*Nilai tukar petani hanya sampai provinsi"),
        (6, "yah. ok"),
        (8, "klo data ekspor kabupaten liat dimana"),
        (20, "*Ekspor dicatat menurut pelabuhan muat"),
    )

    assert [len(one) for one in talks] == [3, 2]
