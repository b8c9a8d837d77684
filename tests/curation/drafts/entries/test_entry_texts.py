"""A readable id."""

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of


def test_ids_are_readable() -> None:
    assert (
        id_of("Berapa jumlah penduduk Bombana tahun 2024?") == "jumlah-penduduk-bombana-tahun-2024"
    )
    assert id_of("???", otherwise="gambar") == "gambar"


def test_an_id_that_is_taken_gets_a_number() -> None:
    ids = FreeIds(["jumlah-penduduk", "jumlah-penduduk-3"])

    assert [ids.take("jumlah-penduduk") for _ in range(3)] == [
        "jumlah-penduduk-2",
        "jumlah-penduduk-4",
        "jumlah-penduduk-5",
    ]
    assert ids.take("luas-kebun") == "luas-kebun"
