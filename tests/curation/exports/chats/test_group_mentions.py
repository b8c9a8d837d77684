"""Whom words in a group name: by name, by number, or by a quotation."""

from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.chats.quotes import without_quotes
from tests.curation.exports.chats.dialogue import MEMBERS, group_messages, group_texts


def test_an_answer_goes_to_whom_it_names() -> None:
    talks, _ = group_texts(
        (0, "Operator Desa Bulu", "jumlah sekolah diambil dari mana?"),
        (1, "Jumriati", "format isian sudah bisa diambil kah?"),
        (5, "*", "@Operator Desa Bulu pakai data Dinas Pendidikan"),
        (6, "*", "Bu Jumriati, formatnya lewat camat"),
    )

    assert talks == [
        ["jumlah sekolah diambil dari mana?", "@Operator Desa Bulu pakai data Dinas Pendidikan"],
        ["format isian sudah bisa diambil kah?", "Bu Jumriati, formatnya lewat camat"],
    ]


def test_a_number_is_mentioned_in_any_spelling() -> None:
    talks, _ = group_texts(
        (0, "+62 837-9901-2210", "metadata diisi per tahun?"),
        (1, "Jumriati", "kode wilayah memakai kode siapa?"),
        (5, "*", "@6283799012210 per kegiatan"),
    )

    assert ["metadata diisi per tahun?", "@6283799012210 per kegiatan"] in talks


def test_who_has_only_a_number_is_known_by_the_name_that_was_told() -> None:
    number = "+62 837-9901-2210"
    for told in ("nama saya Hartini Wulandari dari Bappeda", "sy operator baru, nama Hartini"):
        talks, _ = group_texts(
            (0, number, told),
            (60, number, "survei kepuasan wajib rekomendasi kah?"),
            (61, "Jumriati", "format isian sudah bisa diambil kah?"),
            (70, "*", "Selamat pagi. Sdri. Hartini, tidak wajib"),
        )

        asked = next(talk for talk in talks if "survei kepuasan wajib rekomendasi kah?" in talk)
        assert asked[-1] == "Selamat pagi. Sdri. Hartini, tidak wajib"


def test_an_answer_below_a_quotation_goes_to_who_is_quoted() -> None:
    said = without_quotes(
        group_messages(
            [
                (0, "Jumriati", "Kak, NTP bulan ini naik atau turun?"),
                (1, "Sekdes Marampuka", "kenapa angka penduduk beda dengan Dukcapil?"),
                (5, "*", "> NTP bulan ini naik\nTurun 0,46 persen"),
                (6, "*", "> tidak ada yang menulis ini\nSelamat pagi"),
            ]
        ),
        MEMBERS,
    )

    assert [(one.text, one.to) for one in said][2:] == [
        ("Turun 0,46 persen", "Jumriati"),
        ("> tidak ada yang menulis ini\nSelamat pagi", ""),
    ]


def test_a_mention_at_the_beginning_is_no_part_of_the_answer() -> None:
    said = without_quotes(
        group_messages(
            [
                (0, "*", "@Operator Desa Bulu pakai data Dinas Pendidikan"),
                (1, "*", "@62837-99012210, per kegiatan"),
                (2, "*", "@Budi belum ada di sini"),
            ]
        ),
        MEMBERS,
    )

    assert [(one.text, one.to) for one in said] == [
        ("pakai data Dinas Pendidikan", "Operator Desa Bulu"),
        ("per kegiatan", "+62 837-9901-2210"),
        ("@Budi belum ada di sini", ""),
    ]


def test_who_also_asks_without_a_question_mark_is_answered_by_mention() -> None:
    asked = "Ikut nanya juga, rumah tangga sama kepala keluarga itu beda atau sama saja"
    group = GroupTalks(MEMBERS)
    messages = group_messages(
        [
            (0, "Jumriati", "anak kos dihitung anggota keluarga kami atau di orang tuanya?"),
            (1, "+62 837-9901-2210", asked),
            (5, "*", "@Jumriati dicatat di tempat tinggalnya sekarang"),
            (6, "*", "@6283799012210 rumah tangga dilihat dari satu dapur"),
        ]
    )
    talks = [
        [m.text for m in one.messages] for one in group.read(without_quotes(messages, MEMBERS))
    ]

    assert [asked, "rumah tangga dilihat dari satu dapur"] in talks


def test_a_word_of_a_member_s_name_in_an_answer_addresses_nobody() -> None:
    """``Operator Desa Bulu`` is called so; ``dusun bulu`` is a place."""
    talks, _ = group_texts(
        (0, "Operator Desa Bulu", "jarak ke puskesmas diukur dari mana?"),
        (5, "*", "Dari kantor kepala desa"),
        (9_000, "+62 837-9901-2210", "desa cantik tahun depan apa syaratnya?"),
        (11_000, "*", "Maaf baru balas. Syaratnya surat kesediaan, seperti dusun bulu dulu"),
    )

    assert talks[-1] == [
        "desa cantik tahun depan apa syaratnya?",
        "Maaf baru balas. Syaratnya surat kesediaan, seperti dusun bulu dulu",
    ]
