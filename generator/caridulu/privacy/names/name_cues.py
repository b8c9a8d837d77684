"""What stands before and after names: introductions, relations, closings, callings, degrees."""

import re

from caridulu.privacy.lists.spoken_words import SELVES

_PERSON = (  # whose name a form asks for
    r"lengkap|panggilan|pemohon|penanya|pengirim|pengunjung|pengisi|peserta|mahasiswa|peneliti|"
    r"petugas|responden|operator|ketua|pj|pic|krt|art|kepala \w+|pemilik(?: \w+)?|"
    r"penanggung jawab(?: \w+)?|anak|suami|istri|ibu|ayah|bapak|kades|wali"
)
# After these whatever stands there is a name.
INTRODUCED = re.compile(
    rf"\b(?:nama (?:{SELVES}|{_PERSON}|sendiri)(?:nya)?(?: saya| sy)?(?: adalah| ialah| itu)?|"
    r"(?:sa )?pu nama|namaku|bernama|nama(?:nya)?(?= [a-z'\u2019.]+ *$)|namanya|nama ?:|"
    rf"[a-z]*kenalkan(?:,? (?:{SELVES}|kami|nama))*|(?:ber)?tanda ?tangan(?: di ?bawah ini)? ?:|"
    r"atas nama|(?:a\.\s?n\.?|a/n\.?|an\.)(?=\s)|ttd\.?|dengan siapa\?|dgn siapa\?|"
    r"hormat (?:saya|kami)|kontak person|contact person|narahubung|dengan (?:saya|sy)|"
    r"ini dengan|ini (?:saya|sy)\b|my name is|"
    r"i am(?! (?-i:[a-z]+ing)\b)|(?:this is|i'm)(?= (?-i:[A-Z]))|"
    r"panggil (?:saja|aja)|dipanggil|bin(?:ti)?|"
    rf"(?:{_PERSON}|from|dari|kepada|anggota|kelompok|pencacah|penerima|pembimbing|pelapor|tim|"
    r"ppl|pml|kontak|contact|oleh|cc|cp|up|kpd) ?:)\s*[:=,-]?\s*",
    re.I,
)
# After these a usual name is one, and a word that looks like one.
MAYBE_INTRODUCED = re.compile(
    rf"\b(?:{SELVES}|ini|dengan|dgn|nama|oleh|salam|kasih|wassalam|makasih|mksh|trims|regards|"
    r"untuk|utk|kepada|yth\.?|cc|hubungi|menghubungi|dari|sama|ke|kata|menurut|bersama|ketemu|"
    r"bertemu|temui|menemui|jumpa|chat|wa|sms|telpon|telepon|tanya|panggil|dan|atau|tapi|bahwa|"
    r"kemarin|tadi|lapor|halo|hai|hi|itu|adalah|bernama|cari|lewat|via|wawancara|loket|di[a-z]{4,}|"
    r"penanggung jawab|responden|keluarga(?: besar)?|"
    r"(?:kontak|nomor|nomer|no|hp|email|e-mail|ktp|kk|nik|punya|berkas|"
    r"kuesioner|honor|sk|rekening|akun|npwp|bpjs|surat|paket|titipan|rumah)(?:nya)?)\b[,.:!]*\s*",
    re.I,
)
PUSHED = re.compile(r"(?<!\w)[@~] ?(?=\w)")  # before names in a chat
# Behind these a word with a capital is a name, if it is no word of everyday.
BESIDE_ME = re.compile(r"\b(?i:si|(?:saya|sy|sa|aku|beta) (?:dan|sama|&)) (?=[A-Z][a-z]{2})")
RELATION = re.compile(
    r"\b(?:(?:suami|istri|isteri|bini|anak|adik|adek|ade|kakak|kaka|teman|temen|kawan|sahabat|"
    r"dosen|paman|bibi|nenek|kakek|ipar|sepupu|"
    r"tetangga|bapak|ibu|ayah|mama|bapa|papa|guru|peneliti|responden|mitra|om|tante|mertua|menantu|ponakan|keponakan|cucu|"
    r"pacar|rekan|"
    r"atasan|ketua|penghubung|perwakilan|utusan|pembimbing|kepala sekolah|petugas|pencacah|kades|"
    r"ppl|pml|wali|saudara|anggota|staf|murid|siswa)(?:nya)?"
    r"(?: (?:saya|sy|sya|sa|kami|ku|aku|nya|kita|beliau|kelompok kami))+"
    r"|(?:anak|suami|istri|adik|kakak|teman|dosen|ipar|sepupu|tetangga|mama|bapak|ibu|guru|nenek|"
    r"kakek|mertua|petugas|pencacah|pembimbing)(?:ku|nya)|pembimbing|cp|pic|an|"
    r"utusan)\b[,.:]*\s*",
    re.I,
)
CLOSING = re.compile(
    r"(?:terima ?kasih|makasih|makasi|mksh|trims|tks|trm ksh\.?|thanks|thank you|wassalam|"
    r"salam|hormat|regards|sekian|"
    r"(?:best|cheers|sincerely|faithfully|truly|respectfully)(?=,))"
    r"(?: (?:banyak|bu|pak|kak|hormat|hangat|sebelumnya|kami|saya))*"
    r"[ ,.!\n~-]+(?=[^\n]{2,40}$)",
    re.I,
)
_NO_HOUR = r"(?!0\d[.:][0-5]\d(?!\d))"
BESIDE_NUMBER = re.compile(
    rf"{_NO_HOUR}(?:\+?62|\b0)[ .-]?8[\d .-]{{7,40}}\)?[ :;,/(~-]{{1,4}}(?=[A-Za-z])"
)
NUMBER_AFTER = re.compile(
    rf"[ :;,/(=~-]{{1,4}}(?:(?:wa|hp|no)?[ .:]{{0,2}}{_NO_HOUR}\(?(?:\+?62|0)[ -]?8[\d .-]{{7,}}|"
    r"(?:nik|kk|ktp|nisn|nim|nip|npwp)[ .:]{1,3}\d{4}|(?:e-?mail|surel)[ .:]{1,3}\S+@)",
    re.I,
)
_INITIAL = r"(?:[A-Z]|Ir|[Dd]r|Hj|KH|Rr|Rd|Tb|Tgk|Ch|Fr|St|Th|Wd|Ld|Lm)\. ?"
INITIALS = re.compile(rf"(?<![\w.])(?:{_INITIAL}){{1,3}}(?=[A-Z][a-z]{{2}})")
INITIALS_BEFORE = re.compile(rf"(?<![\w.])(?:{_INITIAL}){{1,3}}$", re.I)
INITIAL_AFTER = re.compile(r" [A-Z](?:\.(?!\w)| ?(?=$|[,)]))")
INITIALLED = re.compile(r"\b(?:ber)?inisial (?=(?:[A-Z]\.?){1,4}(?!\w))")
# What stands before a name and is part of it, though elsewhere it is another word: ``Lalu Ahmad``.
NOBLE = re.compile(
    r"\b(?:Lalu|Baiq|Lale|Anak Agung|Raden|Rd|Teuku|Tengku|Cut|Tubagus|Tb|Ida|Dewa|Gusti|"
    r"[A-Z][\w']+ (?:bin|binti|alias))\.? $"
)
BALI = frozenset(
    (
        "wayan", "made", "nengah", "nyoman", "ketut", "komang", "gede", "gde", "luh", "putu",
        "kadek", "gusti", "dewa", "bagus", "ayu", "agung",
    )
)  # fmt: skip
BEFORE_BALI = ("I", "Ni", "NI", "Dewa", "Gusti", "Ida", "Desak", "Sang", "Anak")
BEFORE_PLACES = ("di", "ke", "dari", "dr", "se", "antara", "pada")
WITHIN = frozenset(
    {
        "al", "el", "bin", "binti", "nur", "de", "as", "ode", "dg", "br", "boru", "daeng", "andi",
        "alias", "mei",
    }
)  # fmt: skip
WORK_AFTER = re.compile(
    r"\s*,?\s*(?:dari|dr|di (?:layanan|pst|bps)|"
    r"mahasiswa|mahasiswi|mhs|siswa|staf|staff|pegawai|guru|dosen|alumni|"
    r"warga|umur|usia|tinggal|penduduk|angkatan|peneliti|wartawan|perwakilan|selaku|bagian|anak)\b",
    re.I,
)
# A lower-case word between `saya` and one of these is a name, when no list knows it.
CALLED_AFTER = re.compile(
    r"\s*,?\s*(?:pak|bu|kak|kaka|min|bapak|ibu|bang|mas|mbak|admin|disini|di sini|ji|lagi)?"
    r"\s*(?:$|[,.!?~-]|yg tadi|yang tadi|yang kemarin|yg kemarin)",
    re.I,
)
# What is said about a person whose name begins a sentence.
DOES_AFTER = re.compile(
    r"\s*[,(\u2013-]*\s*(?:(?:itu|ini|juga|ji|mi|sama|dan|atau|yang|yg|baru|pernah|sempat|dulu|"
    r"pun|tadi|kemarin)\s+){0,2}"
    r"(?:bilang|blg|kata|kasih|layani|datang|dtg|ke sini|ikut|minta|mau|ingin|mohon|izin|"
    r"lapor|tanya|bertanya|nanya|kirim|mengirim|"
    r"sudah|sdh|belum|blm|tidak|tdk|bukan|lagi|umur|usia|disini|di sini|"
    r"(?:eks |mantan |calon )?(?:pemilik|penerima|warga|pedagang|petani|nelayan|peternak|janda|"
    r"duda|ketua|anggota|sekretaris|"
    r"bendahara|kepala|wakil|staf|staff|pegawai|pns|guru|dosen|mahasiswa|mahasiswi|mhs|siswa|siswi|"
    r"alumni|peneliti|"
    r"wartawan|bidan|perawat|dokter|kader|petugas|pencacah|pendata|enumerator|operator|mitra|ppl|"
    r"pml|pendeta|penginjil|"
    r"imam|tokoh|pengusaha|pensiunan|honorer|penjual|sopir|tukang|kades|camat|lurah|istri|suami|"
    r"anak|adik|kakak|"
    r"saudara|tetangga|teman|cucu|keponakan|bagian|penduduk|pelapor|penanya|admin|magang)(?:nya|ku)?|"
    r"dari|asal|alamat|tinggal|meninggal|pindah|lahir|hadir|sakit|kelahiran|selaku|mewakili|"
    r"tanda tangan|tim|dkk|dg nomor|wa|hp|semester|prodi|jurusan|"
    r"kec|kecamatan|desa|kel|kelurahan|dinas|kantor|bps|bappeda)\b",
    re.I,
)
SPEAKS = re.compile(r" ?: ?(?=[A-Za-z]{2})")
# What only people do.
ACTS_AFTER = re.compile(
    r"\s*[,(\u2013-]*\s*(?:(?:itu|ini|juga|ji|sama|yang|yg|baru|sempat|dulu|tadi|kemarin|sudah|sdh|"
    r"belum|blm|akan)\s+){0,2}"
    r"(?:bilang|blg|kasih|layani|datang|dtg|ke sini|ikut|minta|mau|ingin|mohon|izin|tanya|bertanya|"
    r"nanya|kirim|jawab|balas|jaga|piket|transfer|bayar|setor|daftar|"
    r"tanda tangan|warga|mahasiswa|mahasiswi|mhs|pendeta|penginjil|janda|duda|disini|di sini)\b"
    r"|\s+[\u2013-]\s+[A-Z]",
    re.I,
)
OFFICE_AFTER = re.compile(
    r"\s+(?:dari|dr) (?:dinas|kantor|bappeda|polsek|kodim|puskesmas|kampus|univ\w*|sma|smk|smp)\b",
    re.I,
)
# What somebody addressed by a title does; of a thing one would not say it.
DOES_WHEN_CALLED = re.compile(
    r"\s+(?:(?:juga|tadi|kemarin|kmrn|sudah|sdh|belum|blm|yg|yang|tolong|dulu)\s+){0,2}"
    r"(?:balas|bls|kirim|kirimkan|datang|dtg|minta|tanya|bertanya|bilang|blg|kasih|jual|ikut|izin|"
    r"ijin|lapor|layani|bantu|dibantu|chat|telpon|pamit|hadir|jawab|suruh|"
    r"(?:mau|mo|ingin) (?:tanya|nanya|bertanya|minta|izin|daftar|konfirmasi))\b",
    re.I,
)
_BASE = (
    r"[SM]\.? ?(?:Pd|Kom|Kep|Kes|Keb|Si|Sos|Sc|Stat|ST|Tr|Ag|Pi|Hut|Hum|Ked|Farm|Gz|Psi|IP|IKom|AP|"
    r"Ec|Eng|Ak|Ds|Sn|KM|E|H|T|M|P|A)|A\.? ?[Mm]a?\.? ?[Dd]|Ph\.? ?D|Apt|Ners?|CA|SST|SKM|DEA|MBA|"
    r"MPH|Sp\.? ?[A-Z]{1,3}|Lc|MAP"
)
DEGREES = re.compile(rf"(?:,? ?\b(?:{_BASE})\b(?:\.[A-Za-z]{{0,4}}\b)*\.?)+(?![a-z])")
TITLED = re.compile(r"(?:\b(?:Prof|Dr|Drs|Dra|Ir|drg|Eng|Hj|H|KH|Ns|apt)\b\.? *)+$")
NO_PERSON = frozenset(
    {
        ("merry", "christmas"), ("mas", "kawin"), ("minal", "aidin"), ("husnul", "khatimah"),
        ("husnul", "khotimah"), ("idul", "fitri"), ("idul", "adha"), ("sugeng", "dalu"),
        ("sugeng", "enjang"), ("sugeng", "riyadi"), ("sugeng", "siyam"), ("sugeng", "nindakake"),
        ("wa", "inna"), ("la", "nina"), ("la", "niña"), ("la", "ea"), ("la", "liga"),
        ("el", "nino"), ("el", "niño"), ("cut", "off"), ("zakat", "fitrah"),
    }
)  # fmt: skip
ORGANISATION = re.compile(
    r"\b[A-Z]\w+(?: [A-Z]\w+)?\s+(FM|TV|AM|News|Daily|Post|Online|Media|Group|Tbk|Agency|Affairs|"
    r"Bank|Mart|Corp|Inc|Ltd|University|Institute|College|School|Hospital|Finance|Foundation|Regency|"
    r"Province|Island)\b"
)
# Endings of names made of the usual parts; not of villages: ``Banjarsari``.
SHAPE = re.compile(
    r"(?!(?:argo|banjar|bumi|gandu|giri|jati|kali|karang|kerto|marga|mekar|mojo|mulya|padang|pandan|"
    r"purwo|sido|sindang|suka|suko|sumber|taman|tegal|tirto|warga|wono)sari$)"
    r"(?:.{2,}(?:wati|yanti|uddin|rudin|syah|ningsih|yani|riani|liani|yanto|fiah|sari|rianto|nisa|"
    r"riana|niati|miati|syam|jannah|yansyah|sia|lina)|nur[a-z]{4,})$"
)
# Words that are made of others, as nobody's name is: ``Pertanian``, ``Akomodasi``, ``Bacalah``.
FORMED = re.compile(r"^.{3,}(?:nya|lah|kah|kan|[aiu]si|itas|isme|ologi)$|^(?:ke|pe|per).{4,}an$")
# What is done to a person: ``sampaikan ke Marjan``.
TOWARDS = re.compile(
    r"\b(?:(?:disposisi|sampai|titip|serah|kasih|kirim|terus|lapor|lempar|oper|tanya|bilang|info)"
    r"(?:kan|in|ke|i)? (?:(?:lagi|saja|aja|langsung) )?(?:ke|kepada|pada|sama|lewat)|"
    r"(?:milik|kasih ta[hu]u?|sampai(?:kan|in)?|bilang|tanya(?:kan)?|titip(?:kan)?|kasih|serahkan|"
    r"lapor(?:kan)?|hubungi|chat|temui|menemui|ketemu|bertemu|minta|konsultasi|"
    r"di(?:kasih|beri|layani|bantu|wawancarai?|suruh|jawab|balas|telpon|hubungi|data|sampaikan|"
    r"proses|input|cek|periksa|buat|susun|wakili|temani|antar|dampingi|cacah|arahkan|terima|"
    r"tandatangani))(?: (?:ke|kepada|pada|sama|dengan|dgn|oleh|sm|langsung))*)[ :]+",
    re.I,
)
COORDINATE = re.compile(
    r"\s*(?:, ?dan\b|,|&|\+|/|;|\bdan\b|\bbukan\b|\bdgn\b|\bsama\b|\bserta\b)\s*"
)
