"""A region -> its time zone, by the code of its province or the name of it.

Codes of provinces are those of BPS; zones are those of Keputusan Presiden Nomor 41 Tahun 1987, and
of the provinces that have been made of them since.
"""

import re

_PROVINCES = {
    "Asia/Jakarta": (
        "11 Aceh, 12 Sumatera Utara, 13 Sumatera Barat, 14 Riau, 15 Jambi, "
        "16 Sumatera Selatan, 17 Bengkulu, 18 Lampung, 19 Kepulauan Bangka Belitung, "
        "21 Kepulauan Riau, 31 DKI Jakarta, 32 Jawa Barat, 33 Jawa Tengah, 34 DI Yogyakarta, "
        "35 Jawa Timur, 36 Banten"
    ),
    "Asia/Pontianak": "61 Kalimantan Barat, 62 Kalimantan Tengah",
    "Asia/Makassar": (
        "51 Bali, 52 Nusa Tenggara Barat, 53 Nusa Tenggara Timur, 63 Kalimantan Selatan, "
        "64 Kalimantan Timur, 65 Kalimantan Utara, 71 Sulawesi Utara, 72 Sulawesi Tengah, "
        "73 Sulawesi Selatan, 74 Sulawesi Tenggara, 75 Gorontalo, 76 Sulawesi Barat"
    ),
    "Asia/Jayapura": (
        "81 Maluku, 82 Maluku Utara, 91 Papua Barat, 92 Papua Barat Daya, 94 Papua, "
        "95 Papua Selatan, 96 Papua Tengah, 97 Papua Pegunungan"
    ),
}
_ZONES = [
    (number, name.lower(), zone)
    for zone, listed in _PROVINCES.items()
    for number, name in re.findall(r"(\d+) ([A-Za-z ]+)", listed)
]


def zone_of_region(code: str, region: str) -> str | None:
    """Finds the zone by code, such as 7406, else by a province that the name holds."""
    if re.fullmatch(r"\d{2}(\d{2}){0,2}", code):
        for number, _, zone in _ZONES:
            if number == code[:2]:
                return zone
    words = f" {' '.join(re.findall(r'[a-z]+', region.lower()))} "
    found = [(len(name), zone) for _, name, zone in _ZONES if f" {name} " in words]
    return max(found, key=lambda pair: pair[0])[1] if found else None
