"""Whom words in a group name: by name or by number."""

from caridulu.curation.exports.chats.addressees import without_mentions
from caridulu.curation.exports.chats.group_talks import GroupTalks
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


def test_a_mention_at_the_beginning_is_no_part_of_the_answer() -> None:
    said = without_mentions(
        group_messages(
            [
                (0, "*", "@Operator Desa Bulu pakai data Dinas Pendidikan"),
                (1, "*", "@62837-99012210, per kegiatan"),
                (2, "*", "@Budi belum ada di sini"),
                (3, "*", "@~\u202fJumriati lewat camat"),
            ]
        ),
        MEMBERS,
    )

    assert [(one.text, one.to) for one in said] == [
        ("pakai data Dinas Pendidikan", "Operator Desa Bulu"),
        ("per kegiatan", "+62 837-9901-2210"),
        ("@Budi belum ada di sini", ""),
        ("lewat camat", "Jumriati"),
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
        [m.text for m in one.messages] for one in group.read(without_mentions(messages, MEMBERS))
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


def test_quoted_lines_before_a_message_are_no_part_of_it() -> None:
    said = group_messages([(0, "*", "> NTP bulan ini naik?\n> yang Juli\nTurun 0,46 persen")])

    assert [one.text for one in without_mentions(said, MEMBERS)] == ["Turun 0,46 persen"]
