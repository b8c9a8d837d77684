"""Messages of the knowledge area: name -> (Indonesian, English)."""

_FILES: dict[str, tuple[str, str]] = {
    "missing_file": (
        "berkas ini tidak ada; buat berkas ini",
        "this file does not exist; create it",
    ),
    "no_kb": (
        "folder kb tidak ada; buat folder kb berisi categories.yml dan satu folder per kategori",
        "there is no kb folder; create it with categories.yml and one folder per category",
    ),
    "stray_file": (
        "berkas ini tidak dikenal di folder ini; pindahkan ke tempatnya atau hapus",
        "this file does not belong in this folder; move it where it belongs or delete it",
    ),
    "nested_folder": (
        "folder di dalam folder ini tidak dibaca; pindahkan berkasnya satu tingkat ke atas",
        "a folder inside this folder is not read; move its files one level up",
    ),
    "wrong_suffix": (
        'akhiran nama berkas harus ".yml" dengan huruf kecil; ubah namanya menjadi "{name}"',
        'the file name must end with ".yml" in lower case; rename it to "{name}"',
    ),
    "bad_id": (
        'nama berkas "{value}" tidak dapat menjadi alamat; pakai huruf kecil a-z, angka, dan tanda'
        ' hubung, paling banyak 80 karakter, misalnya "biaya-konsultasi"',
        'the file name "{value}" cannot be an address; use lower-case letters a-z, digits and'
        ' hyphens, at most 80 characters, for example "biaya-konsultasi"',
    ),
    "duplicate_id": (
        'kode entri "{id}" sudah dipakai oleh {other}; ubah nama salah satu berkas',
        'the entry id "{id}" is already used by {other}; rename one of the two files',
    ),
    "outside": (
        "tautan ini menunjuk ke luar folder proyek; ganti dengan berkas atau folder aslinya",
        "this link points outside the project folder; put the real file or folder in its place",
    ),
    "not_a_file": (
        "ini bukan berkas biasa; hapus atau ganti dengan berkas teks",
        "this is not a regular file; delete it or put a text file in its place",
    ),
    "too_big": (
        "berkas lebih besar dari 1 MB; bagi menjadi beberapa berkas",
        "the file is larger than 1 MB; split it into several files",
    ),
    "unreadable": (
        "tidak dapat dibuka; periksa apakah berkas atau folder ini ada dan boleh Anda baca",
        "cannot be opened; check that this file or folder exists and that you may read it",
    ),
    "not_utf8": (
        "berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8",
        "the file is not UTF-8 text; save it again with the encoding UTF-8",
    ),
    "invisible": (
        "ada karakter tak tampak {code}; hapus karakter itu",
        "there is an invisible character {code}; delete it",
    ),
    "empty_file": (
        "berkas kosong; isi atau hapus berkas ini",
        "the file is empty; fill it in or delete it",
    ),
}

