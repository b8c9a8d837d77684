"""Words in the header of a column -> how much they speak for what the column may hold."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# Names of the fields, the usual one first: headers that say what the words below would not tell.
ALIASES: dict[str, tuple[str, ...]] = {
    "question": ("pertanyaan", "isi konsultasi", "materi konsultasi"),
    "answer": ("jawaban",),
    "category": ("kategori", "topik", "topic", "subjek", "subject", "jenis data"),
    "date": ("tanggal",),
    "channel": ("kanal", "media", "jenis layanan", "cara konsultasi"),
    "status": ("status",),
    "name": ("nama",),
    "contact": ("kontak",),
    "officer": ("petugas",),
    "profile": ("alamat",),
}
MEANING = {alias: field for field, aliases in ALIASES.items() for alias in aliases}
REQUIRED = ("question", "answer")
PERSONAL = ("name", "contact", "officer", "profile")  # never copied into a draft
SURE = 0.75  # score from which on a header alone says what its column holds

# What the words of a header say, and how strongly; the strongest of a field counts.
_WORDS: Mapping[str, Mapping[float, str]] = {
    "question": {
        1.0: r"\w*tany[ao]\w* questions? query queries enquiry",
        0.9: (
            "permintaan diminta permohonan dimohon inquiry kebutuhan dibutuhkan butuhkan dicari "
            "(?:di)?perlukan (?:di)?inginkan diharapkan mencari (?:anda|kamu).cari dimaksud "
            "(?:di)?konsultasikan"
        ),
        0.8: (
            "permasalahan masalah kendala keluhan pesan message msg uraian konsultasikan "
            r"(?:perlu|mau|butuh|cari|minta|ingin).(?:apa|tahu|tau) \w*takok\w* "
            r"isi.(?:laporan|aduan|pengaduan)"
        ),
        0.6: (
            "deskripsi description rincian detail isi materi request body problem issue "
            "keperluan hajat(?:nya)?"
        ),
        0.4: "konsultasi tujuan maksud perihal hal topik subjek subject judul title",
        0.2: "data",
    },
    "answer": {
        1.0: (
            r"jawab jawaban jw[ab]{1,3}n jawabannya dijawab menjawab answers? balas balasan "
            "dibalas reply replies tanggapan ditanggapi resp[ou]n resp[ou]nse? resp[ou]ns solusi "
            r"solution resolution \w*jawek\w*"
        ),
        0.9: (
            "penyelesaian tindak.?lanjut(?:nya)? penjelasan dijelaskan feedback umpan.balik "
            r"(?:saran|arahan|penjelasan)\W.*petugas"
        ),
        0.7: (
            "penanganan diberikan (?:di)?sampaikan hasil arahan diarahkan rekomendasi saran "
            r"wangsulan\w* waleran bantuan dibantu dikasih diberitahu(?:kan)? dibilang(?:i)?"
        ),
        0.5: "^kami susulan menyusul lanjutan kelanjutan tambahan",
        0.3: "layanan pelayanan keterangan ket catatan notes? komentar comments? output",
    },
    "date": {
        1.0: r"tanggal tgl(?:_?\w+)? date waktu wkt timestamp time hari created kapan",
        0.5: "bulan tahun jam pukul periode masuk diterima opened received",
    },
    "later": {
        1.0: (
            "selesai tutup closed updated resolved diedit edited "
            "(?<!tanggapan.)(?<!jawaban.)(?<!laporan.)akhir berakhir lahir"
        )
    },
    "category": {
        0.9: "kategori category (?<!petugas.)klasifikasi tema tags?",
        0.7: "topik topic jenis bidang subjek rumpun",
    },
    "title": {0.8: "subject judul title perihal ringkasan summary"},
    "channel": {
        0.9: "kanal channel saluran via platform sarana",
        0.7: "media cara melalui sumber source",
    },
    "status": {
        1.0: (
            "status state keadaan progress? prioritas priority "
            r"(?:(?:sudah|sdh).(?:ter|di)?|ter)(?:jawab|layani|penuhi|balas|tangani) "
            r"dilayani\W+(?:y|ya)\b"
        ),
        0.5: "ket keterangan paraf ttd tanda.tangan",
    },
    "named": {1.0: "nama name namanya"},
    "name": {
        1.0: "nama name namanya",
        0.9: "penanya pemohon pelapor pengunjung pengguna konsumen pelanggan customer requester",
        0.8: "reporter tamu pengirim sender dari from klien client responden user penelepon siapa",
    },
    "contact": {
        0.9: (
            "hp telp telepon tlp telpon handphone ponsel wa whatsapp e-?mail surel phone kontak "
            "contact nik ktp npwp nim nip nisn identitas"
        )
    },
    "officer": {
        0.9: (
            "petugas officer operator konsultan agent assignee pic penerima admin oleh assigned "
            "(?:ber|ke)?temu menemui ditemui dituju"
        )
    },
    "profile": {
        0.9: (
            "instansi asal lembaga institusi organi[sz]asi organi[sz]ation alamat address "
            "pekerjaan profesi pendidikan kelamin jk umur usia kampus universitas jabatan "
            "gender unit"
        )
    },
    "other": {1.0: "jumlah skor nilai rating kepuasan puas durasi lama biaya score total internal"},
    "suggestion": {  # of who was answered: how to do better
        1.0: (
            r"kritik saran\W+(?:dan.)?(?:keluhan|kritik|masukan) "
            r"(?:keluhan|masukan)\W+(?:dan.)?saran"
        )
    },
    "purpose": {
        0.9: "(?:di(?:per)?|peng)gunakan penggunaan pemanfaatan dimanfaatkan tujuan.penggunaan"
    },
    "index": {0.8: "no nomor id kode tiket ticket urut nr key registrasi number"},
}
_PATTERNS = tuple(
    (re.compile(rf"\b(?:{'|'.join(words.split())})(?:nya)?\b"), field, weight)
    for field, weights in _WORDS.items()
    for weight, words in weights.items()
)
# A column that is named after a day, a state or a number of the question holds no question.
_STRONGER = {
    "date": ("question", "answer", "name", "officer", "index"),
    "later": ("question", "answer", "name", "officer", "date", "index"),
    "status": ("question", "answer", "name", "officer"),
    "named": ("question", "answer"),
    "other": ("question", "answer", "index"),
    "category": ("answer",),
    "suggestion": ("question", "answer"),
    "channel": ("question", "answer"),
    "contact": ("index", "name", "officer"),
    "answer": ("question", "officer", "index", "status"),
    "officer": ("name",),
    "purpose": ("question", "answer"),
    "profile": ("name", "index", "category", "channel"),
}
_WEAKENED = 0.3  # factor for a field where a stronger one speaks against it
_BY_WHOM = re.compile(r"\b(?:oleh|answered by|replied by)\b")  # ``dijawab oleh``
# ``Tanya lagi``, beside ``Intinya tanya apa``; ``Pertanyaan lanjutan``
_ONCE_MORE = re.compile(r"\b(?:lagi|(?:ke)?lanjutan(?:nya)?|susulan|berikutnya)$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # createdAt


def folded_header(name: str) -> str:
    """Folds a header to be compared: lower case, single spaces, without marks around it."""
    return re.sub(r"[\s_]+", " ", name).strip(" *:.\ufeff").lower()


def spaced_header(name: str) -> str:
    """Folds a header, with blanks between the words of ``createdAt``."""
    return folded_header(_CAMEL.sub(" ", name))


def header_scores(name: str) -> Mapping[str, float]:
    """Gives how much a header speaks for each field, up to 1 for a name of our own list."""
    folded = folded_header(name) if " " in name else spaced_header(name)
    if field := MEANING.get(folded):
        return MappingProxyType({field: 1.0})
    scores = _word_scores(folded)
    if _BY_WHOM.search(folded):
        scores |= {"officer": 1.0, "answer": scores.get("answer", 0.0) * _WEAKENED}
    if scores.get("question", 0.0) >= SURE:
        scores["name"] = scores.get("name", 0.0) * _WEAKENED
    if once_more(name):
        scores |= {field: scores.get(field, 0.0) * _WEAKENED for field in REQUIRED}
    return MappingProxyType({field: score for field, score in scores.items() if score})


def _word_scores(folded: str) -> dict[str, float]:
    """Gives what the words of a folded header say, the strongest of each field."""
    scores: dict[str, float] = {}
    for pattern, field, weight in _PATTERNS:
        if pattern.search(folded):
            scores[field] = max(scores.get(field, 0.0), weight)
    for strong, weaker in _STRONGER.items():
        for field in weaker:
            if scores.get(strong, 0.0) >= max(SURE, scores.get(field, 0.0) - 0.1):
                scores[field] = scores.get(field, 0.0) * _WEAKENED
    return scores


def is_instruction(cell: str) -> bool:
    """Tells whether a cell only says how to fill in its column: ``(diisi petugas)``."""
    return cell.startswith("(") and cell.endswith(")")


def once_more(name: str) -> str:
    """Returns the field that a column goes on with, ``Tanya lagi``; empty for any other column."""
    begun, *more = _ONCE_MORE.split(folded_header(name))
    scores = _word_scores(begun.strip()) if more else {}
    return next((field for field in REQUIRED if scores.get(field, 0.0) >= SURE), "")
