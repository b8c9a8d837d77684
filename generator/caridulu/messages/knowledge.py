"""Messages of the knowledge area: name -> (Indonesian, English)."""

from caridulu.messages.knowledge_reading import READING_MESSAGES

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
    "block_in_line": (
        'blok "{name}" hanya dapat berdiri sendiri di satu baris; pindahkan ke baris tersendiri'
        " tanpa teks lain",
        'the block "{name}" can only stand alone on a line; move it to a line of its own without'
        " other text",
    ),
    "braces_not_filled": (
        'tanda "{{{{" atau "}}}}" di berkas ini tidak diganti apa pun; tulis teksnya langsung',
        'nothing replaces "{{{{" or "}}}}" in this file; write the text itself',
    ),
    "reserved_page": (
        'nama halaman "{value}" sudah dipakai situs; beri nama berkas yang lain',
        'the site itself uses the page name "{value}"; give the file another name',
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
        " QR poster belum dibuat, dan halaman 404 hanya utuh bila situs berada di akar alamatnya;"
        ' setelah kantor menetapkannya, isi "site_url" dengan alamat yang diawali https://',
        "the address of this site is missing, so there is no sitemap, no search from the address"
        " bar and no QR code on the poster, and the 404 page is whole only at the root of a host;"
        ' once the office has decided on it, fill in "site_url" with an address that begins with'
        " https://",
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
    **READING_MESSAGES,
    **_ENTRIES,
    **_FACTS,
    **_OFFICE,
    **_NOTICES,
}
