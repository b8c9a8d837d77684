"""What many people sought, in groups that mean the same."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from caridulu.curation.lifecycle.meaning_groups import groups_of
from caridulu.curation.project import open_project
from caridulu.search.index.search_index import SearchIndex
from tests import ROOT, TODAY
from tests.benchmarks.gap_groups import LOGS, agreement, found_groups, read_log

# Logs of a statistics office as the search box gives them; see tests/benchmarks/questions.
SENT_ON = {f"gaps-{number}" for number in (8, 9, 11, 12, 14, 15, 16)}


def _lists(name: str) -> Iterator[list[list[str]]]:
    """The lists of a file, each as groups of phrasings."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    for listed in text.strip().split("\n\n"):
        yield [[one.strip() for one in line.split("|")] for line in listed.splitlines()]


def test_phrasings_of_one_matter_are_one_group(real_index: SearchIndex) -> None:
    count, missed = 0, []
    for groups in _lists("gap_groups.txt"):
        phrases = [phrase for group in groups for phrase in group]
        found = {frozenset(phrases[n] for n in group) for group in groups_of(phrases, real_index)}
        missed += [group for group in groups if frozenset(group) not in found]
        count += len(groups)

    assert count > 140
    # What one entry answers together, such as doctors and health centres, may be one group.
    assert len(missed) <= 0.17 * count, missed


def test_what_the_same_entry_answers_is_one_group_without_a_word_in_common(
    real_index: SearchIndex,
) -> None:
    phrases = [
        "ada orang bawa tablet ngaku dari kantor statistik, beneran kah?",
        "cara tau petugas sensus yg resmi",
        "pdrb per kapita",
        "mau tanya warga kurang mampu di sini ada berapa",
        "persentase penduduk miskin",
        "pendapatan rata2 per orang di daerah ini menurut pdrb",
    ]

    assert groups_of(phrases, real_index) == [[0, 1], [2, 5], [3, 4]]


def test_two_matters_that_one_entry_answers_are_two_groups(real_index: SearchIndex) -> None:
    phrases = [
        "produksi nikel bombana",
        "jumlah penambang emas bombana",
        "produksi bijih nikel",
        "jml penambang emas rarowatu utara",
        "penambang emas rakyat berapa orang",
        "jumlah produksi nikel 2025",
    ]

    assert groups_of(phrases, real_index) == [[0, 2, 5], [1, 3, 4]]


def test_a_short_word_is_mended_by_the_other_phrasings(real_index: SearchIndex) -> None:
    phrases = ["cek desil", "penduduk per desa", "cara cek desil", "cek desl", "jumlah desa"]

    assert [0, 2, 3] in groups_of(phrases, real_index)


@pytest.mark.slow  # measures 39 lists
def test_most_groups_of_many_kinds_of_offices_are_found(real_index: SearchIndex) -> None:
    # The limits were chosen on every second list; of the others' groups .67 come out.
    # Whole messages that nobody has looked at are harder: half of their groups.
    count = exact = together = wrongly = 0
    for groups in _lists("gap_groups_offices.txt"):
        phrases = [phrase for group in groups for phrase in group]
        matter = [n for n, group in enumerate(groups) for _ in group]
        found = groups_of(phrases, real_index)
        exact += sum(len({matter[n] for n in one}) == 1 and len(one) == len(groups[matter[one[0]]])
                     for one in found)  # fmt: skip
        count += len(groups)
        for one in found:
            pairs = list(combinations(one, 2))
            together += len(pairs)
            wrongly += sum(matter[a] != matter[b] for a, b in pairs)

    assert exact > 0.68 * count
    assert wrongly < 0.14 * together


@pytest.mark.slow  # searches with 840 messages
def test_what_people_send_on_from_the_search_box_is_grouped_as_a_reader_would() -> None:
    project = open_project(ROOT, today=TODAY)
    logs = [read_log(path) for path in LOGS if path.stem in SENT_ON]
    found = [agreement(groups, found_groups(messages, project)) for messages, groups in logs]

    assert sum(one.exact for one in found) >= 0.8 * sum(one.groups for one in found)
    assert sum(one.alone for one in found) >= 0.8 * sum(one.singles for one in found)


