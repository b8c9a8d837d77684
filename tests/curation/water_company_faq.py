"""The public FAQ of a water company that nobody has: 92 questions in eight categories.

Among them are two that are nearly the same, one fact told with two numbers, a person, and a number
that is nobody's.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import StringIO

ADDRESS = "https://air.tirtarasa.example/tanya-jawab"
OFFICE = "Perumda Air Minum Tirta Rasa"


@dataclass(frozen=True)
class Row:
    """A question of the FAQ."""

    category: str
    question: str
    answer: str  # lines: a paragraph, or an item behind "- "


def rows() -> Iterator[Row]:
    """Reads the FAQ below."""
    category = question = ""
    for line in FAQ.strip().split("\n"):
        if line.startswith("# "):
            category = line[2:]
        elif line.startswith("? "):
            question = line[2:]
        elif line.strip():
            yield Row(category, question, line.replace(" / ", "\n"))


def as_csv() -> str:
    """Writes it as a table."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(("Kategori", "Pertanyaan", "Jawaban"))
    writer.writerows((row.category, row.question, row.answer) for row in rows())
    return stream.getvalue()


def as_page() -> str:
    """Writes it as a web page on which each answer unfolds."""
    parts = ["<!doctype html><html lang=id><head><meta charset=utf-8>",
             f"<title>Tanya Jawab {OFFICE}</title></head><body><nav><a href=/>Beranda</a></nav>",
             "<main><h1>Tanya Jawab</h1>"]  # fmt: skip
    before = ""
    for row in rows():
        if row.category != before:
            parts.append(f"<h2>{escape(row.category)}</h2>")
            before = row.category
        parts.append(f"<details><summary>{escape(row.question)}</summary>{_html(row.answer)}")
        parts.append("</details>")
    return "\n".join([*parts, "</main><footer>Hak cipta</footer></body></html>"])


def _html(answer: str) -> str:
    lines = answer.split("\n")
    items = "".join(f"<li>{escape(line[2:])}</li>" for line in lines if line.startswith("- "))
    plain = "".join(f"<p>{escape(line)}</p>" for line in lines if not line.startswith("- "))
    return plain + (f"<ul>{items}</ul>" if items else "")


