"""Names where people introduce, greet and mention one another; small talk is none."""

import pytest

from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import Kind

NAMED = {
    "halo bunga, ada data?": ["bunga"],
    "malam wulan": ["wulan"],
    "hai kak, ini dewi mau tanya": ["dewi"],
    "ini Kenari dari bappeda": ["Kenari"],
    "saya Tan Mei Hwa dari Kendari": ["Tan Mei Hwa"],
    "Nama saya Kabaena Sahara, mau minta data": ["Kabaena Sahara"],
    "nama saya langit": ["langit"],
    "Nama: Awan": ["Awan"],
    "saya Ma'mur": ["Ma'mur"],
    "yg kirim wulan tadi": ["wulan"],
    "tolong kasih ke wulan": ["wulan"],
    "sudah janji dengan wahdaniar jam 9": ["wahdaniar"],
    "istri beliau Yospina": ["Yospina"],
    "Wahdaniar: pagi kak": ["Wahdaniar"],
    "ode rizal tanya data": ["ode rizal"],
    "kak bintang tolong dibantu": ["bintang"],
    "pak Muna minta data": ["Muna"],
    "istri pak Poleang": ["Poleang"],
    "terima kasih pak Kolaka": ["Kolaka"],
    "bu Kendari Sari": ["Kendari Sari"],
    "atas nama Damai Sentosa": ["Damai Sentosa"],
    "perkenalkan Damai Sentosa Harefa": ["Damai Sentosa Harefa"],
    "dengan siapa? Melati Putih": ["Melati Putih"],
    "ini bunga mau tanya data": ["bunga"],
    "dgn melati tadi minta data": ["melati"],
    "Putu Eka Jl. Marga Jaya No.15": ["Putu Eka"],
    "Penanggung jawab: Yospina Tandibua": ["Yospina Tandibua"],
    "Gusde Mahardipa": ["Gusde Mahardipa"],
    "Peneliti kami Keiko Moriyama akan datang": ["Keiko Moriyama"],
    "min, ardi sudah bayar": ["ardi"],
    "sy dg. malewa nelayan": ["malewa"],
    "Dewa Putu Beratha dari Marga Jaya": ["Dewa Putu Beratha"],
    "saya ni luh suparni": ["ni luh suparni"],
    "kata kadek merta datanya ada": ["kadek merta"],
    "pemilik usaha Oei Tiong Gwan": ["Oei Tiong Gwan"],
    "menurut Sompa Wiring harga naik": ["Sompa Wiring"],
    "Kepala Desa Ambo Sakka": ["Ambo Sakka"],
    "Best, Oliver Schmidt": ["Oliver Schmidt"],
    "Ibu Tjong Mei Fang sudah isi": ["Tjong Mei Fang"],
    "Kak Indo Tang minta dibantu": ["Indo Tang"],
    "imam desa Haji Pase": ["Pase"],
    "Kecamatan Rumbia Siti Aminah": ["Siti Aminah"],
}
NOBODY = [
    "terima kasih, pak",
    "terima kasih, ditunggu",
    "halo admin, ada data?",
    "selamat pagi bapak ibu",
    "ini data mau tanya dulu",
    "ini tabel inflasi",
    "saya Mahasiswa UHO",
    "Saya Senin mau ke kantor",
    "jangan sampai nama saya kelihatan",
    "mohon maaf kak baru balas",
    "pak Bombana dalam angka ada?",
    "uang saya pas-pasan",
    "Nim: E1R123045",
    "kak Sama-sama",
    "iya pak sama2",
    "Terima kasih kak. Oke",
    "Terima kasih, Great",
    "ok yess",
    "Baik, Waduh",
    "Warm regards, and thank you",
    "Halo, Subhanallah",
    "Siaaap pak, sippp",
    "keanekaragaman hayati dan unsur fauna",
    "norma dan wahyu",
    "Merry Christmas untuk semua",
    "Mahasiswi Unsultra mau magang",
    "Honda dan Yamaha paling banyak di sini.",
    "Jenis sertifikat: Karkas Sapi",
    "Is there an English version?",
    "I made this table myself",
    "ni bagus datanya",
    "Pak Satpam bilang tutup",
    "Masjid Agung Al Mubarak dan Gereja Santo Petrus",
    "RS Dewi Sartika, RSUD Dr. Soetomo",
    "Universitas Sam Ratulangi, Hasanuddin University",
    "indeks Herfindahl Hirschman dan uji Dickey Fuller",
    "Big Data, Random Forest dan Support Vector Machine",
    "Hormat kami, Sekretariat",
    "suami saya Nahkoda",
    "Mas Kawin masuk pengeluaran apa?",
    "Fajar menyingsing",
    "the best practice, please",
]


def _sure_names(text: str) -> list[str]:
    hits = find_personal_data(text)
    return [hit.text for hit in hits if hit.kind is Kind.NAME and hit.certain]


@pytest.mark.parametrize(("text", "names"), NAMED.items())
def test_names_in_talk_are_found(text: str, names: list[str]) -> None:
    assert _sure_names(text) == names


@pytest.mark.parametrize("text", NOBODY)
def test_small_talk_names_nobody(text: str) -> None:
    assert _sure_names(text) == []
