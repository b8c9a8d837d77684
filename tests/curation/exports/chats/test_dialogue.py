"""A chat is cut by what its turns have to do with one another."""

import pytest

from tests.curation.exports.chats.dialogue import DAY, consultations_of, texts_of

PROMISED = ((0, "berapa luas sawah irigasi Rumbia?"), (5, "*Kami cek dulu ya, nanti kami kabari"))


def test_a_promise_meets_its_answer_though_something_else_was_asked_in_between() -> None:
    asked, other = consultations_of(
        *PROMISED,
        (DAY, "apa beda inflasi tahunan dan bulanan?"),
        (DAY + 5, "*Inflasi tahunan dibandingkan dengan bulan yang sama tahun lalu."),
        (2 * DAY, "*Menyambung pertanyaan kemarin, luas sawah irigasi 1.204 hektare."),
        (2 * DAY + 1, "*Sumbernya Dinas Pertanian."),
    )

    assert asked.answer == (
        "Menyambung pertanyaan kemarin, luas sawah irigasi 1.204 hektare.\n\n"
        "Sumbernya Dinas Pertanian."
    )
    assert other.answer.startswith("Inflasi tahunan")


def test_what_is_written_while_one_waits_belongs_to_the_question() -> None:
    assert (
        len(texts_of(*PROMISED, (60, "yang irigasi teknis saja pak"), (90, "*1.204 hektare"))) == 1
    )


@pytest.mark.parametrize("call", ["kak?", "??", "pak", "Bu?!"])
def test_who_makes_themselves_heard_asks_nothing_else(call: str) -> None:
    for minute in (60, DAY):
        (made,) = consultations_of(
            (0, "kepadatan penduduk per desa ada datanya?"),
            (minute, call),
            (minute + 30, "*Kepadatan penduduk hanya sampai kecamatan, ada di bab 3."),
        )

        assert made.question == "kepadatan penduduk per desa ada datanya?"


def test_what_the_office_asks_back_and_the_reply_belong_to_the_question() -> None:
    (made,) = consultations_of(
        (0, "data penduduk lanjut usia"),
        (5, "*Yang tingkat desa ya Bu? Tahun berapa, dan untuk laki-laki atau perempuan juga?"),
        (3 * DAY, "kabupaten saja"),
        (3 * DAY, "yang terbaru"),
        (3 * DAY + 9, "*Penduduk 60 tahun ke atas 12.310 jiwa."),
    )

    assert made.question == "data penduduk lanjut usia\nkabupaten saja\nyang terbaru"
    assert made.answer == "Penduduk 60 tahun ke atas 12.310 jiwa."


def test_something_else_after_thanks_begins_with_the_first_word_of_it() -> None:
    talks = texts_of(
        (0, "kapan rilis inflasi?"),
        (5, "*Setiap tanggal 1."),
        (6, "makasih pak"),
        (7, "oh iya satu lagi"),
        (7, "kode desa di dua buku kok lain"),
        (20, "*Kode desa BPS dan Kemendagri memang berbeda."),
    )

    assert [len(one) for one in talks] == [3, 3]


def test_an_old_question_is_not_kept_open_when_another_one_is_named() -> None:
    old, other = texts_of(
        (0, "timbulan sampah per orang berapa kg?"),
        (9 * DAY, "yang sampah belum dijawab, tapi ini yang lain"),
        (9 * DAY, "ada data rumah tangga yang memilah sampah?"),
        (9 * DAY + 30, "*Ada, 23,8 persen rumah tangga memilah sampah."),
    )

    assert (len(old), len(other)) == (1, 3)


def test_a_promise_behind_an_answer_adds_to_it() -> None:
    (made,) = consultations_of(
        (0, "berapa pertumbuhan ekonomi 2025?"),
        (5, "*Sampai 2024 sebesar 4,02 persen."),
        (6, "*Angka 2025 dirilis 27 Februari, nanti kami kabari."),
    )

    assert made.answer.endswith("Angka 2025 dirilis 27 Februari, nanti kami kabari.")