FAQ = """
# Sambungan baru
? Bagaimana cara mendaftar sambungan baru?
Datang ke loket pelanggan atau isi formulir di laman, lalu petugas menyurvei lokasi.
? Apa saja syarat sambungan baru rumah tangga?
Siapkan berkas berikut: / - salinan KTP pemilik / - salinan PBB terakhir / - denah lokasi rumah
? Berapa biaya pemasangan sambungan baru?
Biaya pemasangan dihitung setelah survei, menurut jarak rumah ke pipa terdekat.
? Berapa lama sambungan baru dipasang setelah dibayar?
Pemasangan sambungan baru selesai dalam 7 hari kerja setelah pembayaran diterima loket.
? Bolehkah penyewa mengajukan sambungan air?
Boleh, dengan surat persetujuan bermeterai dari pemilik bangunan.
? Apakah satu persil boleh memiliki dua meter air?
Boleh bila bangunannya terpisah dan masing-masing punya alamat sendiri.
? Apa yang disurvei petugas sebelum pemasangan?
Petugas mengukur jarak pipa, tekanan air, dan tempat meter akan dipasang.
? Bagaimana mengetahui hasil survei lokasi?
Hasil survei dikirim lewat pesan singkat dan dapat dilihat di laman dengan nomor pendaftaran.
? Mengapa permohonan sambungan saya ditolak?
Umumnya karena pipa distribusi belum menjangkau jalan itu atau tekanan airnya kurang.
? Bisakah biaya pemasangan dicicil?
Bisa, paling banyak empat kali, bagi golongan rumah tangga sederhana.
? Bagaimana sambungan untuk rumah ibadah dan sekolah?
Ajukan sebagai golongan sosial dengan surat keterangan dari kelurahan.
? Apakah tersedia sambungan sementara untuk proyek?
Tersedia, dengan uang jaminan yang dikembalikan ketika sambungan ditutup.

# Tagihan dan pembayaran
? Di mana tagihan air dapat dibayar?
Di loket kami, kantor pos, minimarket, bank, dan dompet digital yang bekerja sama.
? Kapan batas akhir pembayaran tagihan bulanan?
Tagihan dibayar paling lambat tanggal 20 setiap bulan.
? Berapa denda keterlambatan pembayaran?
Denda keterlambatan 10.000 rupiah untuk setiap bulan tagihan.
? Bagaimana cara melihat tagihan bulan ini?
Ketik nomor pelanggan di menu Cek Tagihan pada laman.
? Mengapa tagihan saya naik padahal pemakaian biasa?
Periksa kebocoran setelah meter, tutup semua keran, lalu lihat apakah meter tetap berputar.
? Bagaimana mengajukan keberatan atas tagihan?
Bawa foto angka meter ke loket pelanggan sebelum jatuh tempo.
? Apakah tagihan dikirim dalam bentuk kertas?
Tidak, tagihan dikirim lewat surel dan pesan singkat.
? Bisakah tagihan dibayar untuk beberapa bulan di muka?
Belum bisa, karena pemakaian dihitung setelah meter dibaca.
? Bagaimana memperoleh bukti bayar yang hilang?
Cetak ulang di laman pada menu Riwayat Pembayaran.
? Apa arti biaya administrasi dan pemeliharaan meter?
Biaya itu untuk membaca meter, mencetak rekening, dan mengganti meter yang aus.
? Bagaimana membayar tunggakan lama?
Datang ke loket pelanggan untuk membuat perjanjian cicilan tunggakan.
? Apakah pembayaran dapat didebit otomatis?
Dapat, dengan mengisi surat kuasa debit di bank tempat menabung.
? Kepada siapa menanyakan pembayaran yang belum masuk?
Hubungi Bapak Darmansyah Lubuk di nomor 0839-5511-2207 dengan bukti transfer.

# Tarif
? Bagaimana tarif air dihitung?
Tarif dihitung per meter kubik menurut golongan pelanggan dan blok pemakaian.
? Apa saja golongan pelanggan?
Golongannya: / - sosial / - rumah tangga / - niaga / - industri
? Bagaimana cara mengubah golongan tarif?
Ajukan perubahan di loket dengan bukti penggunaan bangunan.
? Apakah ada tarif khusus untuk keluarga tidak mampu?
Ada, untuk keluarga dalam data kesejahteraan sosial dengan pemakaian di bawah 10 meter kubik.
? Apa itu pemakaian minimum?
Pemakaian minimum ialah volume yang tetap ditagih walaupun air dipakai lebih sedikit.
? Siapa yang menetapkan tarif air?
Kepala daerah menetapkannya setelah usulan dibahas dengan wakil pelanggan.
? Kapan tarif terakhir disesuaikan?
Tanggal penyesuaian terakhir tercantum di halaman Tarif pada laman.
? Mengapa tarif niaga lebih tinggi daripada rumah tangga?
Karena subsidi silang: pelanggan niaga ikut menanggung air pelanggan sosial.
? Apakah tarif malam berbeda dengan tarif siang?
Tidak berbeda, tarif sama sepanjang hari.
? Bagaimana tarif air curah untuk mobil tangki?
Air tangki dihitung per tangki ditambah biaya angkut menurut jarak.
? Di mana melihat tabel tarif yang berlaku?
Tabel tarif ada di halaman Tarif dan di papan pengumuman loket.

# Gangguan aliran
? Mengapa air di rumah saya mati?
Lihat dahulu pengumuman gangguan di laman, mungkin sedang ada perbaikan pipa.
? Bagaimana melaporkan pipa bocor di jalan?
Kirim foto dan letaknya lewat menu Lapor Bocor, tanpa perlu nomor pelanggan.
? Berapa lama kebocoran pipa diperbaiki?
Kebocoran pipa distribusi diperbaiki dalam 2 hari kerja setelah laporan diterima petugas.
? Kapan kebocoran pipa distribusi selesai diperbaiki?
Kebocoran pipa distribusi diperbaiki dalam 3 hari kerja setelah laporan diterima petugas.
? Mengapa tekanan air lemah pada pagi hari?
Pemakaian paling tinggi terjadi pada pukul enam sampai delapan, tampunglah pada malam hari.
? Apakah pelanggan mendapat air tangki saat gangguan lama?
Ya, bila aliran berhenti lebih dari sehari, tangki dikirim tanpa biaya ke titik kumpul.
? Bagaimana mengetahui jadwal perbaikan jaringan?
Jadwal diumumkan di laman dan lewat pesan singkat tiga hari sebelumnya.
? Apakah ada potongan tagihan karena air mati?
Ada, bila aliran berhenti lebih dari tujuh hari berturut-turut.
? Siapa yang memperbaiki pipa setelah meter?
Pipa setelah meter milik pelanggan, perbaikannya menjadi tanggungan pelanggan.
? Apa yang dilakukan bila air keluar bercampur udara?
Buka keran perlahan beberapa menit sampai udara di pipa habis.
? Mengapa air mati setelah hujan lebat?
Air baku menjadi terlalu keruh, sehingga pengolahan dihentikan sementara.
? Bagaimana melaporkan hidran yang rusak?
Laporkan lewat menu Lapor Bocor dengan memilih jenis Hidran.

# Meter air
? Bagaimana cara membaca meter air?
Catat angka hitam saja, angka merah menunjukkan bagian dari satu meter kubik.
? Kapan petugas membaca meter?
Antara tanggal 1 dan 10 setiap bulan.
? Bisakah pelanggan mengirim angka meter sendiri?
Bisa, kirim foto meter lewat laman sebelum tanggal 10.
? Apa akibatnya bila meter tidak terbaca petugas?
Pemakaian ditaksir dari rata-rata tiga bulan terakhir.
? Bagaimana bila kaca meter buram atau pecah?
Laporkan ke loket, meter yang aus diganti tanpa biaya.
? Siapa yang menanggung meter yang hilang dicuri?
Pelanggan menanggung harga meter, lampirkan surat kehilangan dari polisi.
? Bolehkah meter dipindahkan ke tempat lain?
Boleh, lewat permohonan pindah meter. Pelanggan tidak boleh memindahkannya sendiri.
? Bagaimana meminta pengujian ketelitian meter?
Ajukan uji tera di loket, biayanya dikembalikan bila meter terbukti salah.
? Berapa umur pakai sebuah meter air?
Meter diganti setiap lima tahun atau bila hasil ujinya menyimpang.
? Mengapa meter berputar walau keran ditutup?
Itu tanda kebocoran setelah meter, periksa kloset dan bak penampung.
? Apakah pagar boleh menutup meter?
Tidak boleh, petugas harus dapat membaca meter dari luar pagar.

# Mutu air
? Apakah air keran boleh langsung diminum?
Belum, rebus dahulu sampai mendidih.
? Mengapa air berbau kaporit?
Bau itu dari sisa klor yang membunuh kuman, hilang bila air didiamkan di wadah terbuka.
? Mengapa air berwarna kecokelatan setelah perbaikan?
Endapan pipa terbawa aliran, buang air selama beberapa menit sampai jernih.
? Di mana melihat hasil uji laboratorium?
Hasil uji bulanan dimuat di halaman Mutu Air.
? Bagaimana meminta uji air di rumah?
Ajukan di loket, petugas mengambil contoh air dari keran paling dekat meter.
? Dari mana sumber air yang diolah?
Dari sungai dan mata air yang disebut di halaman Sumber Air.
? Apakah kadar kapur dalam air berbahaya?
Kadarnya di bawah batas, kerak pada ketel dapat dibersihkan dengan cuka.
? Seberapa sering bak penampung sebaiknya dikuras?
Kuras bak setidaknya setiap enam bulan.
? Apa arti kekeruhan dalam satuan NTU?
NTU menunjukkan banyaknya butir halus dalam air, makin kecil makin jernih.
? Apakah air diperiksa setiap hari?
Ya, petugas laboratorium memeriksa kekeruhan, keasaman, dan sisa klor setiap hari.
? Bagaimana bila air berbau solar?
Jangan dipakai, tutup keran utama dan segera laporkan lewat saluran darurat.

# Perubahan data pelanggan
? Bagaimana cara balik nama pelanggan?
Bawa salinan akta jual beli atau surat waris ke loket, tanpa tunggakan.
? Berapa biaya balik nama pelanggan?
Balik nama tidak dipungut biaya.
? Bagaimana mengganti nomor telepon yang terdaftar?
Ubah di menu Profil pada laman dengan kode yang dikirim ke nomor lama.
? Bagaimana cara menutup sambungan untuk sementara?
Ajukan tutup sementara di loket, paling lama dua belas bulan.
? Bagaimana membuka kembali sambungan yang ditutup?
Lunasi tunggakan dan biaya buka, aliran dibuka pada hari kerja berikutnya.
? Apa yang terjadi bila sambungan diputus karena menunggak?
Meter diangkat setelah tiga bulan tunggakan, pemasangan kembali seperti sambungan baru.
? Bagaimana bila rumah dijual kepada orang lain?
Selesaikan tagihan terakhir bersama pembeli, lalu balik nama.
? Apakah nomor pelanggan berubah setelah balik nama?
Tidak berubah, hanya namanya yang diganti.
? Bagaimana memperbaiki alamat yang salah di rekening?
Kirim foto rekening dan KTP lewat menu Ubah Data.
? Apakah data pelanggan diberikan kepada pihak lain?
Tidak, kecuali diminta pengadilan.

# Layanan dan pengaduan
? Di mana loket pelanggan berada?
Loket utama di kantor pusat, loket bantu di tiga kecamatan menurut daftar di laman.
? Apakah loket melayani pada jam istirahat?
Ya, petugas bergantian sehingga loket tetap buka.
? Bagaimana cara mengadukan sikap petugas?
Isi formulir pengaduan di laman atau kotak saran di loket, nama pengadu dirahasiakan.
? Berapa lama pengaduan dijawab?
Pengaduan dijawab dalam lima hari kerja.
? Bagaimana memantau pengaduan yang sudah dikirim?
Ketik nomor tiket di menu Pantau Pengaduan.
? Apakah ada layanan untuk penyandang disabilitas?
Ada kursi roda, jalur landai, dan petugas pendamping di loket utama.
? Bagaimana mengenali petugas yang asli?
Petugas memakai seragam dan kartu bernama, mintalah surat tugas bila ragu.
? Apakah petugas boleh menerima uang dari pelanggan?
Tidak, semua pembayaran hanya lewat loket dan mitra resmi.
? Bisakah sekolah mengunjungi instalasi pengolahan?
Bisa, kirim surat permohonan dua minggu sebelumnya.
? Bagaimana mahasiswa meminta data untuk penelitian?
Ajukan surat dari kampus kepada bagian hubungan pelanggan.
? Bagaimana cara memesan air tangki?
Pesan lewat loket atau laman, bayar lebih dahulu, lalu tangki dikirim menurut antrean.
? Apakah tersedia lowongan kerja?
Lowongan hanya diumumkan di laman, tanpa biaya apa pun.
"""