_NOTATION: dict[str, tuple[str, str]] = {
    "yaml_syntax": (
        "penulisan YAML tidak dapat dibaca; periksa lekukan, tanda kutip, dan titik dua di baris"
        " ini dan baris sebelumnya",
        "the YAML cannot be read; check indentation, quotes and colons in this line and the one"
        " before",
    ),
    "tab": (
        "baris ini dilekukkan dengan tab; ganti tab dengan spasi",
        "this line is indented with a tab; use spaces instead",
    ),
    "indentation": (
        "lekukan baris ini tidak sesuai; samakan jumlah spasi di awal baris dengan baris yang"
        " setingkat",
        "the indentation of this line does not fit; begin it with as many spaces as the lines of"
        " the same level",
    ),
    "colon_in_value": (
        'ada titik dua dan spasi ": " di dalam nilai; apit seluruh nilai dengan tanda kutip',
        'there is a colon and a space ": " inside the value; put quotes around the whole value',
    ),
    "open_quote": (
        "tanda kutip ini tidak ditutup; tambahkan tanda kutip penutup",
        "this quotation mark is never closed; add the closing one",
    ),
    "open_bracket": (
        'kurung "{value}" ini tidak ditutup dengan benar; tambahkan kurung penutup atau koma di'
        " antara butir",
        'this bracket "{value}" is not closed properly; add the closing bracket or commas between'
        " items",
    ),
    "bad_start": (
        'nilai tidak boleh diawali karakter "{value}"; apit seluruh nilai dengan tanda kutip',
        'a value cannot begin with the character "{value}"; put quotes around the whole value',
    ),
    "bad_escape": (
        "garis miring terbalik di dalam tanda kutip ganda ini tidak dikenal; pakai tanda kutip"
        " tunggal",
        "this backslash inside double quotes is not understood; use single quotes",
    ),
    "missing_colon": (
        'baris ini bukan pasangan kunci dan nilai; tambahkan ":" setelah nama kunci atau lekukkan'
        " baris ini di bawah nilainya",
        'this line is no key and value; add ":" after the name of the key or indent the line under'
        " its value",
    ),
    "braces": (
        'rujukan "{{{{ ... }}}}" di awal nilai atau di dalam kurung harus diapit tanda kutip; apit'
        " seluruh nilai dengan tanda kutip",
        'a reference "{{{{ ... }}}}" at the beginning of a value or inside brackets needs quotes;'
        " put quotes around the whole value",
    ),
    "anchor": (
        'nilai yang diawali "&" atau "*" tidak dapat dipakai; apit seluruh nilai dengan tanda'
        " kutip",
        'a value that begins with "&" or "*" cannot be used; put quotes around the whole value',
    ),
    "tag": (
        'penanda jenis "{value}" tidak dapat dipakai; hapus penanda itu atau apit seluruh nilai'
        " dengan tanda kutip",
        'the tag "{value}" cannot be used; delete it or put quotes around the whole value',
    ),
    "merge_key": (
        'kunci "<<" tidak dapat dipakai; tulis semua kunci di sini',
        'the key "<<" cannot be used; write out all keys here',
    ),
    "several_documents": (
        'berkas berisi lebih dari satu bagian yang dipisahkan "---"; buat satu berkas untuk setiap'
        " bagian",
        'the file holds several parts separated by "---"; make one file for each part',
    ),
    "too_deep": (
        "kurung atau lekukan bertumpuk lebih dari {limit} tingkat; sederhanakan susunannya",
        "brackets or indentation are nested more than {limit} levels deep; simplify them",
    ),
    "duplicate_key": (
        'kunci "{value}" sudah ada di baris {line}; gabungkan atau hapus salah satu',
        'the key "{value}" is already in line {line}; merge the two or delete one',
    ),
    "empty_key": (
        'tidak ada nama kunci sebelum ":"; tulis nama kunci',
        'there is no key before ":"; write the name of the key',
    ),
    "key_is_no_text": (
        "nama kunci harus berupa teks, bukan daftar; hapus kurung atau tanda hubungnya",
        "a key must be text, not a list; delete the brackets or hyphens",
    ),
    "root_is_no_pairs": (
        'berkas harus berisi pasangan kunci dan nilai; awali setiap baris dengan "kunci: "',
        'the file must hold keys and values; begin each line with "key: "',
    ),
}

