"""A readable id."""

from caridulu.curation.drafts.entry_texts import free_id


def test_ids_are_readable_and_free() -> None:
    question = "Berapa jumlah penduduk Bombana tahun 2024?"

    assert free_id(question, set()) == "jumlah-penduduk-bombana-tahun-2024"
    assert free_id(question, {"jumlah-penduduk-bombana-tahun-2024"}) == (
        "jumlah-penduduk-bombana-tahun-2024-2"
    )
