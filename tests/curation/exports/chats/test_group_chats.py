"""In a group each asker gets the answers meant for them, or nobody does."""

import pytest

from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.consultation import Message
from tests.curation.exports.chats.dialogue import MEMBERS, group_texts


def test_who_was_told_to_wait_comes_after_who_was_not() -> None:
    talks, _ = group_texts(
        (0, "Sekdes Marampuka", "titik kantor desa salah di peta, lapor di mana?"),
        (5, "*", "Baik, kami cek dulu ya"),
        (9, "Jumriati", "Bu kalau keluarga yang menumpang itu"),
        (9, "Jumriati", "dihitung satu ruta atau dua?"),
        (12, "*", "Dilihat dari pengelolaan makan"),
        (14, "*", "Tambahan: yang dilihat dapurnya"),
        (900, "*", "Pak Sekdes, koreksi titik lewat formulir"),
    )

    assert talks == [
        [
            "titik kantor desa salah di peta, lapor di mana?",
            "Baik, kami cek dulu ya",
            "Pak Sekdes, koreksi titik lewat formulir",
        ],
        [
            "Bu kalau keluarga yang menumpang itu",
            "dihitung satu ruta atau dua?",
            "Dilihat dari pengelolaan makan",
            "Tambahan: yang dilihat dapurnya",
        ],
    ]


def test_in_doubt_nobody_gets_the_answer() -> None:
    talks, group = group_texts(
        (0, "Sekdes Marampuka", "rekomendasi statistik itu wajib?"),
        (1, "Jumriati", "pelatihan jadi tanggal berapa?"),
        (9, "*", "Iya betul, nanti ada undangannya"),
    )

    assert [len(talk) for talk in talks] == [1, 1]
    assert [one.text for one in group.doubtful] == ["Iya betul, nanti ada undangannya"]


def test_what_members_say_to_one_another_is_no_answer() -> None:
    talks, group = group_texts(
        (0, "+62 837-9901-2210", "ada yang tau berapa jumlah KK di Bulu?"),
        (4, "Sekdes Marampuka", "kalau tidak salah dua ribuan"),
    )

    assert talks == [["ada yang tau berapa jumlah KK di Bulu?"]]
    assert group.beside == 1


def test_who_says_that_it_is_the_same_for_them_asks_nothing_new() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "bagaimana mengatur ulang akun Fasih?"),
        (1, "Sekdes Marampuka", "sy juga lupa password"),
        (5, "*", "pakai menu lupa sandi, kodenya dikirim ke surel"),
    )

    assert talks == [
        [
            "bagaimana mengatur ulang akun Fasih?",
            "sy juga lupa password",
            "pakai menu lupa sandi, kodenya dikirim ke surel",
        ]
    ]


def test_who_needs_the_same_says_so_behind_an_address() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "Jumlah hotel ada? bintang dan nonbintang"),
        (2800, "Sekdes Marampuka", "Naik lagi Bu Ina, kami juga perlu data hotel ini"),
        (2890, "*", "Maaf kelewat. Ada 3 hotel bintang."),
    )

    assert [len(talk) for talk in talks] == [3]


def test_an_answer_that_excuses_its_delay_goes_to_who_has_waited() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "bu warga saya desilnya 7 padahal tidak mampu, cara ubah DTSEN gimana?"),
        (7300, "*", "Tabe' baru sempat. Usul perbaikan lewat Cek Bansos atau musdes."),
    )

    assert [len(talk) for talk in talks] == [2]


def test_a_follow_up_gets_the_answer_that_comes_next() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "usaha online dicatat di mana?"),
        (5, "*", "Di rumah tangga pengelolanya"),
        (6, "Jumriati", "ok bu"),
        (7, "Jumriati", "kalau pengelolanya dua rumah tangga?"),
        (9, "*", "Ambil yang memegang keuangannya"),
    )

    assert [len(talk) for talk in talks] == [5]