_VALUES: dict[str, tuple[str, str]] = {
    "missing_key": (
        'kunci "{name}" belum ada; tambahkan "{name}: " beserta nilainya',
        'the key "{name}" is missing; add "{name}: " with its value',
    ),
    "unknown_key": (
        'kunci "{value}" tidak dikenal; pilih salah satu: {choices}',
        'the key "{value}" is unknown; choose one of: {choices}',
    ),
    "unknown_key_near": (
        'kunci "{value}" tidak dikenal; maksud Anda "{near}"?',
        'the key "{value}" is unknown; do you mean "{near}"?',
    ),
    "unknown_choice": (
        'nilai "{value}" untuk kunci "{name}" tidak dikenal; pilih salah satu: {choices}',
        'the value "{value}" for the key "{name}" is unknown; choose one of: {choices}',
    ),
    "unknown_choice_near": (
        'nilai "{value}" untuk kunci "{name}" tidak dikenal; maksud Anda "{near}"?',
        'the value "{value}" for the key "{name}" is unknown; do you mean "{near}"?',
    ),
    "empty_value": (
        'kunci "{name}" belum berisi; isi nilainya atau hapus kunci ini bila tidak wajib',
        'the key "{name}" has no value; fill it in, or delete the key if it is optional',
    ),
    "empty_item": (
        'ada butir kosong di daftar "{name}"; isi atau hapus butir itu',
        'there is an empty item in the list "{name}"; fill it in or delete it',
    ),
    "expected_list": (
        'kunci "{name}" harus berisi daftar; tulis setiap butir di baris sendiri, diawali "- "',
        'the key "{name}" must hold a list; write each item on its own line, beginning with "- "',
    ),
    "expected_text": (
        'kunci "{name}" harus berisi teks, bukan daftar atau pasangan kunci dan nilai; tulis teks'
        " saja",
        'the key "{name}" must hold text, not a list or keys and values; write just text',
    ),
    "expected_pairs": (
        'kunci "{name}" harus berisi pasangan kunci dan nilai; tulis "kunci: nilai" di baris'
        " sendiri",
        'the key "{name}" must hold keys and values; write "key: value" on lines of their own',
    ),
    "text_with_colon": (
        'teks di "{name}" terbaca sebagai kunci dan nilai karena ada ": "; apit seluruh teks dengan'
        " tanda kutip",
        'the text in "{name}" is taken for a key and a value because of ": "; put quotes around the'
        " whole text",
    ),
    "several_lines": (
        'kunci "{name}" harus satu baris; gabungkan menjadi satu baris',
        'the key "{name}" must be one line; join its lines',
    ),
    "text_too_long": (
        'isi "{name}" terlalu panjang, paling banyak {limit} karakter; persingkat',
        'the text of "{name}" is too long, at most {limit} characters; shorten it',
    ),
    "list_too_long": (
        'daftar "{name}" terlalu panjang, paling banyak {limit} butir; kurangi butirnya',
        'the list "{name}" is too long, at most {limit} items; remove some',
    ),
    "list_too_short": (
        'daftar "{name}" terlalu pendek, paling sedikit {limit} butir; tambahkan butir',
        'the list "{name}" is too short, at least {limit} item; add one',
    ),
    "bad_slug": (
        'kode "{value}" di "{name}" tidak sah; pakai huruf kecil a-z, angka, dan tanda hubung,'
        ' misalnya "biaya-konsultasi"',
        'the code "{value}" in "{name}" is not valid; use lower-case letters a-z, digits and'
        ' hyphens, for example "biaya-konsultasi"',
    ),
    "bad_url": (
        'alamat "{value}" di "{name}" tidak lengkap; tulis tanpa spasi dan awali dengan https://'
        " atau http://",
        'the address "{value}" in "{name}" is not complete; write it without spaces and begin with'
        " https:// or http://",
    ),
    "url_scheme": (
        'alamat "{value}" memakai "{scheme}:" yang tidak diizinkan; awali dengan https:// atau'
        " http://",
        'the address "{value}" uses "{scheme}:", which is not allowed; begin with https:// or'
        " http://",
    ),
    "link_scheme": (
        'tautan "{value}" memakai "{scheme}:" yang tidak diizinkan; pakai https, http, mailto, tel,'
        " entri, kategori, layanan, atau halaman",
        'the link "{value}" uses "{scheme}:", which is not allowed; use https, http, mailto, tel,'
        " entri, kategori, layanan or halaman",
    ),
    "link_without_scheme": (
        'tautan "{value}" tidak lengkap; awali dengan https://',
        'the link "{value}" is not complete; begin it with https://',
    ),
    "unknown_link": (
        'tautan "{value}" tidak menuju apa pun; periksa kode entri, kategori, layanan, atau halaman'
        " yang dimaksud",
        'the link "{value}" leads nowhere; check the entry, category, service or page id you mean',
    ),
    "unknown_link_near": (
        'tautan "{value}" tidak menuju apa pun; maksud Anda "{near}"?',
        'the link "{value}" leads nowhere; do you mean "{near}"?',
    ),
    "link_unpublished": (
        'tautan "{value}" menuju entri yang belum terbit (status {status}); terbitkan entri itu'
        " atau hapus tautannya",
        'the link "{value}" leads to an entry that is not published (status {status}); publish it'
        " or remove the link",
    ),
    "bad_date": (
        'tanggal "{value}" di "{name}" tidak dikenal; tulis tahun-bulan-tanggal, misalnya'
        " 2026-11-25",
        'the date "{value}" in "{name}" is not understood; write year-month-day, for example'
        " 2026-11-25",
    ),
    "no_such_date": (
        'tanggal "{value}" di "{name}" tidak ada di kalender; periksa tahun, bulan, dan tanggalnya',
        'the date "{value}" in "{name}" is not in the calendar; check year, month and day',
    ),
    "bad_month": (
        'bulan "{value}" di "{name}" tidak dikenal; tulis tahun-bulan, misalnya 2026-11',
        'the month "{value}" in "{name}" is not understood; write year-month, for example 2026-11',
    ),
    "bad_clock": (
        'jam "{value}" di "{name}" tidak dikenal; tulis dengan empat angka, misalnya 08.00',
        'the time "{value}" in "{name}" is not understood; write four digits, for example 08.00',
    ),
    "bad_country": (
        'kode negara "{value}" di "{name}" tidak dikenal; tulis dua huruf besar, misalnya ID',
        'the country code "{value}" in "{name}" is not understood; write two capital letters, for'
        " example ID",
    ),
    "bad_number": (
        'nilai "{value}" di "{name}" bukan bilangan bulat; tulis dengan angka, misalnya 3',
        'the value "{value}" in "{name}" is not a whole number; write digits, for example 3',
    ),
    "number_too_small": (
        'nilai "{value}" di "{name}" terlalu kecil; paling kecil {limit}',
        'the value "{value}" in "{name}" is too small; at least {limit}',
    ),
    "number_too_big": (
        'nilai "{value}" di "{name}" terlalu besar; paling besar {limit}',
        'the value "{value}" in "{name}" is too big; at most {limit}',
    ),
    "bad_yes_no": (
        'nilai "{value}" di "{name}" tidak dikenal; tulis true (ya) atau false (tidak)',
        'the value "{value}" in "{name}" is not understood; write true or false',
    ),
    "angle_bracket": (
        'tanda "<" atau ">" tidak boleh dipakai di "{name}": "{value}"; tulis dengan kata',
        'the signs "<" and ">" cannot be used in "{name}": "{value}"; use words',
    ),
}

