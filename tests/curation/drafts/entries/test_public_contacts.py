"""Contacts of a desk stay in a draft and are asked about; those of people are replaced."""

from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.draft_entry import DraftEntry, DraftWriter, usual_decision
from caridulu.curation.exports.consultation import Consultation
from caridulu.knowledge import Location
from caridulu.privacy.redaction import Redactor

ASKED = "Di mana loketnya?"


def _draft(answer: str, *, is_public: bool, question: str = ASKED) -> DraftEntry:
    source = Consultation("FAQ", question, answer, Location(Path("faq.html")), ("1",))
    writer = DraftWriter(Redactor(), (), decide=usual_decision)
    return writer.draft(replace(source, is_public=is_public), digest="")


@pytest.mark.parametrize(
    "answer",
    [
        "Kirim pesan ke 0854-8172-0044.",
        "Jl. Sultan Hasanuddin No. 12, telepon 0854-8172-0044.",
        "Surel loket.dinas@surelku.example.",
        "Instagram: @gerai_rina.",
    ],
)
def test_contacts_of_a_public_page_are_asked(answer: str) -> None:
    draft = _draft(answer, is_public=True)

    assert draft.answer == answer
    assert draft.shown_open == draft.shown != ()
    assert _draft(answer, is_public=False).answer != answer


def test_a_contact_beside_a_name_is_replaced_also_on_a_public_page() -> None:
    draft = _draft("Hubungi Ibu Nurul Wahidah, 0825-5204-0017.", is_public=True)

    assert draft.answer == "Hubungi Ibu [nama], [nomor HP]."
    assert draft.shown_open == ()


def test_a_number_of_identity_is_replaced_also_on_a_public_page() -> None:
    assert "[NIK]" in _draft("Contoh NIK 7406010101900001.", is_public=True).answer


def test_a_telephone_that_is_told_and_is_no_mobile_one_is_asked() -> None:
    answer = "Ragu? Telp (0274) 773-018"
    draft = _draft(answer, is_public=False, question="Telp saya (0274) 773-019, benarkah petugas?")

    assert draft.answer == answer
    assert "773-019" not in draft.question
    assert [one for one in draft.shown_open if "773-018" in one] == list(draft.shown_open)


@pytest.mark.parametrize(
    "said",
    [
        "Alamat kantor Jl. Mawar 7 Bancar",
        "Kantor: Jl. Mawar No. 7, Bancar",
        "Kantor kami mau buka gudang di Jl. Mawar No. 7 Bancar",
    ],
)
def test_where_the_office_of_whoever_asks_is_is_replaced(said: str) -> None:
    answer = "Alamat kantor Jl. Pemuda No. 7, buka sampai pukul 15"
    draft = _draft(answer, is_public=False, question=f"Cari data. {said}")

    assert draft.answer == answer
    assert "Mawar" not in "".join((draft.question, *draft.aliases, draft.asked))


def test_where_another_office_is_stays_in_a_question() -> None:
    draft = _draft("Ya.", is_public=False, question="Kantor BPS di Jl. Mawar 7 buka Sabtu?")

    assert "Jl. Mawar 7" in draft.question
