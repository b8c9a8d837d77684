"""The question that asks, and a readable id."""

from caridulu.curation.drafts.draft_entry import free_id, main_question


def test_ids_are_readable_and_free() -> None:
    question = "Berapa jumlah penduduk Bombana tahun 2024?"

    assert free_id(question, set()) == "jumlah-penduduk-bombana-tahun-2024"
    assert free_id(question, {"jumlah-penduduk-bombana-tahun-2024"}) == (
        "jumlah-penduduk-bombana-tahun-2024-2"
    )


def test_the_question_is_the_sentence_that_asks() -> None:
    text = "Selamat pagi pak. saya mahasiswa. apakah data padi per desa tersedia? terima kasih"

    assert main_question(text) == "Apakah data padi per desa tersedia?"