_ENTRIES: dict[str, tuple[str, str]] = {
    "category_folder": (
        'kategori "{value}" tidak sama dengan nama folder "{folder}"; pindahkan berkas atau ubah'
        " kategorinya",
        'the category "{value}" differs from the folder "{folder}"; move the file or change its'
        " category",
    ),
    "unknown_category": (
        'kategori "{value}" tidak dikenal; pilih salah satu: {choices}',
        'the category "{value}" is unknown; choose one of: {choices}',
    ),
    "unknown_category_near": (
        'kategori "{value}" tidak dikenal; maksud Anda "{near}"?',
        'the category "{value}" is unknown; do you mean "{near}"?',
    ),
    "published_without_sources": (
        'entri terbit tanpa rujukan; isi "sources" atau ubah status menjadi review',
        'the entry is published without a source; fill in "sources" or set the status to review',
    ),
    "published_without_reviewed": (
        'entri terbit tanpa tanggal tinjauan; isi "reviewed" atau ubah status menjadi review',
        'the entry is published without a review date; fill in "reviewed" or set the status to'
        " review",
    ),
    "published_without_review_by": (
        'entri terbit tanpa batas tinjauan; isi "review_by" atau ubah status menjadi review',
        'the entry is published without a date for the next review; fill in "review_by" or set the'
        " status to review",
    ),
    "review_reversed": (
        "batas tinjauan {value} lebih awal daripada tanggal tinjauan {reviewed}; perbaiki salah"
        " satunya",
        "the next review {value} is before the last one {reviewed}; correct one of them",
    ),
    "duplicate_question": (
        'pertanyaan "{value}" sudah ada di {other}; gabungkan kedua entri atau bedakan'
        " pertanyaannya",
        'the question "{value}" is already in {other}; merge the two entries or reword one',
    ),
    "alias_is_question": (
        'sebutan lain "{value}" sama dengan pertanyaannya sendiri; hapus sebutan ini',
        'the alias "{value}" equals the entry\'s own question; delete the alias',
    ),
    "duplicate_alias": (
        'sebutan lain "{value}" sudah ada di baris {line}; hapus salah satu',
        'the alias "{value}" is already in line {line}; delete one of them',
    ),
    "alias_elsewhere": (
        'sebutan lain "{value}" sudah dipakai di {other}; hapus dari salah satu entri',
        'the alias "{value}" is already used in {other}; delete it from one of the entries',
    ),
    "unknown_entry": (
        'entri "{value}" tidak ada; tulis kode entri yang ada atau hapus',
        'there is no entry "{value}"; write the id of an entry or delete this',
    ),
    "unknown_entry_near": (
        'entri "{value}" tidak ada; maksud Anda "{near}"?',
        'there is no entry "{value}"; do you mean "{near}"?',
    ),
    "related_itself": (
        'entri ini terkait dengan dirinya sendiri; hapus "{value}"',
        'the entry is related to itself; delete "{value}"',
    ),
    "related_unpublished": (
        'entri terkait "{value}" belum terbit (status {status}); terbitkan entri itu atau hapus'
        " dari daftar",
        'the related entry "{value}" is not published (status {status}); publish it or take it off'
        " the list",
    ),
    "featured_unpublished": (
        'entri unggulan "{value}" belum terbit (status {status}); terbitkan entri itu atau hapus'
        " dari daftar",
        'the featured entry "{value}" is not published (status {status}); publish it or take it off'
        " the list",
    ),
    "replaces_itself": (
        'entri ini menggantikan dirinya sendiri; hapus "{value}"',
        'the entry replaces itself; delete "{value}"',
    ),
    "replaces_living": (
        'entri "{value}" yang digantikan masih ada dan bukan arsip; ubah statusnya menjadi archived'
        " atau hapus dari daftar",
        'the replaced entry "{value}" exists and is not archived; set its status to archived or'
        " take it off the list",
    ),
    "replaced_twice": (
        'entri "{value}" sudah digantikan di {other}; hapus dari salah satu daftar',
        'the entry "{value}" is already replaced in {other}; take it off one of the lists',
    ),
    "replaces_loop": (
        'penggantian berputar: "{value}" digantikan "{other}", yang akhirnya digantikan "{value}";'
        " hapus salah satu",
        'the replacements run in a circle: "{value}" is replaced by "{other}", which in the end is'
        ' replaced by "{value}"; delete one of them',
    ),
}

