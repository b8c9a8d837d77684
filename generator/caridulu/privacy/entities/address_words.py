"""Pieces of patterns for addresses: what their parts are called, and whose they are."""

HAMLETS = (
    "dusun|dsn|dukuh|dk|padukuhan|pedukuhan|jorong|korong|lingkungan|lingk|link|kampung|kp|banjar|br|"
    "gubuk|huta|handil|ohoi"
)
VILLAGES_IN_FULL = "desa|kelurahan|kalurahan|nagari|gampong|pekon|tiyuh"
VILLAGES = rf"{VILLAGES_IN_FULL}|ds|kel"
_DISTRICTS = "distrik|kecamatan|kec|kapanewon|kabupaten|kab|kota"
LARGE = f"{_DISTRICTS}|prov|provinsi"  # hundreds of thousands live there
# What a place may be called before its name, from the hamlet to the regency, and islands.
AREAS = rf"{VILLAGES}|kampung|dusun|{_DISTRICTS}|pulau"
STREETS = "jl|jln|jalan"
LANES = "lr|lrg|lorong|gg|gang"
HOUSES = (
    "btn|perum|perumahan|perumnas|kompleks|komplek|komp|griya|kos|kost|asrama|pondok|wisma|rusun|"
    "rusunawa|apartemen|cluster|mess|ruko|villa|panti"
)
SHELTERS = "huntara|huntap|barak|penampungan|posko"  # where people live after a disaster
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
OWNER = (
    "saya|sy|sya|sa|kami|ane|aye|unda|lon|kaule|kita|kito|kitong|aku|gue|gua|beta|torang|"
    "tiang|titiang|ulun|ambo|ambe|denai|awak|kula|kulo|abdi|kuring|kitorang|urang|beliau|dia"
)
AT = "di|ring|nang|ning|neng|ing|wonten|ndek|ri|leq"  # in Balinese and Javanese, too
KIN = (
    "suami|istri|isteri|anak|adik|adek|kakak|teman|paman|bibi|nenek|kakek|mertua|ibu|bapak|ayah|"
    "mama|mamak|mak|amak|abang|mbah|eyang|opung|ompung|ambok|inaq|amaq|tetangga|orang tua|ortu|"
    "saudara|sepupu|keluarga|ponakan|keponakan"
)
LAND = (  # what villages are named after, though these are words
    "simpang|pondok|pasar|pasa|sungai|sei|tanjung|koto|lubuk|bukit|batu|muara|muaro|parit|ujung|rawa|"
    "kebon|kebun|karang|gunung|teluk|padang|pulau|talang|sawah|tanah|kuala|rantau|balai|ulak"
)
# Houses and what else is lived in, in languages at home too.
HOMES = (
    "rumah|rmh|kos|kost|kosan|kontrakan|kediaman|tinggal|domisili|toko|warung|kios|kedai|"
    "lapak|apartemen|mess|bengkel|salon|usaha|ud|ktp|bedeng|tempat|posko|dagangan|"
    "tempat tinggal|tempat tidur|imah|bumi|umah|omah|griya|bale|balla|rumoh|roma|bola|banua|"
    "jabu|lamban|ruma|huma"
)
# How people say that they live somewhere.
LIVES = (
    r"ting+al|tingga|tinggai|tnggl|tinggl|tgl|menetap|ber(?:domisili|mukim|tempat)|domisili|"
    r"(?:nge)?kost?|ngontrak|mengontrak|(?:me)?numpang|(?:me)?ngungsi|(?:me)?nginap|living|"
    r"stay|live|badiam|berdiam|calik|matuh|linggih|meneng|nongos|lenggah|manggon|manggen|"
    r"mondok|monro|ammantang"
)
# Where a place stands to another.
SIDES = (
    "samping|smping|belakang|blakang|balakang|blkg|blkng|blk|depan|dpn|muka|dekat|dkt|deket|"
    "cedhak|caket|parek|sebelah|sblh|sblah|seberang|sebrang|simpang|tikungan|pertigaan|"
    "perempatan|prapatan|pojok|ujung|sebelahan|bersebelahan|berhadapan|mburi|cerak|habis|"
    "lor|kidul|kulon|wetan|dakek|pinggir|tepi|atas|bawah|antara|deretan|wingking|ngarep"
)
# What stands beside homes, and by what they are told from others.
THINGS = (
    "pasar|masjid|mesjid|mushola|musholla|langgar|surau|gereja|pura|kelenteng|kuburan|makam|"
    "sekolah|sd|smp|sma|smk|tk|kampus|pos|ronda|lapangan|warung|kios|toko|bengkel|apotek|"
    "alfamart|alfamidi|indomaret|spbu|pom|bensin|jembatan|rel|stasiun|terminal|tower|menara|"
    "balai|kantor|lurah|camat|kades|pesantren|ponpes|rumah|rmh|pagar|cat|warna|kiri|kanan|"
    "timur|barat|utara|selatan|lor|kidul|wetan|kulon|masuk|bank|rs|rsud|puskesmas|pustu|"
    "pantai|kebun|bola|emas|kayu|batu|bata|bambu|seng|petak|tingkat|raya|trans|poros|sungai|"
    "kali|lama|baru|panggung|kosan|kostan|kontrakan|bukit|pohon|dermaga|papan|belok|bundaran|"
    "gunung|persis|tepat|paling|meter"
)
TELLING = (
    "merah|hijau|ijo|kuning|biru|putih|hitam|coklat|abu|satu|dua|tiga|empat|lima|enam|tujuh|"
    "delapan|sembilan|sepuluh|pertama|kedua|ketiga|tengah"
)
# These tell of no place which it is: ``kampung halaman``.
VAGUE = (
    "rumah|rmh|kecil|terpencil|tertinggal|pelosok|pesisir|halaman|sendiri|lain|tetangga|orang|"
    "asal|nelayan|adat|wisata|mana|apa|berapa|kah|ini|itu|binaan|tersebut|induk|luar|sana|sini|"
    "miskin|isi|kelahiran|tangga|dinas"
)
TITLES = "pak|bu|ibu|bapak|haji|hj|h|ust|ustadz|mama|mak|wak|kyai|kh"
# With these, and with stop words, the sentence goes on.
GOES_ON = (
    "sekarang|skrg|jauh|makanya|naik|petugas|kemarin|kmrn|besok|dulu|sampai|hingga|sejak|"
    "jangan|jgn|nggak|gak|ga|ndak|kada|nda|nyanda|tak|alun|durung|su|son|nik|kk|hp|wa|telp|"
    "telepon|email|desil|menurut|jumlah|kulo|beta|nggih|mhn|tanya|nanya|nama|rusak|ekspornya"
)
