"""Text -> where a person lives."""

import re
from collections.abc import Collection, Iterator

from caridulu.privacy.entities.address_words import (
    AT,
    HAMLET,
    HAMLETS,
    KIN,
    LAND,
    LANES,
    NAME,
    OWNER,
    VILLAGES,
)
from caridulu.privacy.entities.institutions import is_of_institution
from caridulu.privacy.entities.told_homes import find_told_homes, is_named, village_before
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import usual_word_lists

# What is said behind an address to find it: a hamlet, a landmark.
_SIDE = r"samping|be?lakang|blkg|blkng|depan|dpn|dekat|dkt|sebelah|seberang|sekitar|simpang|pas"
_BESIDE = r"dusun|dsn|lingkungan|lingk|kampung|kp|kompleks|komplek|perumahan|ruko|lantai|kamar"
_NO_LANDMARK = (
    r"(?!(?:mau|ingin|mohon|apakah|bisa|yang|yg|dan|kak|pak|bu|tapi|tp|karena|krn|untuk|utk|jadi|"
    r"supaya|agar|sekarang|kalau|kalo|belum|tidak|sudah|ya|tolong|saya|sy|sa|ini|itu|minta|apa|"
    r"berapa|boleh|ikut|wajib|pernah|blm|gak|nggak|ndak|tdk|kok|kenapa|knp|kapan|gimana|dapat|dpt|"
    r"\w+nya|desil|nik|kk|hp|wa|no|nomor|kec|kecamatan|kab|kabupaten)\b|"
    r"(?-i:di(?!ponegoro)[a-z]{4,}))"  # what is done there: ``RT 3 RW 9 didatangi petugas``
)
_BEHIND = re.compile(
    rf"(?:[,.(]{{0,2}} ?(?:(?:di |tepat |persis )?(?:{_SIDE})\.?(?: (?:kiri|kanan|dengan))?"
    rf"|{_BESIDE})\.?(?: {_NO_LANDMARK}[\w.'/-]+){{1,4}})+",
    re.I,
)
# Not that of a regulation: ``sesuai Permendes Nomor 16 Tahun 2025``.
_NUMBER = (
    r"(?:(?:no(?:mor|\.)?|nmr)\.? ?\d{1,4}[a-z]?\b(?!\.\d)"
    r"(?!(?: ?/ ?|,? (?:tahun|thn?\.?) ?)(?:19|20)\d\d)|"
    r"km\.? ?\d{1,3}(?:[.,]\d(?=,? no))?\b(?![.,]\d))"
)
_RT_RW = (
    r"r\.?t\.? ?/ ?r\.?w\.? ?:? ?\d{1,3} ?/ ?\d{1,3}|"
    r"r\.?t\.?:? ?\d{1,3}(?: ?[/,.]? ?r\.?w\.?:? ?\d{1,3})?"
)
_MORE = (
    rf"(?:,? ?(?:{_NUMBER}|{_RT_RW}|r\.?w\.? ?\d{{1,3}}|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])\d?(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?"
    rf"|(?:{VILLAGES}|dusun|jorong|kec|kecamatan|lingkungan|lrg|lorong|gang|gg)\.? [\w'-]+"
    r"(?: (?:[A-Z][\w'-]+|[IVX]+\b))?))"
)
_WORD = r"[A-Za-z][\w.'-]*"
_ROADS, _ROAD_WORDS = "jl|jln|lrg|gg", "jalan|lorong|gang"
_STREET = re.compile(
    rf"\b(?:(?:{_ROADS})\b\.?|(?:{_ROAD_WORDS})\b) ?(?P<name>{_WORD}(?: {_WORD}|"
    rf" \d{{1,2}}(?= no)){{0,20}}?)"  # or each of many roads looks for the end of the line
    rf"(?=,? ?{_NUMBER}|,? ?(?:{_RT_RW})|,? ?blok ?[a-z]|[,;:!?()\n]|\.(?:\s|$)|"
    rf" di\b(?! {_WORD}(?: {_WORD})? {_NUMBER})| (?:yang|dan|"
    rf"itu|ini|ke|dari|saya|dekat|samping|depan|be?lakang|{VILLAGES}|kec|kecamatan|ya|kak|"
    rf"pak|bu|apakah|bisa|untuk|mau)\b|$)"
    rf"(?P<more>{_MORE}*)",
    re.I,
)
_HOUSES = (
    "btn|perum|perumahan|perumnas|kompleks|komplek|komp|griya|kos|kost|asrama|pondok|wisma|rusun|"
    "rusunawa|apartemen|cluster|mess"
)
_HOUSING = re.compile(
    rf"\b(?:{_HOUSES}|komp\.) "
    r"(?P<name>[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,3}?)"
    rf",? ?(?P<more>[a-z]{{1,2}}\d{{1,2}}/\d{{1,3}}\b|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])[ /]?\d{{0,3}}(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?|{_NUMBER}|"
    rf"kamar (?:no\.? ?)?\d+){_MORE}*",
    re.I,
)
_NEIGHBOURHOOD = re.compile(
    rf"\b(?:(?:dusun|dsn|lingkungan|lingk|{VILLAGES})\.? (?:[ivx]+|\d{{1,2}}|"
    rf"{_WORD}(?: {_WORD})?),? ?)?"
    rf"r\.?t\.?:? ?(?:/ ?r\.?w\.?:? ?)?\d{{1,3}} ?[/,.]? ?(?:r\.?w\.?:? ?)?\d{{1,3}}\b{_MORE}*",
    re.I,
)
# Words whose full stop ends no address: ``Kec. Rumbia``.
_SHORTENED = ("kec", "kel", "kab", "jl", "jln", "no", "lrg", "ds", "rt", "rw", "br")
_BEHIND_SHORTENED = "|".join(f"(?<={word})" for word in _SHORTENED)
_BEHIND_OTHERS = "".join(f"(?<!{word})" for word in _SHORTENED)
_SAID = re.compile(
    r"\b(?:alamat(?:ku|nya)? ?(?:lengkap|rumah|domisili|tinggal|saya|sy|kami|ktp|"
    r"pengiriman)?(?: saya| sy| ku)? ?(?:[:=]|di\b|adalah\b|yaitu\b)"
    r"|(?:saya|sy|sa|kami|aku) (?:tinggal|ting+al|berdomisili|domisili|menetap) (?:di|pada)\b"
    r"|(?:tinggalku|domisili) ?(?:saya|sy)? ?(?:[:=]|di\b)"
    r"|rumah (?:saya|sy|ku|kami|orang tua saya)(?: ada)?(?: di)?\b|rumahku(?: di)?\b)"
    rf" ?(?P<place>(?:[^\n.;!?()]|(?:{_BEHIND_SHORTENED})\.){{3,90}}?)"
    rf"(?=$|[\n;!?()]|{_BEHIND_OTHERS}\.(?:\s|$)|"
    r" (?:mau|ingin|mohon|apakah|bisa|yang|dan (?:mau|ingin)|kak|pak|bu|tapi|tp|karena|krn|untuk|"
    r"jauh|jadi|supaya|agar|sekarang|makanya|kalau|kalo|belum|tidak|sudah)\b)",
    re.I,
)
_ELEMENT = (
    rf"(?:{HAMLET}|"
    rf"(?:{VILLAGES})\.? (?!rt|rw){NAME}|"
    rf"r\.?t\.? ?\d{{1,3}}(?: ?/ ?\d{{1,3}})?\b|r\.?w\.? ?\d{{1,3}}\b|{_NUMBER}|"
    r"blok ?(?:[a-z]{1,2}|\d{1,2})\b(?: ?[/-]? ?\d{1,3})?|lantai \d{1,2}\b|"
    rf"(?:{LANES})\.? (?:\d{{1,2}}(?:/\d{{1,3}})?|(?!(?:dan|atau|tidak)\b){_WORD})"
    r"(?: \d{1,3}[a-z]?\b)?|"
    rf"(?:jl|jln|jalan)\.? (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)|"
    rf"(?:perum|perumahan|btn|ruko|kompleks|komplek|komp)\.? {_WORD}(?: (?!blok|no){_WORD}){{0,2}})"
)
_COMPOSED = re.compile(
    rf"\b(?:(?:belakang|depan|samping|dekat|sebelah|seberang) (?:[\w.'-]+ ){{1,5}}?)?"
    rf"{_ELEMENT}(?:,? ?{_ELEMENT})+",
    re.I,
)
_DWELLINGS = "rumah|kos|kost|kontrakan|tinggal|domisili"
_HOMES = (
    rf"{_DWELLINGS}|kediaman|toko|warung|kios|kedai|lapak|bengkel|salon|usaha|ud|bedeng|"
    "imah|umah|omah|griya|bale|balla"  # houses, in Sundanese, Javanese, Balinese, Makassarese
)
_IS_AT = rf"(?: (?:ada|{AT}|yaitu|adalah|itu|sekarang|lagi))*[ :,]+"
_SORT = r"(?!(?:di|yang|yg|warga|tangga|sakit|desa|wilayah|untuk|dan|tidak|belum|sudah)\b)\w+"
# Whose it is, and that it is there; ``alamat`` needs nobody.
_CUE = (
    rf"\b(?:alamat(?:ku|nya)?(?: (?:{OWNER}|(?:{_HOMES})(?:ku|nya)?|lengkap|sekarang|kirim|ktp|"
    rf"lama|baru))*|"
    rf"(?:{_HOMES})(?:'?ku|nya|(?: {_SORT}){{0,2}} (?:{OWNER})| (?:{KIN}))|"
    rf"(?:{OWNER}) (?:tinggal|tingga|ngekos|ngontrak|numpang)|^\W*ting+al(?= di\b)){_IS_AT}"
)
_SENT = "pindah|kirim|dikirim"
# Where somebody lives, in places that have no number: ``kos saya di belakang pasar lama``.
_HEAD = (
    rf"(?:jl|jln|jalan|{LANES}|{HAMLETS.replace('|link|', '|link(?=[.]? (?-i:[A-Z0-9]))|')}|"
    r"jaga(?= \d)|perum\w*|btn|komp\w*|blok|rt(?=\W*\d)|ruko|"
    r"(?:belakang|samping|depan|dekat|sebelah)(?! rumah\b))\b"
)
_LIVED = re.compile(
    rf"{_CUE}(?P<place>{_HEAD}[. ]+(?!(?:mana|apa|berapa)\b){_NO_LANDMARK}[\w'/-]+"
    rf"(?:[ ,./]+{_NO_LANDMARK}[\w'/-]+){{0,11}})",
    re.I,
)
# A place without a word for it, by what follows: ``rumah Petta Selatan RT 2``.
_LIVED_IN = re.compile(
    rf"(?:(?P<own>{_CUE})|\b(?:{_DWELLINGS}|(?:{_SENT})(?:nya|kan)? ke){_IS_AT})"
    rf"(?P<place>(?-i:[A-Z][\w'-]+)(?:,? (?-i:[A-Z][\w'-]+)){{0,3}}(?:,? {_ELEMENT})+)",
    re.I,
)
_PLACED = re.compile(rf"\b(?:r\.?[tw]\.? ?\d|no\.? ?\d|nomor \d|blok ?[a-z\d]|(?:{LANES})\b)", re.I)
_SHORT_STREET = re.compile(
    r"\b(?:jl|jln|(?-i:(?:Jalan|Gang|Gg|Lorong|Lrg|Lr)(?=\.? [A-Z][a-z])))\b"
    rf"\.? ?{_WORD}(?: {_WORD}){{0,3}} "
    r"(?:[IVX]+/)?\d{1,3}[a-z]?\b"
    rf"(?! ?(?:km|m|meter|unit|ruas|persen|%|tahun|orang|[.,]\d))(?:,? ?{_ELEMENT})*",
    re.I,
)
_PLACE_WORD = re.compile(
    rf"\b(?:{VILLAGES}|dusun|jl|jln|jalan|lorong|lrg|btn|perum\w*|kompleks|rt|no|nomor|"
    r"blok|gang|kec|kecamatan|lingkungan|dekat|samping|depan|belakang)\b",
    re.I,
)
# Hundreds of thousands live there: ``asal domisili di Kota Pekalongan``.
_WHOLE_REGION = re.compile(
    rf"\s*(?:kota|kab|kabupaten|prov|provinsi)\b\.? {_WORD}(?: (?!kec|kel|desa|jl){_WORD})?"
    r"(?:\s+(?:dan|atau|juga|saja|aja|ya)\b.*)?\s*",
    re.I,
)
_NO_DWELLING = re.compile(
    r"\s*(?:(?:\w+ )?mana|belum|blm|sudah|sdh|kemarin|tadi|tidak|tdk|gak|nggak|ndak|termasuk|"
    r"kantor|bps|e-?mail|web\w*|situs|laman|https?:|www|tangga|aplikasi|akun|sistem|"
    r"(?:daerah )?(?:terpencil|pelosok|pegunungan|pesisir|perbatasan|kepulauan)|"
    r"oss|form\w*|profil|ktp|kk|direktori|buku|tabel|daftar|peta|google)\b",
    re.I,
)
# The village behind a number, without a word for it: ``RT 04 Fatubenao``.
_VILLAGE = re.compile(
    r"(?<=\d),? (?!(?:Apa|Bisa|Boleh|Mau|Mohon|Tolong|Terima|Maka|Saya|Sy|Kami|Kak|Pak|Bu|Ibu|"
    r"Bapak|Min|Untuk|Yang|Dan|Ada|Ini|Itu|Jika|Kalau|Kec|Kab|Kel|Desa|Telp|No|Hp|Email)[a-z]*\b)"
    r"[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b"
)
_AREA = re.compile(  # the text is about areas of a census
    r"\bsls\b|satuan lingkungan|\bmuatan|\brt\.? ?\d+ (?:sampai|hingga|s/?d|dan|-) (?:rt\.? ?)?\d",
    re.I,
)
_OF_FORM = re.compile(r"blok [ivx]+,? (?:no|nomor)\.? \d+", re.I)  # of a questionnaire
_RT = re.compile(rf"\b(?:{_RT_RW})\b{_MORE}*", re.I)
# The street is what is asked about: ``jumlah pedagang di Jl. Veteran``.
_ASKED_OF = re.compile(
    r"\b(?:jumlah|jml|banyaknya|berapa|data|ruas|panjang|lebar|volume|kepadatan|lalu lintas|harga|"
    r"sepanjang|survei|pedagang|umkm|hotel|kondisi|kerusakan|kemacetan|perbaikan|pelebaran|proyek)"
    rf"\b(?!.*\b(?:alamat\w*|rumah\w*|tinggal|kirim|{OWNER})\b)",
    re.I,
)
_MAP = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[\w.]+|"
    r"(?:www\.)?google\.[\w.]+/maps)\S*",
    re.I,
)
_NO_STREET = usual_word_lists().roads
# Whatever is found has one of these words; how people say that they live, with any ending.
_CUE_WORDS = frozenset(
    word + own
    for words in (
        *(_ROADS, _ROAD_WORDS, _HOUSES, _HOMES, HAMLETS, LANES, LAND, _SENT),
        "r|rt|rw|no|nomor|blok|goo|google|jaga|ngekos|ngontrak|numpang|asal|asli|berasal",
    )
    for word in words.split("|")
    for own in ("", "ku", "nya", "kan")
)
_DWELLING = ("alamat", "domisili", "rumah", "menetap", "tingal", "tinggal", "tingga")