_FACTS: dict[str, tuple[str, str]] = {
    "unknown_reference": (
        'rujukan "{value}" tidak dikenal; lihat nama yang tersedia di content/office.yml dan'
        " content/services",
        'the reference "{value}" is unknown; see content/office.yml and content/services for the'
        " names",
    ),
    "unknown_reference_near": (
        'rujukan "{value}" tidak dikenal; maksud Anda "{near}"?',
        'the reference "{value}" is unknown; do you mean "{near}"?',
    ),
    "empty_reference": (
        'rujukan "{name}" belum berisi; isi di content/office.yml atau content/services, atau hapus'
        " rujukan ini",
        'the reference "{name}" has no text yet; fill it in in content/office.yml or'
        " content/services, or delete the reference",
    ),
    "open_reference": (
        'tanda "{{{{" atau "}}}}" tidak berpasangan; tulis rujukan lengkap dalam satu baris,'
        ' misalnya "{{{{ office.name }}}}"',
        'a "{{{{" or "}}}}" has no partner; write the whole reference on one line, for example'
        ' "{{{{ office.name }}}}"',
    ),
    "block_outside_page": (
        'rujukan "{name}" hanya dapat dipakai di halaman; hapus dari berkas ini',
        'the reference "{name}" can only be used in pages; delete it from this file',
    ),
    "unknown_block": (
        'blok "{value}" tidak dikenal; misalnya: {choices}',
        'the block "{value}" is unknown; for example: {choices}',
    ),
    "unknown_block_near": (
        'blok "{value}" tidak dikenal; maksud Anda "{near}"?',
        'the block "{value}" is unknown; do you mean "{near}"?',
    ),
    "typed_contact": (
        '"{value}" adalah alamat kanal "{channel}"; tulis "{{{{ channel.{channel} }}}}"',
        '"{value}" is the address of the channel "{channel}"; write "{{{{ channel.{channel} }}}}"',
    ),
    "typed_contact_near": (
        '"{value}" hanya berbeda satu karakter dari alamat kanal "{channel}"; tulis'
        ' "{{{{ channel.{channel} }}}}" atau periksa alamatnya',
        '"{value}" is one character away from the address of the channel "{channel}"; write'
        ' "{{{{ channel.{channel} }}}}" or check the address',
    ),
    "no_title": (
        'halaman belum berjudul; awali dengan baris "# Judul halaman"',
        'the page has no title; begin with a line "# Page title"',
    ),
}

