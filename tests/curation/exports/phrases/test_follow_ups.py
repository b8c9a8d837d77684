"""How a message goes on with what was said before, or begins something else."""

import pytest

from caridulu.curation.exports.phrases.follow_ups import (
    is_new_matter,
    names_what_was_asked,
    reminds,
    resumes,
)


@pytest.mark.parametrize("text", ["kalau 2023?", "Oke, itu gratis?", "terus di mana ambilnya?"])
def test_first_words_go_on_with_what_was_said(text: str) -> None:
    assert not is_new_matter(text)


@pytest.mark.parametrize(
    "text", ["Satu lagi Pak", "mau tanya hal lain", "oh iya, data ternak ada?"]
)
def test_first_words_begin_another_matter(text: str) -> None:
    assert is_new_matter(text)


def test_as_well_begins_nothing_at_the_end() -> None:
    assert is_new_matter("Da sakalian, jumlah pelanggan PLN ado?")
    assert not is_new_matter("persentase ada sekalian bu?")


@pytest.mark.parametrize(
    "text", ["suratnya sudah diterima bu?", "surat kami lah masuak da?", "berkase sampun mlebet?"]
)
def test_who_asks_whether_it_has_arrived_reminds(text: str) -> None:
    assert reminds(text)


def test_what_has_arrived_at_the_asker_s_reminds_of_nothing() -> None:
    assert not reminds("filenya sudah saya terima pak")
    assert not reminds("surat izin sudah dibaca petugas lapangan di desa?")


def test_oh_iya_goes_on_where_the_rest_does() -> None:
    assert not is_new_matter("oh iya, itu formatnya apa?")


def test_an_officer_says_that_an_answer_comes_late() -> None:
    assert resumes("Maaf baru sempat, soal indeks desa sudah ada")
    assert not resumes("Angka harapan hidup 70,18")


@pytest.mark.parametrize(
    "text",
    ["Bu, yang kemarin bagaimana?", "Pak belum ada balasan ya", "sudah ada kabar?"],
)
def test_who_waits_asks_where_the_answer_is(text: str) -> None:
    assert reminds(text)
    assert not names_what_was_asked(text)


def test_a_reminder_may_say_again_what_was_asked() -> None:
    assert reminds("yang kemarin data nelayan bagaimana?")
    assert names_what_was_asked("yang kemarin data nelayan bagaimana?")
