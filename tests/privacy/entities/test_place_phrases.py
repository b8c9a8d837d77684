"""A home is hidden up to where the sentence goes on."""

import pytest

from caridulu.privacy.entities.place_phrases import place_end


@pytest.mark.parametrize(
    ("place", "behind"),
    [
        ("samping masjid Nurul Iman, depan bengkel Jaya Motor", ", bisa diambil di situ"),
        ("desa Wawonua kec Besulutu", ", jauh dari kota"),
        ("Dusun Montong Are, Kediri", ", lupa sudah disensus"),
        ("Lingkungan Topa Utara", " belum pernah didatangi"),
        ("belakang pasar lama", " belum ditempel stiker"),
        ("RT 3 RW 9", " didatangi petugas"),
        ("komplek Lubuk Gading blok D", ", rumahnya belum"),
        ("Jl. Langko gang Delima 3 / dkt kantor pos / Mataram", ""),
        ("RT.02/RW.09, Kalurahan Bangunjiwo", ". Untuk skripsi"),
        ("simpang Lago masuk kiri 200 meter, rumah no dua cat kuning", ""),
        ("depan tower telkomsel Watu-Watu", ", belum ada"),
        ("lingkungan Lamangga, tepatnya belakang SMA 2", " pak"),
        ("Kampung Bugis, pintu nomor 5 dari ujung, deretan haji Mansyur", ""),
        ("desa mekar jaya", " belum didata"),
    ],
)
def test_a_place_ends_where_the_sentence_goes_on(place: str, behind: str) -> None:
    assert place_end(place + behind, 0) == len(place)


@pytest.mark.parametrize(
    "text",
    [
        "kampung, KTP di kota",
        "samping rumah saja",
        "desa terpencil, jauh",
        "pinggir jalan kena pendataan",
        "Kec. Rumbia Tengah mau",
        "kantor BPS Bombana",
        "3 kursi hasil pemilu",
        "Mohon dibantu",
    ],
)
def test_what_tells_no_small_place_is_none(text: str) -> None:
    assert place_end(text, 0) == 0
