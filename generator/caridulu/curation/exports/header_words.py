"""Words in the header of a column -> how much they speak for what the column may hold."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from caridulu.search.analysis.spelling import skeleton

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
SENTENCE = 6  # words of a header from which on it is a sentence of a form
SURE_OF_SENTENCE = 0.9  # least weight of a word in such a sentence: "dari" names nobody there
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
        1.0: r"tanggal tgl(?:_?\w+)? date waktu timestamp time hari created kapan",
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
_GROUP = 0.8  # score for the field that a header over several columns names
_DETAIL = re.compile(  # of the data that are asked for
    r"^(?:tahun|periode|level|tingkat|cakupan|wilayah|rincian|variabel|satuan)"
    r"(?: (?:data|wilayah|penyajian|yang|yg|diminta|dibutuhkan|awal|akhir|mulai|sampai))*$"
)
_TEXT = (
    r"(?:percakapan|obrolan|chat|pesan|wa|sms|kata|teks|tulisan|messages?|text|body|article|"
    r"utterance|post)"
)
_ASKER = (
    r"(?:konsumen|pengguna|penanya|pemohon|pelapor|pengunjung|warga|tamu|pelanggan|masuk|"
    r"customer|user|client|visitor|requester|incoming|inbound|first)"
)
_OFFICE = r"(?:petugas|admin|operator|bps|kantor|keluar|agent|bot|staff|outgoing|outbound)"
_BY_WHOM = re.compile(r"\b(?:oleh|answered by|replied by)\b")  # ``dijawab oleh``
_SAID = {  # ``percakapan: petugas``, ``chat masuk``, ``Customer article #1``
    field: re.compile(
        rf"^(?:isi |last )*(?:{_TEXT}\W+{side}|{side}(?:\W+{_TEXT})+)\W*(?:\d+\b.*)?$"
    )
    for field, side in (("question", _ASKER), ("answer", _OFFICE))
}
_INSTRUCTION = re.compile(  # below a header, how to fill in its column
    r"\(.*\)|\W*(?:(?:harap |mohon |wajib )?(?:di)?isi (?:oleh |dengan )?(?:petugas|tamu|"
    r"pengunjung|pemohon|konsumen|pengguna|penanya|admin|operator|jelas|lengkap|singkat|huruf).{0,15}|"
    r"(?:wajib|jangan|tidak perlu) diisi|wajib|opsional|hh?/bb?/tt+|dd?/mm?/yy+|"
    r"(?:contoh|cth|misal)\s*:.{0,60})\W*",
    re.I,
)
_EXAMPLE = re.compile(r"\W*(?:contoh|cth)(?: (?:isi|isian|pengisian|baris))?\W*", re.I)
# ``Tanya lagi``, beside ``Intinya tanya apa``; ``Pertanyaan lanjutan``
_ONCE_MORE = re.compile(r"\b(?:lagi|(?:ke)?lanjutan(?:nya)?|susulan|berikutnya)$")
# Written into a header by the program of a form, ``{{field:nama}}``, or for who fills it in:
# ``Jawaban (diisi petugas)``.
_FILLED_IN = re.compile(r"\{\{[^{}]*\}\}|\((?:di ?)?isi(?:kan)?\b[^()]*\)", re.I)
_LONG_ENOUGH = 5  # consonants by which a word of a header is told without its vowels
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # createdAt


def folded_header(name: str) -> str:
    """Folds a header to be compared: lower case, single spaces, without marks around it."""
    name = _FILLED_IN.sub(" ", name)
    return re.sub(r"[\s_]+", " ", name).strip(" *:.\ufeff").lower()


def spaced_header(name: str) -> str:
    """Folds a header, with blanks between the words of ``createdAt``."""
    return folded_header(_CAMEL.sub(" ", name))


def header_scores(name: str) -> Mapping[str, float]:
    """Gives how much a header speaks for each field, up to 1 for a name of our own list."""
    folded = folded_header(name) if " " in name else spaced_header(name)
    if field := MEANING.get(folded):
        return MappingProxyType({field: 1.0})
    for field, pattern in _SAID.items():
        if pattern.match(folded):
            return MappingProxyType({field: 1.0})
    scores = _word_scores(folded) or _word_scores(_with_vowels(folded))
    if _BY_WHOM.search(folded):
        scores |= {"officer": 1.0, "answer": scores.get("answer", 0.0) * _WEAKENED}
    if scores.get("question", 0.0) >= SURE:
        scores["name"] = scores.get("name", 0.0) * _WEAKENED
    if once_more(name):
        scores |= {field: scores.get(field, 0.0) * _WEAKENED for field in REQUIRED}
    return MappingProxyType({field: score for field, score in scores.items() if score})


@cache
def _words_by_consonants() -> Mapping[str, str]:
    """Maps the consonants of long words of headers to the words; a short form has no vowels."""
    listed = {
        word
        for weights in _WORDS.values()
        for words in weights.values()
        for word in words.split()
        if word.isalpha()
    }
    long = ((skeleton(word), word) for word in sorted(listed))
    return {bones: word for bones, word in long if len(bones) >= _LONG_ENOUGH}


def _with_vowels(folded: str) -> str:
    """Writes words of a header out whose vowels were left out: ``kprluan`` is keperluan."""
    known = _words_by_consonants()
    return re.sub(r"[^\W\d_]+", lambda m: known.get(skeleton(m[0]), m[0]), folded)


def _word_scores(folded: str) -> dict[str, float]:
    """Gives what the words of a folded header say, the strongest of each field."""
    scores: dict[str, float] = {}
    is_sentence = len(folded.split()) >= SENTENCE
    for pattern, field, weight in _PATTERNS:
        if is_sentence and field not in REQUIRED and weight < SURE_OF_SENTENCE:
            continue
        if pattern.search(folded):
            scores[field] = max(scores.get(field, 0.0), weight)
    for strong, weaker in _STRONGER.items():
        for field in weaker:
            if scores.get(strong, 0.0) >= max(SURE, scores.get(field, 0.0) - 0.1):
                scores[field] = scores.get(field, 0.0) * _WEAKENED
    return scores


def is_instruction(cell: str) -> bool:
    """Tells whether a cell only says how to fill in its column: ``(diisi petugas)``."""
    return _INSTRUCTION.fullmatch(cell.strip()) is not None


def begins_example(cell: str) -> bool:
    """Tells whether the first cell of a row says that the row only shows how to fill in."""
    return _EXAMPLE.fullmatch(cell) is not None


def once_more(name: str) -> str:
    """Returns the field that a column goes on with, ``Tanya lagi``; empty for any other column."""
    begun, *more = _ONCE_MORE.split(folded_header(name))
    scores = _word_scores(begun.strip()) if more else {}
    return next((field for field in REQUIRED if scores.get(field, 0.0) >= SURE), "")


def names_detail(name: str) -> bool:
    """Tells whether a column says more closely which data are asked for: their year or level."""
    return _DETAIL.match(folded_header(name)) is not None


def column_scores(name: str, group: str) -> Mapping[str, float]:
    """Gives what a header speaks for, below what stands over it and its neighbours."""
    own = header_scores(name)
    over = header_scores(group) if group else {}
    scores = dict(own)
    if any(own.get(field, 0.0) >= SURE for field in (*PERSONAL, "index", "status")):
        return own
    if max(over.get("answer", 0.0), over.get("officer", 0.0)) >= SURE:
        scores["answer"] = max(_GROUP, own.get("answer", 0.0))
        lost: tuple[str, ...] = ("question", "date", "category", "channel")
    elif over.get("question", 0.0) >= SURE:
        scores["question"] = max(_GROUP, own.get("question", 0.0))
        lost = ("answer", "category")
    else:
        lost = ()
    return MappingProxyType(
        {field: score * (_WEAKENED if field in lost else 1) for field, score in scores.items()}
    )
