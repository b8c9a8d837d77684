"""Pieces of patterns: how people greet, address, thank and ask in a chat; each kept here only."""

GREETINGS = (
    r"assala?mu'?\s?ala?ikum|ass|aslm|asslm|halo|hallo|hai|hey|hi|hello|tabe'?|permisi|misi|punten|"
    r"(?:met|slmt|selamat|good) (?:pagi|siang|sore|malam|morning|afternoon|evening)|"
    r"(?:om )?s[wu]\w?st[iy]y?astu|rahajeng (?:semeng|siang|sanja|wengi)|"
    r"sugeng (?:enjing|siyang|siang|sonten|dalu)|wilujeng (?:enjing|siang|sonten|wengi)|horas|"
    r"shalom|syalom|salam sejahtera|salam sehat|dear (?:sirs?|madam|team|all)|"
    r"pagi|siang|sore|malam"
)
ADDRESSED = (
    r"bapak/ibu|(?:(?:bapak|ibu|pak|bu) (?:haji|hajah|dokter|bidan|guru|ketua|kades|lurah|camat|"
    r"sekdes|sekcam|sekda|kadis|kabid|kabag|kasi|kadus|carik|keuchik|wali nagari|pendeta))|"
    r"bapak|ibu(?! (?:hamil|nifas|menyusui|melahirkan|rumah tangga|kota|kandung|tunggal)\b)|"
    r"pak|bu|bpk|kakak|kak|mimin|admin|min|mas|mbak|mba|bang|om|tante|dok|sdr|saudara|nona"
)
# How somebody says "I", also in languages of the regions.
SELVES = "saya|sy|sya|sa|aku|ku|gue|gw|beta|ulun|ambo|kula|kulo|tiang|abdi"
THIS = "ini|iki|iko|niki|ieu"  # before the name of who writes
THANKS = (
    r"t(?:erima|rima|rm) ?kasih?|makasih|makasi|makase\w?|mks?h|trims|tks|tq|thx|thanks|"
    r"thank you|syukron|(?:matur|hatur) (?:ke)?su(?:wu|ks)n\w*|(?:matur|hatur)? ?nu(?:wu|hu)n|"
    r"suwun|suksma|tarimo kasih|mauliate|tengkyu"
)
QUESTION_WORDS = (
    r"berapa(?:kah)?|brp|brapa|bagaimana(?:kah)?|bgmn|gimana|gmna?|kapan(?:kah)?|kpn|"
    r"(?<!-)(?:(?:di|ke|dari) ?)?mana(?:kah)?(?!-)|dmn|siapa(?:kah)?|mengapa|kenapa|knp|"
    # Acehnese, Javanese, Sundanese, Minangkabau, Balinese, Banjar, Batak, Malay of Jambi and east
    r"pinten|pira|piro|pripun|piye|kepriye|(?:pu)?n[ao]p[ao]|opo|pundi|endi|sinten|sopo|"
    r"kumaha|sabaraha|naon|iraha|kunaon|dimana wae|baa|bara|apo|dima|bilo|akuda|napi|kenken|"
    r"barapa|kayapa|sadia|didia|boasa|andigan|bagemana|bagimana|pigimana|k[ae]rmana|kiapa|"
    r"b[ae]rapo|siapo|(?:di|ka|ke|cak ?)?mano|manga|naha|saha|ngopo|ngapa|punapi|pidan|dija|"
    r"pakon|kiban|padum|pajan|"
    r"how|what|when|where|which|who|why"
)
WISHES = r"mau|mo|mw|ingin|pengen|hendak|(?:bermaksud|berniat|berkeinginan)(?: untuk)?"
# How letters ask: ``hendak meminta data``. What somebody has already applied for asks nothing.
FORMAL_REQUESTS = (
    rf"(?:{WISHES}) (?:meminta|memohon(?! maaf)|mengajukan|mendapat(?:kan)?|memperoleh|mengetahui|"
    r"mengakses|mengambil|mengunduh|memesan|membeli|mencari|menanyakan|(?:ber)?konsultasi)|"
    r"(?<!sudah )(?<!sdh )(?<!telah )(?<!pernah )(?:mengajukan|menyampaikan|melakukan) "
    r"(?:surat )?(?:permohonan|permintaan|pertanyaan)|"
    r"(?:dimohon|memohon|dibutuhkan|diperlukan) (?:data|info\w*|angka|tabel|bantuan)"
)
