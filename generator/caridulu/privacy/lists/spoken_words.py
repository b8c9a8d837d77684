"""Pieces of patterns: how people greet, address, thank and ask in a chat; each kept here only."""

from caridulu.privacy.lists.home_languages import Does, pattern_of

GREETINGS = (
    r"assala?mu'?\s?ala?ikum|ass|aslm|asslm|halo|hallo|hai|hey|hi|hello|tabe'?|permisi|misi|"
    r"(?:met|slmt|selamat|good) (?:pagi|siang|sore|malam|morning|afternoon|evening)|"
    rf"(?:om )?s[wu]\w?st[iy]y?astu|{pattern_of(Does.GREETING)}|punten|"
    r"shalom|syalom|salam sejahtera|salam sehat|dear (?:sirs?|madam|team|all)|"
    r"pagi|siang|sore|malam"
)
ADDRESSED = (
    r"bapak/ibu|(?:(?:bapak|ibu|pak|bu) (?:haji|hajah|dokter|bidan|guru|ketua|kades|lurah|camat))|"
    r"bapak|ibu|pak|bu|bpk|kakak|kak|mimin|admin|min|mas|mbak|mba|bang|om|tante|dok|sdr|saudara|"
    rf"{pattern_of(Does.ADDRESS)}"
)
THANKS = (
    r"t(?:erima|rima) ?kasih|trimakasih|makasih|makasi|makase\w?|mks?h|trims|tks|tq|thx|thanks|"
    rf"thank you|syukron|tengkyu|{pattern_of(Does.THANKS)}"
)
QUESTION_WORDS = (
    r"berapa(?:kah)?|brp|brapa|bagaimana(?:kah)?|bgmn|gimana|gmna?|kapan(?:kah)?|kpn|"
    r"(?<!-)(?:(?:di|ke|dari) ?)?mana(?:kah)?(?!-)|dmn|siapa(?:kah)?|mengapa|kenapa|knp|"
    rf"{pattern_of(Does.QUESTION)}|ngapa|(?<!batu )bara|"  # Minangkabau: how many
    r"how|what|when|where|which|who|why"
)
WISHES = (
    r"mau|mw|ingin|pengen|hendak|(?:bermaksud|berniat|berkeinginan)(?: untuk)?|"
    rf"{pattern_of(Does.WANT)}"
)
# How letters ask: ``hendak meminta data``. What somebody has already applied for asks nothing.
FORMAL_REQUESTS = (
    rf"(?:{WISHES}) (?:meminta|memohon(?! maaf)|mengajukan|mendapat(?:kan)?|memperoleh|mengetahui|"
    r"mengakses|mengambil|mengunduh|memesan|membeli|mencari|menanyakan|(?:ber)?konsultasi)|"
    r"(?<!sudah )(?<!sdh )(?<!telah )(?<!pernah )(?:mengajukan|menyampaikan|melakukan) "
    r"(?:surat )?(?:permohonan|permintaan|pertanyaan)|"
    r"(?:dimohon|memohon|dibutuhkan|diperlukan) (?:data|info\w*|angka|tabel|bantuan)"
)
