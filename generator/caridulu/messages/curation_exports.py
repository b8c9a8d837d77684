"""Sentences about the exports that officers hand over: name -> (Indonesian, English)."""

EXPORT_MESSAGES: dict[str, tuple[str, str]] = {
    # Files that cannot be used
    "no_such_file": (
        "berkas tidak ditemukan; periksa nama dan foldernya",
        "the file does not exist; check its name and folder",
    ),
    "unreadable": (
        "berkas tidak dapat dibaca; tutup di program lain, lalu coba lagi",
        "the file cannot be read; close it in other programs and try again",
    ),
    "empty": ("berkas kosong; ekspor sekali lagi", "the file is empty; export it once more"),
    "too_large": (
        "berkas {size} MB, batasnya {limit} MB; ekspor tanpa media atau untuk waktu yang lebih "
        "pendek",
        "the file has {size} MB, the limit is {limit} MB; export without media or a shorter time",
    ),
    "binary": (
        "isi berkas bukan teks; simpan sebagai CSV UTF-8 atau XLSX",
        "the file holds no text; save it as CSV UTF-8 or XLSX",
    ),
    "encoding": (
        "huruf di berkas tidak dapat dibaca; simpan sebagai CSV UTF-8",
        "the letters of the file cannot be read; save it as CSV UTF-8",
    ),
    "unknown_format": (
        'jenis berkas "{value}" tidak dikenal; pakai csv, xlsx, ods, txt, zip, mbox, atau eml',
        'the file type "{value}" is unknown; use csv, xlsx, ods, txt, zip, mbox or eml',
    ),
    "corrupt_zip": (
        "berkas zip rusak atau terpotong; ekspor sekali lagi",
        "the zip file is damaged or cut off; export it once more",
    ),
    "corrupt_sheet": (
        "lembar kerja rusak; buka di Excel, simpan dengan nama lain, lalu coba lagi",
        "the workbook is damaged; open it in Excel, save it under another name and try again",
    ),
    "locked": (
        "berkas dilindungi kata sandi; simpan salinan tanpa kata sandi",
        "the file is protected by a password; save a copy without one",
    ),
    "zip_bomb": (
        "isi zip menjadi {size} MB bila dibuka; berkas ini ditolak demi keamanan",
        "the zip would unpack to {size} MB; this file is refused for safety",
    ),
    "zip_path": (
        'zip memuat alamat "{value}" yang keluar dari foldernya; berkas ini ditolak demi keamanan',
        'the zip holds the path "{value}" outside its folder; this file is refused for safety',
    ),
    "zip_without_chat": (
        "zip memuat {count} berkas percakapan, seharusnya satu; ekspor sekali lagi dari WhatsApp",
        "the zip holds {count} chat files instead of one; export it from WhatsApp once more",
    ),
    "cannot_write": (
        "{path} tidak dapat ditulis ({value}); tutup di program lain, tidak ada yang berubah",
        "{path} cannot be written ({value}); close it in other programs, nothing has changed",
    ),
    # Tables
    "column_missing": (
        "kolom {name} tidak ada; beri nama kolomnya begitu atau pakai --columns (kolom yang ada: "
        "{choices})",
        "the column {name} is missing; rename a column or use --columns (columns found: {choices})",
    ),
    "column_twice": (
        'kolom "{value}" dan "{other}" berarti sama; hapus salah satu atau pakai --columns',
        'the columns "{value}" and "{other}" mean the same; delete one or use --columns',
    ),
    "bad_mapping": (
        "berkas kolom tidak dapat dibaca; tulis misalnya: pertanyaan: Uraian Permintaan",
        "the column file cannot be read; write for example: question: Request text",
    ),
    "bad_column": (
        'isian "{value}" tidak dikenal; pilihan: {choices}',
        '"{value}" is unknown; choose from: {choices}',
    ),
    "mixed_delimiters": (
        "pemisah kolom tidak sama di seluruh berkas; simpan ulang sebagai CSV dari Excel",
        "the column delimiter changes within the file; save it as CSV from Excel again",
    ),
    "row_width": (
        "baris ini berisi {count} kolom, judulnya {expected}; periksa pemisah dan tanda kutip",
        "this row has {count} columns, the header {expected}; check delimiters and quotes",
    ),
    "open_quote": (
        'tanda kutip " tidak ditutup; periksa sel di baris ini',
        'a quote " is not closed; check the cells of this row',
    ),
    "cell_too_long": (
        "sel lebih panjang dari {limit} huruf; periksa tanda kutip atau pendekkan isinya",
        "a cell is longer than {limit} characters; check the quotes or shorten it",
    ),
    "no_rows": (
        "tidak ada baris di bawah judul kolom; isi dahulu tabelnya",
        "there is no row below the header; fill in the table first",
    ),
    "row_without": (
        "baris dilewati: kolom {name} kosong; isi bila baris ini perlu diimpor",
        "row left out: the column {name} is empty; fill it in if the row is to be imported",
    ),
    "row_date": (
        'kolom tanggal: "{value}" bukan tanggal; tulis hari/bulan/tahun, misalnya 25/11/2026',
        'column date: "{value}" is no date; write day/month/year, for example 25/11/2026',
    ),
    "month_first": (
        'kolom tanggal: "{value}" menulis bulan lebih dahulu; ubah seluruh kolom menjadi '
        "hari/bulan/tahun",
        'column date: "{value}" has the month first; change the whole column to day/month/year',
    ),
    "text_too_long": (
        "{name}: lebih panjang dari {limit} huruf; pendekkan lalu impor lagi",
        "{name}: longer than {limit} characters; shorten it and import again",
    ),
    "category_unknown": (
        'kategori "{value}" tidak dikenal; sementara dipakai "{other}", periksa di konsepnya',
        'the category "{value}" is unknown; "{other}" is used for now, check the draft',
    ),
    # Chats and mail
    "no_messages": (
        "tidak ada pesan yang dikenali; ekspor percakapan dari WhatsApp atau program e-mail",
        "no message was recognised; export the conversation from WhatsApp or the mail program",
    ),
    "no_mbox": (
        'berkas mbox harus diawali baris "From "; ekspor sekali lagi',
        'an mbox file must begin with a line "From "; export it once more',
    ),
    "mail_cut": (
        "e-mail ini terpotong atau rusak; ekspor sekali lagi",
        "this e-mail is cut off or damaged; export it once more",
    ),
    "mbox_cut": (
        "kotak surat ini terpotong di e-mail terakhir; ekspor sekali lagi",
        "this mailbox is cut off in its last e-mail; export it once more",
    ),
    "mail_without_end": (
        "e-mail ini tidak berakhir dengan baris baru; periksa apakah isinya terpotong",
        "this e-mail does not end with a line feed; check whether it is cut off",
    ),
    "thread_cut": (
        "{count} e-mail ikut dilewati karena satu e-mail di percakapannya terpotong; ekspor sekali "
        "lagi",
        "{count} e-mails are left out because one of their conversation is cut off; export it "
        "once more",
    ),
    "bad_date": (
        'tanggal "{value}" tidak ada di kalender; periksa urutannya dengan --date-order',
        'the date "{value}" does not exist; check the order of day and month with --date-order',
    ),
    "mixed_dates": (
        "urutan hari dan bulan berganti di dalam berkas; ekspor sekali lagi dari satu ponsel",
        "the order of day and month changes within the file; export again from one phone",
    ),
    "undecidable_dates": (
        '"{value}": hari atau bulan lebih dahulu tidak pasti; pakai --date-order dmy atau mdy',
        '"{value}": day or month first cannot be decided; use --date-order dmy or mdy',
    ),
    "day_first": (
        "tanggal dibaca hari/bulan karena jamnya bertitik; pakai --date-order bila keliru",
        "dates are read day/month because hours have dots; use --date-order if that is wrong",
    ),
    "dates_out_of_order": (
        "tanggal mundur dibanding baris {other}; ekspor sekali lagi, jangan gabungkan berkas",
        "the date is before that of line {other}; export once more, do not join files",
    ),
    "no_officer": (
        "tidak ada pengirim yang dikenal sebagai petugas; isi officers di content/office.yml "
        "atau pakai "
        "--officer (pengirim: {choices})",
        "no sender is known as an officer; fill in officers in content/office.yml or use "
        "--officer (senders: {choices})",
    ),
    "no_contact": (
        "semua pengirim adalah petugas; ekspor percakapan dengan penanya (pengirim: {choices})",
        "all senders are officers; export a conversation with somebody who asks (senders: "
        "{choices})",
    ),
    "several_contacts": (
        "ada beberapa pengirim selain petugas: {choices}; tambahkan petugas lain dengan "
        "--officer, dan "
        "jangan impor percakapan grup",
        "there are several senders beside the officer: {choices}; add other officers with "
        "--officer, and "
        "do not import group chats",
    ),
    "media": (
        "{count} pesan media, dihapus, atau panggilan tidak dibaca; salin isinya sendiri bila "
        "perlu",
        "{count} media, deleted or call messages are not read; copy their content if needed",
    ),
    "stray_line": (
        "baris ini bukan bagian dari pesan mana pun dan dilewati; periksa apakah berkas terpotong",
        "this line belongs to no message and is left out; check whether the file is cut off",
    ),
    "unanswered": (
        "{count} pesan tanpa pertanyaan atau tanpa jawaban petugas dilewati; catat sendiri bila "
        "perlu",
        "{count} messages without a question or an officer's answer left out; note them if needed",
    ),
}
