"""What may be public although it looks like personal data: the region of the office."""

from dataclasses import replace

import pytest

from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.privacy.redaction import Redactor


def _redacted(text: str, region: str) -> str:
    allowed = replace(Allowed.of([f"BPS {region}"]), places=frozenset({region.casefold()}))
    return Redactor(allowed=allowed, lists=usual_word_lists()).redacted(text, asked=True)


@pytest.mark.parametrize("region", ["Sarmi", "Sambas", "Konawe Utara"])
def test_a_region_is_nobody_though_people_are_called_so(region: str) -> None:
    for text in (f"Inflasi di {region} bulan lalu naik", f"Dinas Sosial {region} yang menjawab"):
        assert _redacted(text, region) == text


def test_who_is_called_like_the_region_is_somebody() -> None:
    assert _redacted("tadi Pak Sarmi yang menjawab", "Sarmi") == "tadi Pak [nama] yang menjawab"
    assert _redacted("nama saya Sarmi dari Sarmi", "Sarmi") == "nama saya [nama] dari Sarmi"


def test_the_address_of_the_office_stays_with_the_town_behind_it() -> None:
    redactor = Redactor(allowed=Allowed.of(["Jalan Angka Nomor 10"]))

    text = "Ke Jalan Angka Nomor 10, Kota Contoh ya"
    assert redactor.redacted(text) == text
    assert redactor.redacted("Ke Jalan Angka Nomor 101, Kota Contoh ya") == "Ke [alamat] ya"
