from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.site.pages.related import related_entries

ITEMS = (
    Item("inflasi", "Apa itu inflasi?", "Inflasi adalah kenaikan harga barang secara umum."),
    Item("ihk", "Apa itu indeks harga konsumen?", "IHK mengukur inflasi dari harga konsumen."),
    Item("ikan", "Berapa produksi ikan tangkap?", "Produksi ikan tangkap dicatat dinas perikanan."),
    Item("tambak", "Siapa mencatat tambak?", "Tambak dan ikan dicatat dinas perikanan."),
)


def test_entries_that_share_their_key_terms_are_related() -> None:
    related = related_entries(SearchIndex(ITEMS))
    assert related["inflasi"][0] == "ihk"
    assert related["ikan"][0] == "tambak"


def test_no_entry_is_related_to_itself() -> None:
    related = related_entries(SearchIndex(ITEMS))
    assert set(related) == {item.id for item in ITEMS}
    assert all(name not in near for name, near in related.items())


def test_only_entries_are_related() -> None:
    others = (
        Item("kantor-data-ikan", "Siapa mencatat ikan?", "Ikan dicatat dinas perikanan."),
        Item("rujukan-ikan", "Data ikan", "Dinas perikanan mencatat produksi ikan tangkap."),
    )
    related = related_entries(SearchIndex((*ITEMS, *others)))
    assert set(related) == {item.id for item in ITEMS}
    assert not {name for near in related.values() for name in near} & {item.id for item in others}
