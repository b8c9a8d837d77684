"""A phrasing -> its subject, matters, and the kind of information wanted: cost, procedure.

``bikin KTP bayar brp`` is about ``ktp`` and wants its cost, ``KTP ilang ngurusnya gmn`` is about
``ktp`` and ``hilang`` and wants the way. Words that name one thing are one term.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caridulu.curation.lifecycle.matters import Matters
from caridulu.search.analysis.real_words import real_terms
from caridulu.search.analysis.spelling import edit_distance, skeleton
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.thesaurus import MAX_FORM, lexicon_names

WAY = "way"
SHORTEST_MISSPELT = 4  # letters
# Looked for in this order in standard spelling; what one has read, the next does not see.
_NEEDS = {
    "contact": r"(?:nomor|no|nmr|kontak) (?:telepon|telp|tlp|hp|wa|whatsapp|kontak|darurat|kantor|"
    r"pengaduan)|telepon|telpon|call center|hotline|kontak|(?:di)?hubungi\w*(?: ke mana| siapa)?|"
    r"alamat (?:email|surel)|email|surel",
    "duration": r"berapa (?:lama|hari|minggu|bulan)"
    r"(?: \w*(?:selesai|jadi|proses|terbit|keluar)\w*)?|"
    r"(?:sampai )?kapan(?: \w+)? (?:jadi|selesai)\w*|"
    r"lama(?:nya)?(?: \w+)? (?:jadi|selesai|proses)\w*|"
    r"(?:jadi|selesai)\w* (?:kapan|berapa hari|berapa lama)|"
    r"lama(?:nya)?(?= (?:pem|pen|pro|pin|per|ber|cut|urus|mengurus|bikin|buat)\w*)|"
    r"(?:masa )?berlaku\w*(?: sampai kapan| berapa lama)?",
    WAY: r"(?:per)?syarat(?:an)?(?:nya)?|(?:tata )?cara\w*|prosedur\w*|alur\w*|bagaimana\w*|"
    r"(?:harus |perlu )?(?:bawa|siapkan|disiapkan|butuh|perlu) apa|berkas\w*|"
    r"dokumen(?:nya)?(?: apa)?|langkah\w*|mekanisme|ketentuan\w*|kelengkapan|proses\w*|"
    r"(?:daftar|ajukan|bikin|buat|ganti|cetak|perpanjang)(?:nya)? (?:di|ke) mana|"
    r"\w*urus(?:nya|an|in)?(?: (?:di|ke) mana)?",
    "meaning": r"apa itu|itu apa|(?:apa )?arti\w*|pengertian|definisi|maksudnya|kepanjangan|"
    r"singkatan|(?:apa )?(?:manfaat|kegunaan|guna|fungsi)\w*|(?:untuk|buat) apa",
    "cost": r"(?:berapa )?(?:biaya|tarif|ongkos|harga|karcis|htm)\w*(?: berapa)?|"
    r"(?:di)?(?:bayar|kena)\w*(?: uang)? berapa\w*|berapa (?:bayar\w*|duit|uang|rupiah|kena)|"
    r"bayar(?= (?:atau|tidak|apa)|$)|gratis(?= atau| tidak| kah|$)|mahal\w*|"
    r"(?:se)?(?:kilo|karung|malam|liter|ekor|ikat) berapa",
    "time": r"kapan\w*|jadwal\w*|(?:tanggal|hari|jam|pukul|bulan|periode)(?: berapa| apa)+|"
    r"jam (?=buka|tutup|operasional|layanan|pelayanan|besuk|kunjung|kerja)|jatuh tempo|"
    r"batas waktu|periode|masih (?:di)?buka|(?:buka|tutup) (?=hari|sabtu|minggu|senin|jumat)",
    "place": r"di mana|alamat\w*|lokasi\w*|letak\w*|sebelah mana|"
    r"tempat(?:nya)?(?= (?:bayar|daftar|rekam|ambil|buat|cetak|urus))",
    "status": r"sudah (?:jadi|selesai|diproses|keluar)(?: belum)?|(?:sudah )?sampai mana|status\w*",
}
_NEED_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _NEEDS.items()}
# Words that say nothing of the subject, beside the stop words and question words of the search:
# those that ask for a figure, for a service, or say when and for whom.
_EMPTY = """
    jumlah banyak banyaknya angka data total nilai persen persentase tingkat besar besarnya
    besaran statistik tabel info informasi ton kg hektar hektare ha ekor orang unit buah jiwa
    tahun bulan hari sekilo kilo kilogram kali tiap per kab kabupaten kota terbaru terakhir lengkap
    sekarang bikin membuat pembuatan urus mengurus pengurusan bawa butuh mengajukan pengajuan
    ajukan permohonan permintaan lapor melapor laporkan pakai memakai gunakan guna kena berupa habis
    setelah layanan pelayanan kantor secara sampai kemana sedang biar ikut mengikuti masuk lewat
    melalui kemarin besok lalu depan sejak terus dulu langsung sendiri sama milik dekat belakang
    bagian umum warga masyarakat bagus baik sekalian antar mulai selesai hasil utama jenis macam
    resmi khusus mencari tanya hubungi mendapatkan mendapat terima menerima peroleh siapkan
    disiapkan perihal soal