def test_a_statement_opens_no_question() -> None:
    talks, group = group_texts(
        (0, "Jumriati", "Siap, nanti saya sampaikan ke teman-teman, ada 3 yang begini"),
        (5, "*", "Isi juga kolom catatan blok terakhir"),
    )

    assert (talks, group.beside) == ([], 2)


def test_an_announcement_answers_nobody() -> None:
    talks, group = group_texts(
        (0, "Jumriati", "ada yang tau berapa jumlah KK di Bulu?"),
        (4_000, "*", "Bapak Ibu, jadwal pembinaan digeser ke Jumat"),
    )

    assert talks == [["ada yang tau berapa jumlah KK di Bulu?"]]
    assert group.beside == 1


def test_news_of_the_next_day_are_no_answer() -> None:
    talks, group = group_texts(
        (0, "Jumriati", "ada yang tau berapa jumlah KK di Bulu?"),
        (1_400, "*", "Sensus ekonomi sudah jalan, mohon kirim daftar usaha paling lambat 20 Mei"),
    )

    assert talks == [["ada yang tau berapa jumlah KK di Bulu?"]]
    assert group.beside == 1


def test_who_is_being_answered_gets_the_next_answer_though_another_one_waits() -> None:
    talks, group = group_texts(
        (0, "Jumriati", "kenapa nilai domain kualitas kami rendah?"),
        (4, "Sekdes Marampuka", "rekomendasi statistik itu wajib?"),
        (40, "*", "Bu Jumriati, bukti dukung domain kualitas hanya laporan. Siapkan SOP"),
        (42, "Jumriati", "SOP ditandatangani bupati?"),
        (45, "*", "Cukup kepala dinas"),
    )

    assert talks[0][-2:] == ["SOP ditandatangani bupati?", "Cukup kepala dinas"]
    assert not group.doubtful


def test_a_question_that_waits_for_days_does_not_take_what_follows_an_answer() -> None:
    talks, group = group_texts(
        (0, "Jumriati", "link zoom yang mana bu?"),
        (9000, "Sekdes Marampuka", "apa beda penduduk de jure dan de facto?"),
        (9000, "Sekdes Marampuka", "satu lagi, warga yang kerja di Morowali dicatat di mana"),
        (9010, "*", "De jure itu menurut alamat resmi"),
        (9012, "*", "Di Morowali, kalau sudah setahun"),
    )

    assert talks == [
        ["link zoom yang mana bu?"],
        ["apa beda penduduk de jure dan de facto?", "De jure itu menurut alamat resmi"],
        [
            "satu lagi, warga yang kerja di Morowali dicatat di mana",
            "Di Morowali, kalau sudah setahun",
        ],
    ]
    assert not group.doubtful


def test_whoever_has_just_asked_is_answered_rather_than_who_asked_days_ago() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "timbulan sampah per orang berapa kg?"),
        (9000, "Sekdes Marampuka", "format isian 2026 sudah ada?"),
        (9009, "*", "Sudah, ada perubahan di tabel pertanian"),
    )

    assert [
        "format isian 2026 sudah ada?",
        "Sudah, ada perubahan di tabel pertanian",
    ] in talks


def test_an_answer_is_for_who_has_just_asked_though_another_has_waited_since_yesterday() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "skor pola pangan harapan berapa mas?"),
        (1100, "Sekdes Marampuka", "angka melek huruf masih dirilis?"),
        (1110, "*", "Masih Pak, tahun ini 97,12 persen"),
    )

    assert talks == [
        ["skor pola pangan harapan berapa mas?"],
        ["angka melek huruf masih dirilis?", "Masih Pak, tahun ini 97,12 persen"],
    ]