def test_a_promise_behind_an_answer_keeps_the_talk_open_for_days() -> None:
    (made,) = consultations_of(
        (0, "boleh minta peta batas desa terbaru?"),
        (9, "*Bisa, dengan surat ke Kepala BPS."),
        (DAY, "*Suratnya sudah masuk, nanti kami kabari"),
        (4 * DAY, "*Ini tautan unduhannya, berlaku 7 hari"),
    )

    assert made.answer.endswith("Ini tautan unduhannya, berlaku 7 hari")


def test_a_short_question_after_thanks_goes_on() -> None:
    talks = texts_of(
        (0, "beda rumah tangga pertanian dan usaha pertanian perorangan apa?"),
        (9, "*Rumah tangga dihitung bila satu anggotanya mengusahakan pertanian."),
        (10, "oalah, makasih"),
        (11, "in English ada?"),
        (20, "*Agricultural household"),
    )

    assert [len(one) for one in talks] == [5]


def test_a_reminder_in_one_word_belongs_to_the_question_that_waits() -> None:
    (talk,) = texts_of(
        (0, "kok angka upah 2023 di berkas beda dengan publikasi provinsi?"),
        (20, "*Saya cek dulu ya ke tim sosial, nanti saya kabari"),
        (2 * DAY, "kak gimana?"),
        (2 * DAY + 300, "*Berkas memakai penimbang lama, publikasi memakai yang baru"),
    )

    assert len(talk) == 4


def test_a_question_that_draws_a_conclusion_goes_on_with_its_answer() -> None:
    (talk,) = texts_of(
        (0, "kolom TBM dan TM di tabel kopi itu apa?"),
        (600, "*TBM tanaman belum menghasilkan, TM tanaman menghasilkan"),
        (650, "jadi produktivitas dibagi luas yang mana?"),
        (655, "*Produksi dibagi luas TM"),
    )

    assert len(talk) == 4


def test_a_question_added_to_one_that_waits_gets_the_answer_in_its_words() -> None:
    beach, list_of_books = consultations_of(
        (0, "pengunjung pantai Prigi tahun 2023-2025 ada ndak"),
        (1, "terus cara nulis daftar pustaka buku BPS gimana kak?"),
        (20, "*pengunjung per objek wisata dari Dinas Pariwisata, dimuat di Dalam Angka bab 8"),
        (40, "*daftar pustaka: penulisnya BPS Kabupaten, bukan nama kepala"),
    )

    assert beach.answer.startswith("pengunjung per objek")
    assert list_of_books.answer.startswith("daftar pustaka")


TWO_QUESTIONS = (
    (0, "jumlah nelayan per kecamatan ada pak?"),
    (1, "sama"),
    (1, "tingkat hunian hotel bulan ini berapa"),
)


def test_each_of_two_questions_gets_the_answer_that_names_it_in_whichever_order() -> None:
    first, second = consultations_of(
        *TWO_QUESTIONS,
        (31, "*hotel dulu ya, tingkat hunian bulan ini 41,27 persen"),
        (32, "*itu hotel bintang"),
        (40, "*kalau nelayan, rumah tangga perikanan ada di hasil sensus pertanian"),
    )

    assert first.answer.startswith("kalau nelayan")
    assert second.answer.endswith("itu hotel bintang")


def test_who_names_what_waits_gets_its_answer() -> None:
    first, second = consultations_of(
        *TWO_QUESTIONS,
        (30, "*hotel bulan ini 41,27 persen"),
        (2 * DAY, "yang nelayan tadi pak?"),
        (2 * DAY + 5, "*oh iya, ada di hasil sensus pertanian per kecamatan"),
    )

    assert first.answer.startswith("oh iya")
    assert second.answer == "hotel bulan ini 41,27 persen"


def test_a_follow_up_within_the_sitting_needs_no_word_of_the_question() -> None:
    (talk,) = texts_of(
        (0, "IPM kabupaten 2025 sudah keluar?"),
        (5, "*sudah, 71,46"),
        (6, "komponennya ada? UHH, HLS, RLS"),
        (12, "*ada, umur harapan hidup 70,51 tahun"),
    )

    assert len(talk) == 4


