"""Pieces of patterns for addresses: what their parts are called, and whose they are."""

HAMLETS = (
    "dusun|dsn|dukuh|dk|padukuhan|pedukuhan|jorong|korong|lingkungan|lingk|link|kampung|kp|banjar|br|"
    "gubuk|huta"
)
VILLAGES_IN_FULL = "desa|kelurahan|kalurahan|nagari|gampong|pekon|tiyuh"
VILLAGES = rf"{VILLAGES_IN_FULL}|ds|kel"
# What a place may be called before its name, from the hamlet to the regency, and islands.
AREAS = rf"{VILLAGES}|kampung|dusun|distrik|kecamatan|kec|kapanewon|kabupaten|kab|kota|pulau"
LANES = "lr|lrg|lorong|gg|gang"
_HEADS = rf"{HAMLETS}|{VILLAGES}|{LANES}|rt|rw|no|nomor|blok|kec|kecamatan|kab|kabupaten|distrik"
_CAPITAL = rf"(?!(?:{_HEADS})\b)(?-i:[A-Z][\w'-]*)"
# A name in capitals, or one small word, or two where nothing but a part or a stop follows.
NAME = (
    rf"(?:{_CAPITAL}(?: {_CAPITAL}){{0,3}}|(?!(?:{_HEADS})\b)(?-i:[a-z])[\w'-]+"
    rf"(?: (?!(?:{_HEADS})\b)[\w'-]+(?=\s*(?:$|[,.;:!?)])| (?:{_HEADS})\b))?)"
)
HAMLET = (
    rf"(?:(?:{HAMLETS}|jaga)\.? (?:[ivx]+|\d{{1,2}})\b(?: {_CAPITAL})?|(?:{HAMLETS})\.? {NAME})"
)
VILLAGE = rf"(?:{VILLAGES})\.? {NAME}"
OWNER = (
    "saya|sy|sya|sa|kami|kita|kito|kitong|aku|gue|gua|beta|torang|tiang|titiang|ulun|ambo|ambe|denai|"
    "awak|kula|kulo|abdi|kuring|kitorang|urang|beliau|dia"
)
AT = "di|ring|nang|ning|neng"  # in Balinese and Javanese, too
KIN = (
    "suami|istri|isteri|anak|adik|adek|kakak|teman|paman|bibi|nenek|kakek|mertua|ibu|bapak|ayah|"
    "mama|mamak|mak|amak|abang|mbah|eyang|opung|ompung|ambok|inaq|amaq|tetangga|orang tua|ortu|"
    "saudara|sepupu|keluarga|ponakan|keponakan"
)
LAND = (  # what villages are named after, though these are words
    "simpang|pondok|pasar|pasa|sungai|sei|tanjung|koto|lubuk|bukit|batu|muara|muaro|parit|ujung|rawa|"
    "kebon|kebun|karang|gunung|teluk|padang|pulau|talang|sawah|tanah|kuala|rantau|balai|ulak"
)