def test_what_another_member_asks_further_is_a_talk_of_its_own() -> None:
    answered = [
        (0, "Sekdes Marampuka", "usaha sarang walet masuk pertanian atau perdagangan?"),
        (5, "*", "Budidaya walet masuk pertanian, KBLI 01497"),
    ]
    further = [
        (9, "Jumriati", "pak kalau rumah walet disewakan?"),
        (15, "*", "Menyewakan gedung masuk real estat"),
    ]
    talks, _ = group_texts(
        *answered, *further, (300, "Operator Desa Bulu", "kalau peta batas desa?")
    )

    assert talks == [
        [text for _, _, text in answered],
        [text for _, _, text in further],
        ["kalau peta batas desa?"],
    ]


def test_who_asks_the_same_goes_on_with_the_answer_to_both() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "batas umur pemuda yang dipakai berapa?"),
        (1, "Sekdes Marampuka", "nah iya sama, mau nanya itu jg"),
        (9, "*", "16 sampai 30 tahun menurut undang-undang"),
        (12, "Sekdes Marampuka", "kalau 15-24 itu untuk apa pak?"),
        (15, "*", "Itu untuk NEET"),
    )

    assert [len(talk) for talk in talks] == [5]


@pytest.mark.parametrize(
    ("officer", "told", "asked"),
    [
        ("Wulan BPS", "Bu Wulan, laporan desa kami sudah selesai", "jadwal rilis PDRB kapan?"),
        ("Jumriati BPS", "pagiii bu", "Bu Jumriati, kapan rilisnya?"),  # a member, too
    ],
)
def test_who_calls_an_officer_and_names_a_matter_asks(officer: str, told: str, asked: str) -> None:
    group = GroupTalks(MEMBERS, [officer])
    said = [
        Message("Jumriati", None, told, 1),
        Message("Sekdes Marampuka", None, asked, 2),
        Message(officer, None, "Rencananya 15 Juli di laman kami", 3, officer=True),
    ]

    assert [[one.line for one in talk.messages] for talk in group.read(said)] == [[2, 3]]


def test_what_is_asked_of_another_member_waits_for_no_officer() -> None:
    talks, group = group_texts(
        (0, "Sekdes Marampuka", "kode desa pemekaran sudah ada belum?"),
        (1, "+62 837-9901-2210", "Bu Jumriati nanti sore rapatnya jadi?"),
        (2, "Jumriati", "jadi pak"),
        (20, "*", "Sudah, masuk semester pertama"),
    )

    assert talks == [["kode desa pemekaran sudah ada belum?", "Sudah, masuk semester pertama"]]
    assert not group.doubtful


def test_what_a_member_remarks_after_an_answer_begins_nothing() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "luas jorong itu diisi dari mana sumbernya?"),
        (5, "*", "Luas jorong diisi menurut peta batas nagari"),
        (6, "Sekdes Marampuka", "Kalau di kami pakai data PBB saja"),
        (8, "*", "Jangan pakai PBB ya, itu luas objek pajak"),
    )

    assert [
        "luas jorong itu diisi dari mana sumbernya?",
        "Luas jorong diisi menurut peta batas nagari",
        "Jangan pakai PBB ya, itu luas objek pajak",
    ] in talks


def test_an_officer_who_confirms_what_a_member_says_answers_who_asked() -> None:
    talks, _ = group_texts(
        (0, "Jumriati", "MS-Keg itu diisi per kegiatan atau per dinas? isinya di mana"),
        (17, "Sekdes Marampuka", "setau beta per kegiatan statistik"),
        (45, "*", "Betul kata Pak Sekdes. Metadata satu untuk tiap kegiatan statistik"),
    )

    assert [len(talk) for talk in talks] == [2]


def test_who_asked_first_comes_first_though_another_member_has_gone_on_meanwhile() -> None:
    said = (
        (0, "Jumriati", "berapa jumlah penduduk Poleang 2024?"),
        (1, "Sekdes Marampuka", "saya juga mau tanya itu"),
        (2, "Sekdes Marampuka", "terus jumlah sekolah Kabaena ada?"),
    )
    talks, _ = group_texts(*said, (9, "*", "Penduduk Poleang 2024 ada 21.345 jiwa"))
    assert talks[0][:2] == [text for _, _, text in said[:2]]
