"""Messages about files, notation and values: what ``caridulu.knowledge`` reads them as."""

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
    "link_email": (
        'tautan "{value}" adalah alamat e-mail; awali dengan mailto:',
        'the link "{value}" is an e-mail address; begin it with mailto:',
    ),
    "image": (
        'gambar "{value}" tidak dapat ditampilkan; tulis tautan ke alamat lengkapnya, misalnya'
        " [gambar](https://...), atau hapus",
        'the image "{value}" cannot be shown; write a link to its whole address, for example'
        " [image](https://...), or delete it",
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

READING_MESSAGES: dict[str, tuple[str, str]] = {**_FILES, **_NOTATION, **_VALUES}
