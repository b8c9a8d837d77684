"""Prints how many times faster ``best_hits`` is: python tests/benchmarks/best_hits.py

Questions of one office are alike; each is searched among all of them, as a check does. Measured in
one run, processor time: 2.4 times at 4,000 questions, 2.1 times at 15,000; below 2,000, nothing.
"""

import random
import sys
import time
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from caridulu.knowledge import Lexicon
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.best_hits import best_hits
from caridulu.search.query.ranking import search

SEARCHED = 300
ASKED = (
    "Apa saja syarat {}?", "Berapa lama {} selesai?", "Berapa biaya {}?", "Di mana mengurus {}?",
    "Bagaimana cara mengurus {}?", "Apakah {} dapat diwakilkan?", "Kapan {} dapat diambil?",
    "Siapa yang berhak atas {}?", "Mengapa permohonan {} ditolak?", "Apakah {} bisa daring?",
)  # fmt: skip
SERVICES = (
    "kartu keluarga", "akta kelahiran", "akta kematian", "kartu identitas anak", "surat pindah",
    "surat datang", "akta perkawinan", "izin usaha mikro", "izin reklame", "izin praktik bidan",
    "izin apotek", "sertifikat laik sehat", "surat tanah", "pajak bumi", "pajak restoran",
    "retribusi pasar", "kios pasar", "sewa gedung", "sewa alat berat", "uji kendaraan",
    "izin trayek", "parkir langganan", "sedot tinja", "air tangki", "pemakaman umum",
    "beasiswa daerah", "bantuan bibit", "vaksin ternak", "kartu tani", "pupuk bersubsidi",
    "pelatihan kerja", "kartu pencari kerja", "data statistik", "peta wilayah",
)  # fmt: skip
KINDS = (
    "baru", "hilang", "rusak", "bagi warga pindahan", "bagi lansia", "untuk anak", "perpanjangan",
    "bagi penyandang disabilitas", "untuk badan usaha", "karena salah tulis", "untuk pelajar",
    "bagi warga luar daerah", "bagi pensiunan", "untuk pasangan menikah", "bagi perantau",
    "untuk rumah kontrakan", "karena bencana", "bagi petani", "untuk nelayan", "bagi pedagang",
    "untuk koperasi", "bagi yayasan", "untuk sekolah", "bagi puskesmas", "untuk desa",
    "bagi kelurahan", "untuk kecamatan", "bagi investor", "untuk wisatawan", "untuk guru",
    "bagi perawat", "untuk pekerja migran", "bagi mahasiswa", "untuk panti", "bagi tempat ibadah",
    "untuk pasar malam", "untuk taman bacaan", "bagi pengrajin", "untuk peternak", "bagi pelaut",
    "untuk relawan", "bagi penyewa", "untuk ahli waris", "bagi wali", "untuk duta wisata",
)  # fmt: skip


def questions(count: int) -> list[str]:
    """Draws questions of which no two are the same."""
    every = [
        asked.format(f"{service} {kind}")
        for asked, service, kind in product(ASKED, SERVICES, KINDS)
    ]
    return random.Random(7).sample(every, count)


def main() -> None:
    for count in (1_000, 4_000, 15_000):
        listed = questions(count)
        items = tuple(Item(f"e{n}", one, "Datang ke loket.") for n, one in enumerate(listed))
        index = SearchIndex.of_items(items, Lexicon())
        asked = listed[:SEARCHED]
        for one in asked:  # terms are read when they are first asked for
            best_hits(index, one, limit=5)
        begun = time.process_time()
        whole = [search(index, one, limit=5).hits for one in asked]
        middle = time.process_time()
        best = [best_hits(index, one, limit=5) for one in asked]
        ended = time.process_time()
        ratio = (middle - begun) / (ended - middle)
        print(f"{count} questions: {ratio:.1f} times, the same hits: {whole == best}")


if __name__ == "__main__":
    main()