def test_groups_made_by_hand_are_joined_by_others_and_never_become_one(
    real_index: SearchIndex,
) -> None:
    phrases = ["jumlah koperasi", "data koperasi", "koperasi yang aktif", "panjang jalan rusak"]
    assert groups_of(phrases, real_index) == [[0, 1, 2], [3]]

    assert groups_of(phrases, real_index, same=[[3, 2], [1]]) == [[0, 1], [2, 3]]
    assert groups_of(phrases[:3], real_index, same=[[1], [2]]) == [[0, 1], [2]]


def test_another_need_of_the_same_matter_is_another_group(real_index: SearchIndex) -> None:
    phrases = [
        "bikin KTP bayar berapa",
        "biaya bikin ktp",
        "KTP jadinya berapa hari",
        "brp lama ktp jadi",
        "syarat ktp baru",
        "mau buat KTP baru bawa apa saja",
    ]

    assert groups_of(phrases, real_index) == [[0, 1], [2, 3], [4, 5]]


def test_the_yearbook_of_a_subdistrict_is_another_publication(real_index: SearchIndex) -> None:
    phrases = [
        "kabupaten dalam angka 2026",
        "daerah dalam angka pdf",
        "kecamatan dalam angka rarowatu 2025",
        "kcda poleang",
    ]
    assert groups_of(phrases, real_index) == [[0, 1], [2, 3]]


def test_other_names_of_a_matter_are_read(real_index: SearchIndex) -> None:
    phrases = [
        "volume pengapalan ore nikel bombana 2025",
        "brp ton bijih nikel yg diambil perusahaan",
        "link publikasi kalau diklik halamannya kosong",
        "tautan rusak",
        "berapa banyak rumah makan di rumbia",
        "jumlah restoran",
    ]
    assert groups_of(phrases, real_index) == [[0, 1], [2, 3], [4, 5]]


def test_what_stands_beside_the_name_of_a_matter_tells_groups_apart(
    real_index: SearchIndex,
) -> None:
    phrases = ["ktp hilang", "ktp ilang gmn", "ubah foto di ktp bisa?", "ganti foto ktp"]

    assert groups_of(phrases, real_index) == [[0, 1], [2, 3]]


def test_misspelt_words_are_read(real_index: SearchIndex) -> None:
    phrases = [
        "kartu anggota perpustakaan hilang",
        "kartu anggota perpustakan hilang",
    ]

    assert groups_of(phrases, real_index) == [[0, 1]]


def test_short_forms_of_an_office_are_not_read_into_ordinary_words(real_index: SearchIndex) -> None:
    # The lexicon has APK and BDA.
    phrases = ["aplikasi error", "angka partisipasi kasar", "beda tarif", "tarif dalam angka"]

    assert groups_of(phrases, real_index) == [[0], [1], [2], [3]]


def test_a_common_word_is_no_short_form_of_a_register() -> None:
    # "dpt" is chat spelling of "dapat", and the register of voters.
    phrases = [
        "Apakah kelurahan dapat meminta kunjungan mobil perpustakaan keliling?",
        "Apakah pengajuan ISBN dapat melalui Dinas Perpustakaan Kota Baruga?",
        "Berapa eksemplar yang wajib diserahkan untuk serah simpan karya cetak?",
    ]

    assert groups_of(phrases, SearchIndex([])) == [[0], [1], [2]]


def test_a_name_of_several_words_is_near_to_one_of_them(real_index: SearchIndex) -> None:
    # The lexicon has "mitra statistik".
    phrases = [
        "Kalau mau jadi mitra sensus daftarnya di mana?",
        "Cara daftar mitra bps bagaimana min",
        "Petugas sensus datang malam apa benar dari BPS?",
        "harga beras di pasar",
    ]

    assert groups_of(phrases, real_index) == [[0, 1], [2], [3]]


def test_what_everybody_writes_does_not_join_questions(real_index: SearchIndex) -> None:
    matters = ("potong rambut", "besuk malam", "vaksin rabies", "kursus menari", "sewa tenda")
    phrases = [f"{matter} di Wisma Bahagia Sentosa" for matter in matters]

    assert groups_of(phrases, real_index) == [[0], [1], [2], [3], [4]]
