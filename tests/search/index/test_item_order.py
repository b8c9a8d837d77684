"""The order of an index's items: near ones stand side by side, referrals last."""

import random
from collections import Counter
from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.fields import Item, item_words
from caridulu.search.index.item_order import near_order
from caridulu.search.index.search_index import SearchIndex

TOPICS = {
    "inflasi": ["Apa itu inflasi tahunan?", "Inflasi dihitung dari apa?", "Kapan rilis inflasi?"],
    "sensus": ["Kapan sensus penduduk?", "Siapa petugas sensus?", "Apakah sensus wajib dijawab?"],
    "harga": ["Berapa harga publikasi cetak?", "Apakah harga bisa ditawar?", "Daftar harga data?"],
}


def test_items_of_one_subject_stand_side_by_side() -> None:
    items = [
        Item(f"{topic}-{n}", question, f"Lihat uraian tentang {topic} pada laman ini.")
        for topic, questions in TOPICS.items()
        for n, question in enumerate(questions)
    ]
    random.Random(3).shuffle(items)
    ids = [item.id.split("-")[0] for item in SearchIndex(items).items]
    changes = sum(before != after for before, after in pairwise(ids))
    assert changes == len(TOPICS) - 1


def test_what_is_near_a_referral_does_not_follow_it() -> None:
    items = [
        Item("rujukan-sim", "Perpanjang SIM", "Kepolisian. Datang ke Satpas."),
        Item("sim-data", "Berapa pemilik SIM?", "Data pemilik SIM ada pada publikasi."),
    ]
    assert [item.id for item in SearchIndex(items).items] == ["sim-data", "rujukan-sim"]


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=20))
def test_every_item_has_one_place(questions: list[str]) -> None:
    analyzer = Analyzer()
    items = [item_words(Item(str(n), text, ""), analyzer) for n, text in enumerate(questions)]
    counts = Counter(chain.from_iterable(words.found() for words in items))
    assert sorted(near_order(items, counts)) == list(range(len(items)))
