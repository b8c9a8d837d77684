"""What an officer writes to a group goes to the talk that it can be told to belong to, or to none.

Each case fails without one condition of ``GroupTalks._meant``.
"""

import pytest

from tests.curation.exports.chats.dialogue import DAY, group_texts

SARI, DESA, CAMAT = "Jumriati", "Operator Desa Bulu", "Sekdes Marampuka"
UNTIL, TWENTIETH = "batas pengisian podes sampai kapan?", "Sampai tanggal 20 bulan ini"
POINT = "titik kantor desa yang salah di peta lapor di mana?"
FORM, CODE = "format isian sekolah diambil dari mana?", "kode wilayah memakai kode siapa?"
ONE_ROOF = "kalau keluarga menumpang dihitung satu ruta?"
HOLD = "Baik, kami cek dulu ya"
CLOSED = "Besok kantor tutup, layanan kembali hari Senin"

CASES = {
    "good wishes begin no sitting in which an announcement would be an answer": (
        [(0, SARI, CODE), (300, "*", "Selamat Natal bagi yang merayakan"), (600, "*", CLOSED)],
        [[CODE]],
    ),
    "what a member remarks hours later takes no answer": (
        [(0, SARI, UNTIL), (5, "*", TWENTIETH), (305, CAMAT, "siap"),
         (308, "*", "Yang sudah selesai silakan setor lebih dulu")],
        [[UNTIL, TWENTIETH, "Yang sudah selesai silakan setor lebih dulu"]],
    ),
    "what an officer says to a member's remark answers nobody else": (
        [(0, SARI, FORM), (40, CAMAT, "di sini hujan terus, podes belum jalan"),
         (45, "*", "podes tanggal 20")],
        [[FORM]],
    ),
    "who has joined a question is answered there": (
        [(0, CAMAT, POINT), (9, SARI, ONE_ROOF), (910, SARI, "saya juga mau tanya itu"),
         (911, "*", "Bu Jumriati, formatnya lewat camat")],
        [[POINT, "saya juga mau tanya itu", "Bu Jumriati, formatnya lewat camat"], [ONE_ROOF]],
    ),
    "what a member remarks within minutes lies not between question and answer": (
        [(0, DESA, POINT), (1, DESA, UNTIL), (3, CAMAT, "siap"), (28, "*", "Lewat camat")],
        [[POINT], [UNTIL, "Lewat camat"]],
    ),
    "nothing follows a question of weeks ago": (
        [(0, CAMAT, UNTIL), (25 * DAY, "*", "Titik kantor desa dikoreksi lewat formulir"),
         (25 * DAY + 5, "*", TWENTIETH)],
        [[UNTIL]],
    ),
    "weeks later even a named member is told something else": (
        [(0, DESA, FORM), (5, "*", "@Operator Desa Bulu ada di grup berkas"),
         (20 * DAY, "*", "@Operator Desa Bulu titik kantor desa sudah kami koreksi di peta")],
        [[FORM, "@Operator Desa Bulu ada di grup berkas"]],
    ),
    "what is said again weeks later belongs to no talk": (
        [(0, CAMAT, FORM), (40, "*", "podes tanggal 20"), (25 * DAY, "*", "podes tanggal 20")],
        [[FORM, "podes tanggal 20"]],
    ),
    "of two questions of a member the one whose words are taken up is answered": (
        [(0, DESA, ONE_ROOF), (400, DESA, FORM), (1300, "*", "Satu ruta bila dapurnya satu")],
        [[ONE_ROOF, "Satu ruta bila dapurnya satu"], [FORM]],
    ),
    "only an answer takes words up": (
        [(0, SARI, CODE), (0, "*", HOLD), (900, SARI, UNTIL), (3900, "*", HOLD)],
        [[CODE, HOLD], [UNTIL]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_an_officer_writes_goes_where_it_belongs(case: str) -> None:
    said, expected = CASES[case]

    assert group_texts(*said)[0] == expected


def test_only_an_answer_that_may_be_for_several_is_asked_about() -> None:
    _, group = group_texts((0, SARI, UNTIL), (0, DESA, POINT), (3, "*", HOLD))

    assert group.doubtful == []