"""


@dataclass(frozen=True)
class SoughtPhrase:
    """What a phrasing is about, and what is wanted of it; often nothing is said of that."""

    subject: frozenset[str]  # terms
    needs: frozenset[str]
    matters: frozenset[str]  # by their usual names
    beside: frozenset[str]  # terms that name none of these


def read_phrases(phrases: Sequence[str], index: SearchIndex) -> list[SoughtPhrase]:
    """Reads phrasings with the office's lexicon; a word misspelt in one is mended by the others."""
    reader = _Reader(phrases, index)
    return [reader.phrase(text) for text in phrases]


def empty_terms(index: SearchIndex) -> frozenset[str]:
    """Returns the terms that say nothing of a subject: stop words, words for figures, places."""
    analyzer = index.analyzer
    empty = {*_EMPTY.split(), *analyzer.language.weak, *analyzer.language.stop_words}
    return frozenset(map(analyzer.term, empty)) | index.place_terms


class CanonicalTerms:
    """Maps words, also several together, that name one thing to one term."""

    def __init__(self, index: SearchIndex) -> None:
        self._analyzer = index.analyzer
        lexicon = (lexicon_names(term) for term in index.lexicon.terms)
        plain = (tuple(form for form in one if not self._is_everyday(form)) for one in lexicon)
        listed = (
            tuple(form for form in one if not self._is_read_as_empty(form))
            for one in self._analyzer.language.same_words
        )
        groups = (*listed, *plain)
        self._leads: dict[tuple[str, ...], tuple[str, ...]] = {}
        for group in filter(None, groups):
            first, *others = (tuple(self._analyzer.terms(form)[:MAX_FORM]) for form in group)
            for other in others:
                self._leads[self._root(other)] = self._root(first)

    def _is_everyday(self, form: str) -> bool:
        """Tells whether an office's word is an ordinary one for everybody else: APK is aplikasi."""
        terms = self._analyzer.terms(form)
        return len(terms) == 1 and terms[0] in real_terms()

    def _is_read_as_empty(self, form: str) -> bool:
        """Tells whether a short form is chat spelling of a word that says nothing: DPT is dapat."""
        words = self._analyzer.words(form)
        return words != [form] and self._analyzer.language.function_words.issuperset(words)

    def _root(self, form: tuple[str, ...]) -> tuple[str, ...]:
        while self._leads.setdefault(form, form) != form:
            form = self._leads[form]
        return form

    def knows(self, term: str) -> bool:
        """Tells whether a term alone names something listed."""
        return (term,) in self._leads

    def terms(self, words: Iterable[str]) -> list[str]:
        """Returns the terms of words in standard spelling; the longest names are read first."""
        terms = [self._analyzer.term(word) for word in words]
        found, at = [], 0
        while at < len(terms):
            stretches = (tuple(terms[at : at + size]) for size in range(MAX_FORM, 0, -1))
            form = next((one for one in stretches if one in self._leads), (terms[at],))
            found.append(" ".join(self._root(form)))
            at += len(form)
        return found


class _Reader:
    def __init__(self, phrases: Sequence[str], index: SearchIndex) -> None:
        self._index, self._analyzer = index, index.analyzer
        self._canonical = CanonicalTerms(index)
        self._empty = empty_terms(index)
        self._matters = Matters(index.analyzer, empty=self._empty)
        self._written = Counter(w for text in phrases for w in set(self._analyzer.words(text)))
        self._listed = sorted(self._written)

    def phrase(self, text: str) -> SoughtPhrase:
        words = [self._mended(word) for word in self._analyzer.words(text)]
        needs, rest = _needs_in(" ".join(words))
        subject = self._content_words(rest.split()) or self._content_words(words) or words
        matters, beside = self._matters.read(words, places=self._index.place_terms)
        _, rest = _needs_in(" ".join(beside))
        return SoughtPhrase(
            subject=frozenset(subject),
            needs=frozenset(needs - {WAY} or needs),
            matters=matters,
            beside=frozenset(self._content_words(rest.split())),
        )

    def _content_words(self, words: Iterable[str]) -> list[str]:
        terms = self._canonical.terms(words)
        return [term for term in terms if term not in self._empty and not term.isdigit()]

    def _mended(self, word: str) -> str:
        """Reads a word that only one phrasing has and that is none as another one's, if near.

        Rather one with the same consonants: ``desl`` is ``desil``, not ``desa``.
        """
        term = self._analyzer.term(word)
        is_alone = self._written[word] < 2 and len(word) >= SHORTEST_MISSPELT and word.isalpha()
        is_known = self._canonical.knows(term) or term in real_terms()
        if not is_alone or is_known or self._index.term(term) is not None:
            return word
        near = [
            other
            for other in self._listed
            if other[0] == word[0] and abs(len(other) - len(word)) < 2 and other != word
            if edit_distance(word, other, 1) == 1
        ]
        return min(near, key=lambda other: skeleton(other) != skeleton(word), default=word)


def _needs_in(text: str) -> tuple[set[str], str]:
    """Takes the needs out of a text in standard spelling; returns them and the rest."""
    needs = set()
    for name, pattern in _NEED_PATTERNS.items():
        text, count = pattern.subn(" ", text)
        if count:
            needs.add(name)
    return needs, text
