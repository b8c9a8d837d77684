"""Questions of a chat that are answered message by message."""

from caridulu.curation.exports.consultation import SourceKind
from caridulu.curation.exports.talk_consultation import consultation_of
from caridulu.curation.questions.several_questions import parts_of
from tests.curation.exports.chats.dialogue import talks_of


def _parts(*said: tuple[int, str]) -> list[tuple[str, str]]:
    (talk,) = talks_of(said)
    made = consultation_of(talk, channel="", path="a.txt", kind=SourceKind.TALK)
    assert made
    return [(part.question, part.answer) for part in parts_of(made)]


def test_what_is_asked_in_one_line_of_a_chat_is_one_matter() -> None:
    (part,) = _parts(
        (0, "kode desa terbaru yg 10 digit ambil di mana ya? ada desa pemekaran di Keera"),
        (5, "*Di laman kami, menu bridging kode, pilih periode terakhir"),
        (6, "*Desa pemekaran baru masuk kalau sudah ada peraturan menterinya"),
    )

    assert part[1].count("\n\n") == 1


def test_what_is_told_about_somebody_beside_a_question_is_not_taken_for_another() -> None:
    (part,) = _parts(
        (0, "kalau mau jadi mitra BPS apa syaratnya. bulan berapa dibuka"),
        (0, "alamat sy Dusun Lapakkita, Desa Tosora, NIK menyusul"),
        (5, "*Minimal tamat SMA. Pendaftaran biasanya Oktober di laman mitra"),
        (6, "*NIK nya jangan dikirim di sini, nanti diisi sendiri di aplikasi"),
    )

    assert "bulan berapa dibuka" in part[0]


SAMPLE = (
    (0, "kami mau survei pelaku IKM, gimana ngajuin rekomendasi statistiknya?"),
    (1, "terus klo pelakunya 1.200 sampelnya minimal brp"),
    (40, "*Rekomendasi diajukan di aplikasi Romantik memakai akun OPD, lampirkan kuesioner"),
    (46, "*Untuk sampel kira-kira butuh 300 responden, kalau per kecamatan lebih banyak"),
)


def test_what_is_asked_on_does_not_keep_two_answered_questions_together() -> None:
    first, second = _parts(
        *SAMPLE,
        (50, "per kecamatan mah ga, total aja"),
        (51, "akun opd nya yg pegang siapa ya"),
        (57, "*Akun OPD dipegang walidata yaitu Diskominfo"),
    )

    assert first[1].endswith("dipegang walidata yaitu Diskominfo")
    assert second[1] == SAMPLE[3][1].lstrip("*")
