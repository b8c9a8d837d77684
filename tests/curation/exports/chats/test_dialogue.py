"""A chat is cut by what its turns have to do with one another."""

import datetime as dt
from collections.abc import Iterable

import pytest

from caridulu.curation.exports.chats.matters import Matters
from caridulu.curation.exports.consultation import Consultation, Message
from caridulu.curation.exports.conversations import Talk, consultation_of

BEGIN = dt.datetime(2026, 9, 7, 8)
DAY = 24 * 60


def _messages(said: Iterable[tuple[int, str]]) -> Iterable[Message]:
    """Messages as minute and text; those after ``*`` are the officer's."""
    for line, (minute, text) in enumerate(said, start=1):
        sent = BEGIN + dt.timedelta(minutes=minute)
        officer = text.startswith("*")
        yield Message("*" if officer else "x", sent, text.lstrip("*"), line, officer=officer)


def _talks(*said: tuple[int, str]) -> list[list[str]]:
    return [[one.text for one in talk.messages] for talk in _read(said)]


def _read(said: Iterable[tuple[int, str]]) -> list[Talk]:
    talks = Matters(["x"]).read(_messages(said))
    return sorted(talks, key=lambda talk: talk.messages[0].line)


def _consultations(*said: tuple[int, str]) -> list[Consultation]:
    made = (consultation_of(talk, channel="", path="a.txt") for talk in _read(said))
    return [one for one in made if one]


PROMISED = ((0, "berapa luas sawah irigasi Rumbia?"), (5, "*Kami cek dulu ya, nanti kami kabari"))


