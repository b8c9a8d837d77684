"""An answer without what only greets, and a readable id."""

import pytest

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of, without_address


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("Waalaikumsalam, selamat pagi. Jumlah kapal ada di sini.", "Jumlah kapal ada di sini."),
        ("Walaikumsalam wr wb. peta diminta lewat Silastik.", "Peta diminta lewat Silastik."),
        ("Waalaikumsalam Bu [nama]. Bisa, bawa surat sekolah.", "Bisa, bawa surat sekolah."),
        ("Waalaikumsalam bisa bu, bawa surat sekolah.", "Bisa bu, bawa surat sekolah."),
        ("Assalamualaikum wr. wb. loket buka pukul 8.", "Loket buka pukul 8."),
        ("Waalaikumussalam warahmatullah, loket buka.", "Loket buka."),
        ("Halo Bu [nama], datanya ada.", "Datanya ada."),
        ("Selamat pagi.", "Selamat pagi."),
        ("Pagi bu. Populasi sapi ada di tabel 5.", "Populasi sapi ada di tabel 5."),
        ("Siang, untuk data itu ada di tabel 5.", "Untuk data itu ada di tabel 5."),
        ("Siang hari kantor tetap buka.", "Siang hari kantor tetap buka."),
        ("Sore ibu-ibu PKK datang.", "Sore ibu-ibu PKK datang."),
        # Who is called by name before the answer is nobody's who reads it later.
        ("Pak [nama]: angkanya dirilis November.", "Angkanya dirilis November."),
        ("Malam [nama]. Satu rumah tangga.", "Satu rumah tangga."),
        ("Oke Bu [nama], bisa lewat WA.", "Bisa lewat WA."),
        ("[nama] adalah kepala dinas.", "[nama] adalah kepala dinas."),
        ("Bu [nama], Pak [nama], kirim surat ke BPS.", "Kirim surat ke BPS."),
        ("Bu [nama] menerima berkasnya.", "Bu [nama] menerima berkasnya."),
        # A name that is a word, too, is taken for one: no rule of personal data finds it.
        ("Selamat pagi Pak Bagus,\n\nDapat, dengan surat.", "Dapat, dengan surat."),
        ("Yth. Bapak Cahaya Damai,\nDapat, dengan surat.", "Dapat, dengan surat."),
        ("Selamat siang Ibu Damai\n\nDapat.", "Dapat."),
        ("Baik Bu Damai,\n\nDapat.", "Dapat."),
        ("Pak Damai,\nDapat.", "Dapat."),
        ("Selamat pagi Pak,\n\nDapat.", "Dapat."),
        ("Selamat pagi.\nBoleh,\nasal disebut.", "Boleh,\nasal disebut."),
        ("Boleh,\nasal sumbernya disebut.", "Boleh,\nasal sumbernya disebut."),
        ("Ibu Kota Kabupaten\n\nRumbia.", "Ibu Kota Kabupaten\n\nRumbia."),
        ("Yth. pemohon,\n\nDapat.", "Yth. pemohon,\n\nDapat."),
    ],
)
def test_an_answer_begins_with_what_it_tells(given: str, answer: str) -> None:
    assert without_address(given) == answer


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