def test_what_an_officer_writes_within_the_sitting_belongs_to_it() -> None:
    (talk,) = texts_of(
        (0, "angka pertumbuhan 2024 yang mana?"),
        (9, "*yang di laman"),
        (10, "berarti tabel saya harus diganti semua"),
        (11, "*hehe iya, mulai tahun lalu saja"),
    )

    assert len(talk) == 4


def test_who_sent_a_wrong_picture_still_wants_an_answer() -> None:
    sorry = (9, "maaf salah kirim foto anak")
    (made,) = consultations_of((0, "IKK itu apa pak?"), sorry, (49, "*Indeks Kemahalan Konstruksi"))

    assert made.question.startswith("IKK itu apa")


def test_what_is_asked_of_a_matter_named_again_goes_back_to_it_within_the_same_minutes() -> None:
    poverty, population = consultations_of(
        (0, "kenapa angka kemiskinan tidak ada per kecamatan pak?"),
        (30, "*Kemiskinan dihitung dari Susenas, sampelnya hanya cukup untuk kabupaten."),
        (60, "oh begitu, paham pak"),
        (61, "satu lagi pak, jumlah penduduk di BPS kok beda dengan Dukcapil?"),
        (64, "eh yang kemiskinan tadi, ada data lain yang sampai desa?"),
        (80, "*Untuk yang kemiskinan: data sampai desa ada di DTSEN lewat Dinas Sosial."),
        (150, "*Melanjutkan pertanyaan mengenai penduduk."),
        (151, "*Dukcapil mencatat menurut KTP, BPS menghitung yang menetap satu tahun."),
    )

    assert poverty.answer.endswith("data sampai desa ada di DTSEN lewat Dinas Sosial.")
    assert population.question == "satu lagi pak, jumlah penduduk di BPS kok beda dengan Dukcapil?"


def test_an_officer_who_goes_on_writing_answers_the_same_question() -> None:
    waiting, answered = texts_of(
        (0, "mas data wisatawan mancanegara per bulan ada ya?"),
        (5, "*sebentar bu, tak tanyakan dulu"),
        (2 * DAY, "ada proyeksi penduduk menurut kelompok umur?"),
        (2 * DAY + 9, "*Penduduk 60 tahun ke atas 118.640 jiwa."),
        (2 * DAY + 10, "*Rincian per kecamatan belum tersedia, baru kabupaten."),
    )

    assert len(waiting) == 2
    assert answered[-1].startswith("Rincian per kecamatan")


def test_an_answer_that_excuses_its_delay_goes_to_what_has_waited() -> None:
    talks = texts_of(
        (0, "Indeks desa itu dihitungnya dari Podes? cara hitungnya bagaimana"),
        (435, "Honor petugas pendata per dokumen berapa?"),
        (DAY, "*Soal honor dulu pak: tergantung kegiatan, besarnya di surat perjanjian kerja."),
        (
            7 * DAY,
            "*Punten baru sempat soal indeks desa. Skornya dihitung kementerian dari enam dimensi. "
            "Rincian tiap dimensi tercantum di lampiran keputusan menteri",
        ),
    )

    assert [len(one) for one in talks] == [2, 2]
    assert talks[0][1].startswith("Punten")


def test_another_question_may_share_half_of_its_words_with_the_one_before() -> None:
    first, second = consultations_of(
        (0, "saya butuh data luas kebun sawit rakyat per kecamatan"),
        (40, "*Luas kebun sawit ada di Dalam Angka, bisa diunduh gratis."),
        (45, "berarti 5 buku ya bg"),
        (46, "*Iya, satu buku satu tahun data."),
        (60, "satu lagi bg, kalau data mentah Sakernas bisa minta gratis untuk mahasiswa?"),
        (90, "*Data mikro Sakernas ada tarifnya, mahasiswa mengajukan surat kampus."),
    )

    assert first.question.startswith("saya butuh data luas kebun sawit")
    assert second.answer.startswith("Data mikro Sakernas")