def test_a_promise_meets_its_answer_though_something_else_was_asked_in_between() -> None:
    asked, other = _consultations(
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
    assert len(_talks(*PROMISED, (60, "yang irigasi teknis saja pak"), (90, "*1.204 hektare"))) == 1


@pytest.mark.parametrize("call", ["kak?", "??", "pak", "Bu?!"])
def test_who_makes_themselves_heard_asks_nothing_else(call: str) -> None:
    for minute in (60, DAY):
        (made,) = _consultations(
            (0, "kepadatan penduduk per desa ada datanya?"),
            (minute, call),
            (minute + 30, "*Kepadatan penduduk hanya sampai kecamatan, ada di bab 3."),
        )

        assert made.question == "kepadatan penduduk per desa ada datanya?"


def test_an_invitation_to_rate_the_service_is_no_part_of_an_answer() -> None:
    told = "Sesudah konsultasi kami minta mengisi survei kepuasan, sekali setahun."
    asked = (0, "survei kepuasan itu diisi kapan pak?")

    (made,) = _consultations(asked, (5, f"*{told}"), (7, "*Jangan lupa isi survei kepuasan ya"))

    assert made.answer == told


def test_what_the_office_asks_back_and_the_reply_belong_to_the_question() -> None:
    (made,) = _consultations(
        (0, "data penduduk lanjut usia"),
        (5, "*Yang tingkat desa ya Bu? Tahun berapa, dan untuk laki-laki atau perempuan juga?"),
        (3 * DAY, "kabupaten saja"),
        (3 * DAY, "yang terbaru"),
        (3 * DAY + 9, "*Penduduk 60 tahun ke atas 12.310 jiwa."),
    )

    assert made.question == "data penduduk lanjut usia\nkabupaten saja\nyang terbaru"
    assert made.answer == "Penduduk 60 tahun ke atas 12.310 jiwa."


def test_what_is_only_asked_back_is_the_answer_if_nothing_else_follows() -> None:
    (made,) = _consultations(
        (0, "akun saya tidak bisa masuk"),
        (5, "*Apakah sudah dicoba memakai kata sandi baru yang kami kirim lewat surel?"),
        (9, "oh iya sudah bisa, makasih"),
    )

    assert made.answer.startswith("Apakah sudah dicoba")


def test_what_is_answered_was_a_question_in_whatever_words() -> None:
    first, second = _consultations(
        (0, "kapan rilis inflasi?"),
        (5, "*Setiap tanggal 1."),
        (9, "siap, saya teruskan"),
        (DAY, "istilah anak terlantar dipakai dinas kami"),
        (DAY, "konsepnya sama kaleh punya kantor"),
        (DAY + 16, "*Anak terlantar memakai peraturan Kementerian Sosial."),
    )

    assert first.answer == "Setiap tanggal 1."
    assert second.question.startswith("istilah anak terlantar")


def test_what_gets_no_more_than_a_wish_was_no_question() -> None:
    assert not _consultations(
        (0, "proposal desa masuk kabupaten"), (9, "*Alhamdulillah, semoga lolos Pak")
    )
    assert not _consultations((0, "anak pertama lahir"), (9, "*Wah, selamat ya Pak"))


def test_what_the_office_asks_for_makes_no_question_of_the_reply() -> None:
    assert not _consultations(
        (0, "*Pak mohon isian form desa dikirim hari Jumat"),
        (5, "isian form desa besok sore"),
        (DAY // 2, "*Isian form desa sudah lengkap, dua lembar, nomor 14."),
    )


def test_something_else_after_thanks_begins_with_the_first_word_of_it() -> None:
    talks = _talks(
        (0, "kapan rilis inflasi?"),
        (5, "*Setiap tanggal 1."),
        (6, "makasih pak"),
        (7, "oh iya satu lagi"),
        (7, "kode desa di dua buku kok lain"),
        (20, "*Kode desa BPS dan Kemendagri memang berbeda."),
    )

    assert [len(one) for one in talks] == [3, 3]


def test_an_old_question_is_not_kept_open_when_another_one_is_named() -> None:
    old, other = _talks(
        (0, "timbulan sampah per orang berapa kg?"),
        (9 * DAY, "yang sampah belum dijawab, tapi ini yang lain"),
        (9 * DAY, "ada data rumah tangga yang memilah sampah?"),
        (9 * DAY + 30, "*Ada, 23,8 persen rumah tangga memilah sampah."),
    )

    assert (len(old), len(other)) == (1, 3)


def test_a_promise_behind_an_answer_adds_to_it() -> None:
    (made,) = _consultations(
        (0, "berapa pertumbuhan ekonomi 2025?"),
        (5, "*Sampai 2024 sebesar 4,02 persen."),
        (6, "*Angka 2025 dirilis 27 Februari, nanti kami kabari."),
    )

    assert made.answer.endswith("Angka 2025 dirilis 27 Februari, nanti kami kabari.")


def test_a_reminder_leaves_the_rest_of_its_message() -> None:
    (made,) = _consultations(
        (0, "persentase rumah tangga yang memilah sampah ada?"),
        (DAY, "Apakah sudah ada jawaban? Kami perlu untuk rapat hari Kamis."),
        (DAY + 9, "*23,8 persen."),
    )

    assert made.question == (
        "persentase rumah tangga yang memilah sampah ada?\nKami perlu untuk rapat hari Kamis."
    )


def test_what_the_asker_takes_back_is_no_consultation() -> None:
    for taken_back in ("tidak jadi pak, sudah ketemu", "maaf salah kirim", "never mind, found it"):
        made = _consultations(
            (0, "mohon info nomor rekening panitia"),
            (2, taken_back),
            (9, "*Baik, bila ada yang lain silakan menghubungi kami kembali pada jam kerja."),
            (60, "berapa inflasi Juni?"),
            (70, "*Inflasi Juni 0,21 persen."),
        )

        assert [one.question for one in made] == ["berapa inflasi Juni?"]


def test_a_greeting_by_name_and_an_invitation_are_no_answers() -> None:
    for said in ("*Selamat pagi Ibu Maria.", "*Pagi Pak Arief, silakan ditanyakan"):
        (made,) = _consultations(
            (0, "Selamat pagi, saya dari Dinas Pertanian mau bertanya"),
            (5, said),
            (9, "kenapa angka produksi padi berbeda?"),
            (20, "*Karena luas panen dihitung dengan kerangka sampel area."),
        )

        assert made.answer == "Karena luas panen dihitung dengan kerangka sampel area."
        assert made.question.endswith("kenapa angka produksi padi berbeda?")


def test_a_promise_behind_an_answer_keeps_the_talk_open_for_days() -> None:
    (made,) = _consultations(
        (0, "boleh minta peta batas desa terbaru?"),
        (9, "*Bisa, dengan surat ke Kepala BPS."),
        (DAY, "*Suratnya sudah masuk, nanti kami kabari"),
        (4 * DAY, "*Ini tautan unduhannya, berlaku 7 hari"),
    )

    assert made.answer.endswith("Ini tautan unduhannya, berlaku 7 hari")


def test_a_long_text_that_comes_at_once_is_a_machine_s() -> None:
    assert not _consultations(
        (0, "mau tanya data harga jagung pipil bulanan"),
        (
            0,
            "*Kantor libur panjang bersama seluruh instansi. Layanan dibuka lagi hari Senin depan.",
        ),
    )


def test_a_short_question_after_thanks_goes_on() -> None:
    talks = _talks(
        (0, "beda rumah tangga pertanian dan usaha pertanian perorangan apa?"),
        (9, "*Rumah tangga dihitung bila satu anggotanya mengusahakan pertanian."),
        (10, "oalah, makasih"),
        (11, "in English ada?"),
        (20, "*Agricultural household"),
    )

    assert [len(one) for one in talks] == [5]


def test_a_further_question_that_stands_alone_is_a_phrasing() -> None:
    (made,) = _consultations(
        (0, "prevalensi ketidakcukupan pangan tingkat kabupaten ada?"),
        (9, "*Ada, dihitung Badan Pangan. Yang berbeda metode itu FIES."),
        (10, "kalau prevalensi pangan menurut FIES ada sampai kabupaten?"),
        (20, "*FIES hanya sampai provinsi."),
    )

    assert made.phrasings == ("kalau prevalensi pangan menurut FIES ada sampai kabupaten?",)


def test_a_reminder_in_one_word_belongs_to_the_question_that_waits() -> None:
    (talk,) = _talks(
        (0, "kok angka upah 2023 di berkas beda dengan publikasi provinsi?"),
        (20, "*Saya cek dulu ya ke tim sosial, nanti saya kabari"),
        (2 * DAY, "kak gimana?"),
        (2 * DAY + 300, "*Berkas memakai penimbang lama, publikasi memakai yang baru"),
    )

    assert len(talk) == 4


def test_a_question_that_draws_a_conclusion_goes_on_with_its_answer() -> None:
    (talk,) = _talks(
        (0, "kolom TBM dan TM di tabel kopi itu apa?"),
        (600, "*TBM tanaman belum menghasilkan, TM tanaman menghasilkan"),
        (650, "jadi produktivitas dibagi luas yang mana?"),
        (655, "*Produksi dibagi luas TM"),
    )

    assert len(talk) == 4


def test_a_question_added_to_one_that_waits_gets_the_answer_in_its_words() -> None:
    beach, list_of_books = _consultations(
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
    first, second = _consultations(
        *TWO_QUESTIONS,
        (31, "*hotel dulu ya, tingkat hunian bulan ini 41,27 persen"),
        (32, "*itu hotel bintang"),
        (40, "*kalau nelayan, rumah tangga perikanan ada di hasil sensus pertanian"),
    )

    assert first.answer.startswith("kalau nelayan")
    assert second.answer.endswith("itu hotel bintang")


def test_who_names_what_waits_gets_its_answer() -> None:
    first, second = _consultations(
        *TWO_QUESTIONS,
        (30, "*hotel bulan ini 41,27 persen"),
        (2 * DAY, "yang nelayan tadi pak?"),
        (2 * DAY + 5, "*oh iya, ada di hasil sensus pertanian per kecamatan"),
    )

    assert first.answer.startswith("oh iya")
    assert second.answer == "hotel bulan ini 41,27 persen"


def test_a_follow_up_within_the_sitting_needs_no_word_of_the_question() -> None:
    (talk,) = _talks(
        (0, "IPM kabupaten 2025 sudah keluar?"),
        (5, "*sudah, 71,46"),
        (6, "komponennya ada? UHH, HLS, RLS"),
        (12, "*ada, umur harapan hidup 70,51 tahun"),
    )

    assert len(talk) == 4


def test_what_an_officer_writes_within_the_sitting_belongs_to_it() -> None:
    (talk,) = _talks(
        (0, "angka pertumbuhan 2024 yang mana?"),
        (9, "*yang di laman"),
        (10, "berarti tabel saya harus diganti semua"),
        (11, "*hehe iya, mulai tahun lalu saja"),
    )

    assert len(talk) == 4


def test_who_sent_a_wrong_picture_still_wants_an_answer() -> None:
    sorry = (9, "maaf salah kirim foto anak")
    (made,) = _consultations((0, "IKK itu apa pak?"), sorry, (49, "*Indeks Kemahalan Konstruksi"))

    assert made.question.startswith("IKK itu apa")


def test_a_question_with_how_is_no_reminder() -> None:
    (made,) = _consultations(
        (0, "cara menulis sumber data di daftar pustaka gimana yg benar?"),
        (9, "*Tulis nama kantor, tahun, judul, dan nomor katalog."),
    )

    assert made.question.startswith("cara menulis sumber data")


def test_an_answer_behind_a_wish_is_an_answer() -> None:
    (made,) = _consultations(
        (0, "produksi ubi kayu 2025 ada bu?"),
        (9, "*Selamat tahun baru mas. Produksi ubi kayu dicatat Dinas Pertanian, laporan palawija"),
    )

    assert "Dinas Pertanian" in made.answer


def test_the_question_behind_a_welcome_begins_with_who_asks() -> None:
    (talk,) = _talks(
        (0, "saya Elias dari kantor desa, dapat nomor dari pak camat"),
        (9, "*Selamat pagi Bapak. Iya betul dengan layanan BPS. Ada yg bisa dibantu?"),
        (12, "mau susun rencana kerja, butuh jumlah penduduk tiap dusun menurut jenis kelamin"),
        (30, "*Angka kami hanya sampai desa, ada di Kecamatan Dalam Angka"),
    )

    assert len(talk) == 4


def test_what_is_asked_of_a_matter_named_again_goes_back_to_it_within_the_same_minutes() -> None:
    poverty, population = _consultations(
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
    waiting, answered = _talks(
        (0, "mas data wisatawan mancanegara per bulan ada ya?"),
        (5, "*sebentar bu, tak tanyakan dulu"),
        (2 * DAY, "ada proyeksi penduduk menurut kelompok umur?"),
        (2 * DAY + 9, "*Penduduk 60 tahun ke atas 118.640 jiwa."),
        (2 * DAY + 10, "*Rincian per kecamatan belum tersedia, baru kabupaten."),
    )

    assert len(waiting) == 2
    assert answered[-1].startswith("Rincian per kecamatan")


def test_an_answer_that_excuses_its_delay_goes_to_what_has_waited() -> None:
    talks = _talks(
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
