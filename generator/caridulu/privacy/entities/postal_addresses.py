"""Text -> where a person lives."""

import re
from collections.abc import Collection, Iterator

from caridulu.privacy.entities.institutions import is_of_institution
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import usual_word_lists

# What is said behind an address to find it: a hamlet, a landmark.
_SIDE = r"samping|be?lakang|blkg|blkng|depan|dpn|dekat|dkt|sebelah|seberang|sekitar|simpang|pas"
_HAMLET = r"dusun|dsn|lingkungan|lingk|kampung|kp|kompleks|komplek|perumahan|ruko|lantai|kamar"
_NO_LANDMARK = (
    r"(?!(?:mau|ingin|mohon|apakah|bisa|yang|yg|dan|kak|pak|bu|tapi|tp|karena|krn|untuk|utk|jadi|"
    r"supaya|agar|sekarang|kalau|kalo|belum|tidak|sudah|ya|tolong|saya|sy|sa|ini|itu|minta|apa|"
    r"berapa|desil|nik|kk|hp|wa|no|nomor|kec|kecamatan|kab|kabupaten)\b|"
    r"(?-i:di(?!ponegoro)[a-z]{4,}))"  # what is done there: ``RT 3 RW 9 didatangi petugas``
)
_BEHIND = re.compile(
    rf"(?:[,.(]{{0,2}} ?(?:(?:di |tepat |persis )?(?:{_SIDE})\.?(?: (?:kiri|kanan|dengan))?"
    rf"|{_HAMLET})\.?(?: {_NO_LANDMARK}[\w.'/-]+){{1,4}})+",
    re.I,
)
# Not that of a regulation: ``sesuai Permendes Nomor 16 Tahun 2025``.
_NUMBER = (
    r"(?:(?:no(?:mor|\.)?|nmr)\.? ?\d{1,4}[a-z]?\b(?!\.\d)"
    r"(?!(?: ?/ ?|,? (?:tahun|thn?\.?) ?)(?:19|20)\d\d)|km\.? ?\d{1,3}\b(?![.,]\d))"
)
_RT_RW = (
    r"r\.?t\.? ?/ ?r\.?w\.? ?:? ?\d{1,3} ?/ ?\d{1,3}|"
    r"r\.?t\.?:? ?\d{1,3}(?: ?[/,.]? ?r\.?w\.?:? ?\d{1,3})?"
)
_MORE = (
    rf"(?:,? ?(?:{_NUMBER}|{_RT_RW}|r\.?w\.? ?\d{{1,3}}|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])\d?(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?"
    r"|(?:kel|kelurahan|ds|desa|dusun|gampong|nagari|jorong|kec|kecamatan|lingkungan|lrg|lorong|"
    r"gang|gg)\.? [\w'-]+(?: (?:[A-Z][\w'-]+|[IVX]+\b))?))"
)
_WORD = r"[A-Za-z][\w.'-]*"
_ROADS, _ROAD_WORDS = "jl|jln|lrg|gg", "jalan|lorong|gang"
_STREET = re.compile(
    rf"\b(?:(?:{_ROADS})\b\.?|(?:{_ROAD_WORDS})\b) ?(?P<name>{_WORD}(?: {_WORD}|"
    rf" \d{{1,2}}(?= no)){{0,20}}?)"  # or each of many roads looks for the end of the line
    rf"(?=,? ?{_NUMBER}|,? ?(?:{_RT_RW})|,? ?blok ?[a-z]|[,;:!?()\n]|\.(?:\s|$)|"
    rf" di\b(?! {_WORD}(?: {_WORD})? {_NUMBER})| (?:yang|dan|"
    rf"itu|ini|ke|dari|saya|dekat|samping|depan|be?lakang|kel|kelurahan|kec|kecamatan|desa|ya|kak|"
    rf"pak|bu|apakah|bisa|untuk|mau)\b|$)"
    rf"(?P<more>{_MORE}*)",
    re.I,
)
_HOUSES = "btn|perum|perumahan|perumnas|kompleks|komplek|komp|griya|kos|kost|asrama|pondok|wisma"
_HOUSING = re.compile(
    rf"\b(?:{_HOUSES}|komp\.) "
    r"(?P<name>[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,3}?)"
    rf",? ?(?P<more>[a-z]{{1,2}}\d{{1,2}}/\d{{1,3}}\b|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])[ /]?\d{{0,3}}(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?|{_NUMBER}|"
    rf"kamar (?:no\.? ?)?\d+){_MORE}*",
    re.I,
)
_NEIGHBOURHOOD = re.compile(
    rf"\b(?:(?:dusun|dsn|lingkungan|lingk|desa|ds|kelurahan|kel)\.? (?:[ivx]+|\d{{1,2}}|"
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
    rf"(?:(?:kampung|kp|jorong|banjar|dukuh|nagari|link)\.? {_WORD}"
    rf"(?: (?!rt|rw|no|nagari){_WORD})?|"
    r"(?:dusun|dsn|lingkungan|lingk)\.? (?:[ivx]+|\d{1,2})\b"
    rf"(?: (?!desa|ds|rt|rw|kel){_WORD})?|"
    rf"(?:desa|ds|kel|kelurahan)\.? (?!rt|rw){_WORD}(?: (?!rt|rw|no|blok|dusun|dsn|desa){_WORD})?|"
    rf"r\.?t\.? ?\d{{1,3}}\b|r\.?w\.? ?\d{{1,3}}\b|{_NUMBER}|"
    r"blok ?(?:[a-z]{1,2}|\d{1,2})\b(?: ?[/-]? ?\d{1,3})?|"
    rf"(?:lr|lrg|lorong|gg|gang)\.? (?:\d{{1,2}}|{_WORD})(?: \d{{1,3}}[a-z]?\b)?|"
    rf"(?:jl|jln|jalan)\.? (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)|"
    rf"(?:perum|perumahan|btn|ruko|kompleks|komplek)\.? {_WORD}(?: (?!blok|no){_WORD}){{0,2}})"
)
_COMPOSED = re.compile(
    rf"\b(?:(?:belakang|depan|samping|dekat|sebelah|seberang) (?:[\w.'-]+ ){{1,5}}?)?"
    rf"{_ELEMENT}(?:,? ?{_ELEMENT})+",
    re.I,
)
_HOMES = "rumah|kos|kost|kontrakan|tinggal|domisili"
# Where somebody lives, in places that have no number: ``kos saya di belakang pasar lama``.
_HEAD = (
    r"(?:jl|jln|jalan|gang|gg|lorong|lrg|lr|dusun|dsn|kampung|kp|link(?=\.? (?-i:[A-Z\d]))|"
    r"lingkungan|lingk|perum\w*|btn|komp\w*|blok|rt|jorong|banjar|dukuh|belakang|samping|depan|dekat|sebelah|ruko)\b"
)
_LIVED = re.compile(
    r"\b(?:alamat(?:ku|nya)?(?: (?:saya|sy|kami|rumah|lengkap|tinggal|sekarang))*|"
    rf"(?:{_HOMES})(?:ku| saya| sy| sa| kami))"
    rf"(?: (?:ada|di|yaitu|adalah|itu|sekarang))*[ :]+(?P<place>{_HEAD}\.?"
    rf"(?:[ ,./]+{_NO_LANDMARK}[\w'/-]+){{1,12}})",
    re.I,
)
# The name of a village before its number, without a word for it: ``rumah Petta Selatan RT 2``.
_LIVED_IN = re.compile(
    rf"\b(?:alamat(?:ku|nya)?|rumahku|{_HOMES})"
    r"(?: (?:saya|sy|sa|kami|ada|di|yaitu|adalah))*[ :]+"
    rf"(?P<place>(?-i:[A-Z][\w'-]+)(?: (?-i:[A-Z][\w'-]+)){{0,2}},? (?:{_RT_RW}))",
    re.I,
)
_LANES = "lr|lrg|lorong|gg|gang"
_PLACED = re.compile(
    rf"\b(?:r\.?[tw]\.? ?\d|no\.? ?\d|nomor \d|blok ?[a-z\d]|(?:{_LANES})\b)", re.I
)
_SHORT_STREET = re.compile(
    rf"\b(?:jl|jln|(?-i:Jalan (?=[A-Z])))\b\.? ?{_WORD}(?: {_WORD}){{0,3}} "
    r"(?:[IVX]+/)?\d{1,3}[a-z]?\b"
    rf"(?! ?(?:km|m|meter|unit|ruas|persen|%|tahun|orang|[.,]\d))(?:,? ?{_ELEMENT})*",
    re.I,
)
_PLACE_WORD = re.compile(
    r"\b(?:desa|ds|dusun|kel|kelurahan|jl|jln|jalan|lorong|lrg|btn|perum\w*|kompleks|rt|no|nomor|"
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
    r"\s*(?:kantor|bps|e-?mail|web\w*|situs|laman|mana|https?:|www|tangga|aplikasi|akun|sistem|"
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
_AREA = re.compile(r"\bsls\b|satuan lingkungan", re.I)  # the text is about areas of a census
_MAP = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[\w.]+|"
    r"(?:www\.)?google\.[\w.]+/maps)\S*",
    re.I,
)
_NO_STREET = usual_word_lists().roads
# Whatever is found has one of these words; how people say that they live, with any ending.
_CUE_WORDS = frozenset(
    word + own
    for words in (_ROADS, _ROAD_WORDS, _HOUSES, _HOMES, _LANES, "r|rt|rw|no|nomor|blok|goo|google")
    for word in words.split("|")
    for own in ("", "ku")
)
_DWELLING = ("alamat", "domisili", "rumah", "menetap", "tingal", "tinggal", "tingggal")


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
            yield _address(match)
    for pattern in (_LIVED, _LIVED_IN):
        yield from (_address(match, group="place") for match in pattern.finditer(text))
    for pattern in (_SHORT_STREET, _HOUSING, _MAP):
        yield from map(_address, pattern.finditer(text))
    is_area = _AREA.search(text) is not None
    for match in _NEIGHBOURHOOD.finditer(text):
        if re.search(r"r\.?w|\d ?/ ?\d", match[0], re.I):
            yield _address(match, certain=not is_area)
    for match in _COMPOSED.finditer(text) if _PLACED.search(text) else ():
        if _PLACED.search(match[0]):
            yield _address(match, certain=not is_area)
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