_OFFICE: dict[str, tuple[str, str]] = {
    "unknown_timezone": (
        'zona waktu "{value}" tidak dikenal; tulis nama IANA, misalnya Asia/Jakarta, Asia/Makassar,'
        " atau Asia/Jayapura",
        'the time zone "{value}" is unknown; write an IANA name, for example Asia/Jakarta,'
        " Asia/Makassar or Asia/Jayapura",
    ),
    "unknown_timezone_near": (
        'zona waktu "{value}" tidak dikenal; maksud Anda "{near}"?',
        'the time zone "{value}" is unknown; do you mean "{near}"?',
    ),
    "hours_reversed": (
        "jam tutup {closes} tidak lebih lambat daripada jam buka {opens}; perbaiki salah satunya",
        "the closing time {closes} is not after the opening time {opens}; correct one of them",
    ),
    "duplicate_channel": (
        'kode kanal "{id}" sudah ada di baris {line}; pakai kode lain',
        'the channel id "{id}" is already in line {line}; use another one',
    ),
    "unknown_channel": (
        'kanal "{value}" tidak ada; tulis kode kanal yang ada atau hapus',
        'there is no channel "{value}"; write the id of a channel or delete this',
    ),
    "unknown_channel_near": (
        'kanal "{value}" tidak ada; maksud Anda "{near}"?',
        'there is no channel "{value}"; do you mean "{near}"?',
    ),
    "bad_whatsapp": (
        'nomor WhatsApp "{value}" tidak sah; tulis 08 atau 62 diikuti angkanya, misalnya'
        " 081200000000",
        'the WhatsApp number "{value}" is not valid; write 08 or 62 followed by the digits, for'
        " example 081200000000",
    ),
    "bad_email": (
        'alamat e-mail "{value}" tidak sah; tulis satu alamat, misalnya nama@contoh.go.id',
        'the e-mail address "{value}" is not valid; write one address, for example'
        " nama@contoh.go.id",
    ),
    "near_contacts": (
        '"{value}" hanya berbeda satu karakter dari "{other}" di baris {line}; perbaiki, atau bila'
        ' memang berbeda tambahkan "distinct_from: [{channel}]" pada kanal ini',
        '"{value}" is one character away from "{other}" in line {line}; correct it, or if they'
        ' really differ add "distinct_from: [{channel}]" to this channel',
    ),
    "unknown_limit": (
        'batas waktu "{value}" tidak ada di "limits"; tambahkan di sana atau hapus "reply_limit"',
        'there is no limit "{value}" in "limits"; add it there or delete "reply_limit"',
    ),
    "unknown_limit_near": (
        'batas waktu "{value}" tidak ada di "limits"; maksud Anda "{near}"?',
        'there is no limit "{value}" in "limits"; do you mean "{near}"?',
    ),
    "duplicate_category": (
        'kategori "{id}" sudah ada di baris {line}; hapus salah satu',
        'the category "{id}" is already in line {line}; delete one of them',
    ),
    "duplicate_term": (
        'istilah "{value}" sudah ada di baris {line}; gabungkan keduanya',
        'the term "{value}" is already in line {line}; merge the two',
    ),
}

_NOTICES: dict[str, tuple[str, str]] = {
    "notice": ("catatan: {text}", "note: {text}"),
    "no_component": (
        'komponen standar pelayanan "{value}" belum berisi; mintakan kepada kantor, lalu isi',
        'the service standard component "{value}" is empty; ask the office for it and fill it in',
    ),
    "no_street_address": (
        'alamat kantor belum ada; isi "street_address" agar pengunjung dapat datang',
        'there is no street address; fill in "street_address" so that people can come',
    ),
    "no_hours": (
        'jam pelayanan belum ada; isi "hours" agar pengunjung tahu kapan kantor buka',
        'there are no opening hours; fill in "hours" so that people know when to come',
    ),
    "no_site_url": (
        "alamat tetap situs ini belum ada, maka peta situs, pencarian dari bilah alamat, dan kode"
        ' QR poster belum dibuat; setelah kantor menetapkannya, isi "site_url" dengan alamat yang'
        " diawali https://",
        "the address of this site is missing, so there is no sitemap, no search from the address"
        ' bar and no QR code on the poster; once the office has decided on it, fill in "site_url"'
        " with an address that begins with https://",
    ),
    "unverified_channel": (
        'kanal "{value}" belum dipastikan; cocokkan dengan kantor, lalu tulis "verified: true"',
        'the channel "{value}" is not confirmed; check it with the office, then write'
        ' "verified: true"',
    ),
    "review_due": (
        "batas tinjauan {value} sudah lewat; periksa isinya dan perbarui tanggalnya",
        "the review date {value} has passed; check the content and set new dates",
    ),
    "empty_category": (
        'kategori "{value}" belum memiliki entri terbit; terbitkan entri atau hapus kategorinya',
        'the category "{value}" has no published entry; publish one or delete the category',
    ),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_FILES,
    **_NOTATION,
    **_VALUES,
    **_ENTRIES,
    **_FACTS,
    **_OFFICE,
    **_NOTICES,
}