def may_hold_address(text: str, words: Collection[str]) -> bool:
    """Says whether a text can hold an address; ``text`` and its ``words`` in small letters."""
    return not _CUE_WORDS.isdisjoint(words) or any(stem in text for stem in _DWELLING)


def find_addresses(text: str) -> Iterator[Entity]:
    """Finds streets with names, house and neighbourhood numbers, and said dwelling places.

    What leads there belongs to it; where an institution has its office is asked.
    """
    for found in _addresses(text):
        village = _VILLAGE.match(text, found.end)
        end = village.end() if village else found.end
        if behind := _BEHIND.match(text, end):
            end = behind.end() - len(behind[0]) + len(behind[0].rstrip(" .,"))
        certain = found.certain and not is_of_institution(text[: found.start])
        yield Entity(Kind.ADDRESS, text[found.start : end], found.start, end, certain)


def _addresses(text: str) -> Iterator[Entity]:
    for match in _STREET.finditer(text):
        if _is_street(match):
            is_matter = not match["more"] and _ASKED_OF.search(text[: match.start()])
            yield _address(match, certain=not is_matter)
    for match in _LIVED.finditer(text):
        yield _address(match, group="place")
    for match in _LIVED_IN.finditer(text):
        if match["own"] or (_PLACED.search(match["place"]) and is_named(match["place"])):
            yield _address(match, group="place")
    for pattern in (_SHORT_STREET, _HOUSING, _MAP):
        yield from map(_address, pattern.finditer(text))
    is_area = _AREA.search(text) is not None
    for start, end in find_told_homes(text):
        yield Entity(Kind.ADDRESS, text[start:end], start, end, not is_area)
    for match in _NEIGHBOURHOOD.finditer(text):
        if re.search(r"r\.?w|\d ?/ ?\d", match[0], re.I):
            yield _address(match, certain=not is_area)
    for match in _RT.finditer(text):
        start = village_before(text, match.start())
        if start < match.start():
            yield Entity(Kind.ADDRESS, text[start : match.end()], start, match.end(), not is_area)
    for match in _COMPOSED.finditer(text) if _PLACED.search(text) else ():
        if _PLACED.search(match[0]):
            yield _address(match, certain=not (is_area or _OF_FORM.fullmatch(match[0])))
    for match in _SAID.finditer(text):
        # Of whom: ``rumah saya di kampung``, ``perusahaan beserta alamatnya di Bombana``.
        is_open = match[0].lower().startswith(("rumah", "alamatnya"))
        named = _PLACE_WORD.search(match["place"]) or not is_open
        is_vague = _NO_DWELLING.match(match["place"]) or _WHOLE_REGION.fullmatch(match["place"])
        if named and not is_vague:
            yield _address(match, group="place")


def _address(match: re.Match[str], *, group: str | int = 0, certain: bool = True) -> Entity:
    """The entity without spaces and full stops around it."""
    kept = match[group].strip(" ,.:")
    start = match.start(group) + match[group].index(kept)
    return Entity(Kind.ADDRESS, kept, start, start + len(kept), certain)


def _is_street(match: re.Match[str]) -> bool:
    """``Jl.`` and a name; ``jalan`` only with a capital letter or a house number."""
    words = match["name"].split()
    first = words[0].strip(".").lower()
    if match["more"]:
        return first not in _NO_STREET or bool(re.search(r"\b(?:no|nmr)", match["more"], re.I))
    if first in _NO_STREET and not (first in ("raya", "jend") and len(words) > 1):
        return False
    if words[0][0].isupper() and words[-1][0].islower():
        return False  # the sentence goes on: ``Jalan Poros rusak, apakah ada data?``
    is_short = not re.match(r"jalan|lorong|lrg|gang|gg", match[0], re.I)
    return is_short or (words[0][0].isupper() and match[0][0].isupper())
