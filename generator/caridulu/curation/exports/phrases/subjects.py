"""What a text is about by itself: the words that name a matter, and whether they are enough."""

import re

from caridulu.curation.exports.phrases.words import GENERAL, STEM, cached, content_words

STANDS_ALONE = 3  # content words with which a question needs nothing before it
NAMED_BEFORE = 2  # content words before a pointer that it may mean
STANDS_WITH_POINTER = 5  # when it points back: ``dia``, ``itu``, ``syaratnya``
# A word for what was said before: ``dia``, ``link yang kemarin``, ``syaratnya``.
_POINTS = re.compile(
    r"^\W*(?:apa(?:kah)? )?(?:\w+ )?(?:itu|ini|tadi)\b|"
    r"\b(?:dia|beliau|mereka|tersebut|tsb|begitu|demikian|"
    r"(?:yang|yg) (?:mana|itu|tadi|kemarin|barusan|semalam)|which one|they|them|these|those|"
    r"\w{3,}ny[ao])\b",
    re.I,
)
# Words in ``nya`` that point at nothing.
_NYA = frozenset({"hanya", "tanya", "punya", "biasanya", "sebenarnya", "sebaiknya", "sebelumnya",
                  "kayaknya", "rasanya", "katanya", "bertanya", "nanya", "misalnya"})  # fmt: skip
# What is asked about a matter, rather than the matter: its cost, its time, its form.
_CIRCUMSTANCE_WORDS = """
    bayar berbayar biaya brp brapa gratis tarif harga lama hari jam buka tutup senin selasa
    rabu kamis jumat sabtu minggu online syarat berkas surat bawa foto fotokopi materai cara
    tahun bulan terakhir terbaru periode halaman sumber sumbernya formatnya available cost free long
    proses prosedur alur langkah selesai dokumen formulir
"""
CIRCUMSTANCES = GENERAL.union(word[:STEM] for word in _CIRCUMSTANCE_WORDS.split())
# A predicate whose subject stood before: ``bisa diperpanjang lewat WA``, ``apa tersedia per umur``.
# ``Dinas``, ``disdukcapil``, ``direktur``, ``dirjen``, ``disabilitas`` and the like are no verbs.
_PREDICATE = re.compile(
    r"^\W*(?:(?:dan|apa(?:kah)?|masih|sudah|juga|bisa(?:kah)?|boleh(?:kah)?|dapat(?:kah)?|harus(?:kah)?|"
    r"wajib(?:kah)?|perlu(?:kah)?|akan|tetap) )+"
    r"(?:di(?!nas\b|sduk|rek|rjen|sab|gital|strik|skon)\w{4,}|tersedia|ada)\b(?: lagi| ulang)?",
    re.I,
)
# ``kok jauh lebih kecil dari laporan kami?``, ``kenapa angka 2019 di web beda?``: what is smaller,
# and which figure, was named before.
_WHY_SO = re.compile(
    r"^\W*(?:dan |lalu |terus )?(?:kok|kenapa|knp|mengapa)\W+(?:ya )?"
    r"(?:(?:angka|data|nilai|hasil)(?:nya)?(?: (?:bps|(?:tahun )?\d{4}))?"
    r"(?: (?:(?:yang|yg) )?(?:di|pada|dari|dalam) \w+)?(?: sekarang)? )?"
    r"(?:(?:bisa|jadi|malah|jauh|begitu|selalu) )*"
    r"(?:lebih|beda|berbeda|naik|turun|menurun|meningkat|tinggi|rendah|kecil|besar)\b",
    re.I,
)
# What may stand behind such a predicate; a noun would be what is asked about.
_WITHOUT_OBJECT = re.compile(
    r"\W*(?:$|[?,]|(?:rutin|setiap|tiap|online|daring|langsung|sendiri|gratis|saja|di|ke|dari|"
    r"per|menurut|untuk|oleh|lewat|melalui|secara|atau|pada|sampai|dengan|"
    r"dalam|kalau|ya|pak|bu|kak|min)\b)",
    re.I,
)


def subject_word_count(text: str) -> int:
    """Counts the content words of a text that may name a subject."""
    return len(set(content_words(text)) - GENERAL)


def names_something(text: str) -> bool:
    """Tells whether a text has a word of its own, unlike ``bagaimana, sudah ada?``."""
    return subject_word_count(text) > 0


def matter_words(text: str) -> frozenset[str]:
    """Returns the words that name a matter, not what is asked about it: its cost, its time."""
    return frozenset(content_words(_PREDICATE.sub("", text))) - CIRCUMSTANCES


@cached
def points_back(text: str) -> bool:
    """Tells whether a text names a thing said before it only by a pointing word."""
    return without_pointers(text) != text


def without_pointers(text: str) -> str:
    """Removes the words that point at what was said before: ``bedanya``, ``itu``."""
    return _POINTS.sub(lambda found: found[0] if found[0].lower() in _NYA else " ", text)


@cached
def only_points_back(text: str) -> bool:
    """Tells whether a text points back, and says too little of its own to be another matter."""
    return subject_word_count(text) < STANDS_WITH_POINTER and points_back(text)


def lacks_subject(text: str) -> bool:
    """Tells whether a question is a predicate only: ``bisa diperbaiki di kantor camat?``."""
    if _WHY_SO.match(text):
        return True
    predicate = _PREDICATE.match(text)
    return predicate is not None and _WITHOUT_OBJECT.match(text, predicate.end()) is not None


def stands_alone(text: str) -> bool:
    """Tells whether a question can be understood without what was said before it."""
    if subject_word_count(text) < STANDS_ALONE:
        return False
    return not only_points_back(text) and not lacks_subject(text)


def needs_one_before(text: str) -> bool:
    """Tells whether a point of a list is about the one before it: ``Apakah itu per kecamatan?``."""
    if lacks_subject(text):
        return True
    return only_points_back(text) and subject_word_count(_before_pointer(text)) < NAMED_BEFORE


def _before_pointer(text: str) -> str:
    """Returns the words before one in ``nya``, which may mean them: ``ojol masuknya ke mana?``."""
    found = (one for one in _POINTS.finditer(text) if one[0].lower() not in _NYA)
    first = next(found, None)
    return text[: first.start()] if first and first[0].lower().endswith("nya") else ""
