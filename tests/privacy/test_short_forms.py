"""Short forms that look like titles or end no sentence."""

import pytest

from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    "text",
    [
        "Kenapa IKK kita lebih tinggi dr Banda Aceh",
        "Data koperasi milik Kemenkop, bukan rilis kami",
        "Berapa wisatawan Danau Mas Harun Bastari",
        "SMPN 3 Yos Sudarso berapa muridnya",
        "Rapat koordinasi di Ruang Cut Nyak Dien",
    ],
)
def test_places_and_offices_in_short_are_nobody(text: str) -> None:
    assert Redactor().redacted(text) == text


def test_an_address_with_a_hamlet_in_short_is_hidden_whole() -> None:
    text = "Alamat rumah: Br. Dinas Kelodan No. 9, Desa Bebandem"

    assert Redactor().redacted(text) == "Alamat rumah: [alamat]"


def test_a_question_mark_ends_a_sentence_behind_a_short_word() -> None:
    text = "datanya di dinas kan? Jl. Mawar No. 7 tempat saya"

    assert Redactor().redacted(text) == "datanya di dinas kan? [alamat] tempat saya"
