"""Messages of the site area: name -> (Indonesian, English)."""

from caridulu.messages.site_browser import BROWSER_MESSAGES

MESSAGES: dict[str, tuple[str, str]] = {
    **BROWSER_MESSAGES,
    # Frame of every page
    "name": ("Cari Dulu", "Search First"),
    "site_title": ("Cari Dulu · {office}", "Search First · {office}"),
    "page_title": ("{title} · {office}", "{title} · {office}"),
    "skip": ("Lewati ke isi", "Skip to content"),
    "other_language": ("English", "Bahasa Indonesia"),
    "other_code": ("en", "id"),
    "nav_main": ("Utama", "Main"),
    "nav_footer": ("Jelajahi situs", "Explore the site"),
    "crumbs": ("Posisi halaman", "Breadcrumbs"),
    "home": ("Beranda", "Home"),
    "contact": ("Kontak", "Contact"),
    "complain": ("Sampaikan pengaduan", "File a complaint"),
    "responsible": (
        "Isi situs ini menjadi tanggung jawab {office}.",
        "{office} is responsible for this site.",
    ),
    "office_website": ("Laman resmi kantor", "The office's official website"),
    "no_tracking": (
        "Situs ini tidak memakai kuki, tidak melacak, dan tidak memuat apa pun dari pihak lain.",
        "This site uses no cookies, does not track, and loads nothing from third parties.",
    ),
    "saved_copy": (
        "Versi terbaru belum dapat diambil. Anda membaca simpanan di perangkat ini per",
        "The latest version could not be fetched. You are reading what this device stored on",
    ),
    "newer": (
        "Versi baru situs ini sudah tersimpan.",
        "A new version of this site has been stored.",
    ),
    "reload": ("Muat ulang", "Reload"),
    # Reading without a network
    "keep_title": ("Baca tanpa internet", "Read offline"),
    "keep_description": (
        "Simpan situs ini di perangkat agar dapat dibaca dan dicari tanpa internet.",
        "Keep this site on the device, to read and search it without internet.",
    ),
    "keep_text": (
        "Anda dapat menyimpan seluruh situs ini di perangkat, sekitar {size} MB, lalu membaca dan"
        " mencari tanpa internet. Tidak ada yang disimpan sebelum Anda memintanya.",
        "You can keep this whole site on the device, about {size} MB, and read and search it"
        " without internet. Nothing is stored before you ask for it.",
    ),
    "keep_fact_update": (
        "Selama sambungan lancar, Anda membaca versi terbaru, dan simpanan ikut diperbarui.",
        "While the connection is good you read the latest version, and the stored copy follows.",
    ),
    "keep_fact_dated": (
        "Saat sambungan terputus atau sangat lambat, halaman dibuka dari simpanan dan menyebutkan"
        " tanggalnya.",
        "When the connection is lost or very slow, pages come from the store and tell its date.",
    ),
    "keep_fact_remove": (
        "Simpanan dapat dihapus di halaman ini.",
        "The stored copy can be removed on this page.",
    ),
    "keep_noscript": ("Menyimpan situs memerlukan JavaScript.", "Storing needs JavaScript."),
    "keep_button": ("Simpan di perangkat ini", "Keep on this device"),
    "keep_remove": ("Hapus simpanan", "Remove the stored copy"),
    "keep_saved": ("Situs ini tersimpan di perangkat Anda.", "This site is stored on your device."),
    "keep_unsaved": ("Situs ini belum tersimpan.", "This site is not stored."),
    "keep_saving": ("Sedang menyimpan …", "Storing …"),
    "keep_failed": (
        "Belum berhasil disimpan. Periksa sambungan dan ruang penyimpanan, lalu coba lagi.",
        "Storing failed. Check the connection and the free space, then try again.",
    ),
    "keep_impossible": (
        "Peramban ini tidak dapat menyimpan situs.",
        "This browser cannot store the site.",
    ),
    "unstored_title": (
        "Halaman ini tidak tersimpan di perangkat Anda",
        "This page is not stored on your device",
    ),
    "unstored_text": (
        "Sambungkan perangkat ke internet, lalu muat ulang halaman ini. Sementara itu, Anda tetap"
        " dapat mencari dan membaca halaman yang tersimpan.",
        "Connect the device to the internet, then reload this page. Meanwhile you can still search"
        " and read the pages that are stored.",
    ),
    "llms_note": (
        "Semua jawaban dalam satu berkas JSON: {file}",
        "All answers in one JSON file: {file}",
    ),
    "feed_title": ("Jawaban baru: {office}", "New answers: {office}"),
    # The sheet for the counter
    "poster_title": ("Punya pertanyaan? Cari\N{NO-BREAK SPACE}dulu.", "A question? Search first."),
    "poster_lead": (
        "Pindai kode ini dengan kamera ponsel, lalu tulis pertanyaan Anda.",
        "Scan this code with your phone's camera, then write your question.",
    ),
    "poster_no_address": (
        "Alamat situs belum diisi: tulis site_url dalam content/office.yml, lalu cetak ulang.",
        "The site's address is missing: set site_url in content/office.yml and print again.",
    ),
    "poster_ask": ("Belum terjawab? Hubungi kami", "Not answered? Contact us"),
    "poster_complain": ("Pengaduan", "Complaints"),
    "poster_standard": ("Standar pelayanan: {service}", "Service standard: {service}"),
    # Search box
    "search_label": ("Cari jawaban", "Search for an answer"),
    "search_placeholder": ("mis. syarat konsultasi", "e.g. consultation fee"),
    "search_button": ("Cari", "Search"),
    "search_broken": (
        "Pencarian tidak dapat dimuat. Periksa sambungan internet lalu muat ulang, atau buka:",
        "Search could not be loaded. Check the connection and reload the page, or open:",
    ),
    "results_label": ("Hasil pencarian", "Search results"),
    # Home
    "home_title": ("Ada pertanyaan? Cari dulu jawabannya di sini", "A question? Search here first"),
    "home_description": (
        "Jawaban atas pertanyaan yang sering diajukan kepada {office}, dan cara bertanya langsung.",
        "Answers to questions often put to {office}, and how to ask in person.",
    ),
    "home_hint": (
        "Tulis dengan kata-kata sendiri; singkatan dan bahasa sehari-hari boleh.",
        "Answers are written in Indonesian; your browser may be able to translate them.",
    ),
    "featured_title": ("Sering ditanyakan", "Often asked"),
    "categories_title": ("Semua topik", "All topics"),
    "categories_short": ("Topik", "Topics"),
    "categories_description": (
        "Semua topik pertanyaan yang dijawab {office}.",
        "All topics that {office} answers questions about.",
    ),
    "count": ("{count} jawaban", "{count} answers"),
    "letters_short": ("A\N{EN DASH}Z", "A\N{EN DASH}Z"),
    "letters_title": ("Indeks A\N{EN DASH}Z", "Index A\N{EN DASH}Z"),
    "letters_more": ("Telusuri menurut abjad", "Browse alphabetically"),
    "letters_nav": ("Huruf", "Letters"),
    "letters_description": (
        "Indeks kata kunci dari semua jawaban {office}.",
        "Keyword index of all answers of {office}.",
    ),
    "standard_title": ("Standar pelayanan: {service}", "Service standard: {service}"),
    "tile_time": ("Waktu", "Time"),
    "tile_time_note": (
        "Paling lambat, sejak permintaan jelas dan persyaratan lengkap",
        "At most, once the request is clear and the requirements are complete",
    ),
    "tile_fee": ("Biaya", "Fee"),
    "tile_fee_note": ("untuk layanan {service}", "for the service {service}"),
    "tile_requirements": ("Syarat", "Requirements"),
    "tile_requirements_value": ("{count} syarat", "{count} requirements"),
    "tile_hours": ("Jam pelayanan", "Opening hours"),
    # How to ask: the home page of an office that has not written one, and the page in English
    "how_title": ("Cara bertanya", "How to ask"),
    "how_description": (
        "Cara menemukan jawaban dan cara bertanya kepada petugas.",
        "How to find an answer, and how to ask an officer in English.",
    ),
    "how_steps": (
        "1. **Cari.** Tulis pertanyaan dengan kata-kata sendiri.\n"
        "2. **Baca.** Setiap jawaban menyebutkan rujukan dan tanggal peninjauannya.\n"
        "3. **Tanyakan.** Belum terjawab? Pilih kanalnya; pesannya sudah kami siapkan.",
        "1. **Search.** Write your question in your own words. Indonesian words find most; common"
        " English ones are understood too.\n"
        "2. **Read.** Answers are in Indonesian, with their sources and the date of the last"
        " review. Your browser may be able to translate the page.\n"
        "3. **Ask.** No answer? Choose a channel. The message is already written in Indonesian and"
        " English; add your question and send it yourself.",
    ),
    "how_more": (
        "Sebutkan empat hal agar pertanyaan jelas: data apa, wilayah mana, tahun berapa, dan untuk"
        " apa. Pilih kanalnya di halaman [Kontak](halaman:kontak).",
        "Name four things, so that the question is clear: which data, which area, which year, and"
        " what for. Then choose a channel on the [Contact](halaman:kontak) page.",
    ),
    "frame_note": (
        "Halaman ini berbahasa Indonesia; menu dan tombolnya saja yang berbahasa Inggris.",
        "This text is in Indonesian; your browser may be able to translate it.",
    ),
    # Search page
    "search_title": ("Cari jawaban", "Search"),
    "search_description": (
        "Cari di antara jawaban {office}.",
        "Search the answers of {office}.",
    ),
    "search_noscript": (
        "Pencarian langsung memerlukan JavaScript. Tanpa itu, temukan jawaban lewat topik atau"
        " indeks di bawah.",
        "Live search needs JavaScript. Without it, find answers through the topics or the index"
        " below.",
    ),
    "browse_title": ("Telusuri menurut topik", "Browse by topic"),
    # Entry
    "past_review": (
        "Halaman ini seharusnya ditinjau ulang sebelum {date}, jadi isinya mungkin sudah berubah.",
        "This page was due for review before {date}; it may be out of date.",
    ),
    "ask_newer": ("Minta versi terbaru", "Ask for the latest version"),
    "data_period": ("Periode data", "Data period"),
    "next_release": ("Rilis berikutnya", "Next release"),
    "reviewed": ("Ditinjau", "Reviewed"),
    "answered_by": ("Penanggung jawab", "Responsible"),
    "sources": ("Rujukan", "Sources"),
    "accessed": ("diakses {date}", "accessed {date}"),
    "print": ("Cetak", "Print"),
    "print_answers": ("Cetak jawaban lengkap", "Print full answers"),
    "print_failed": (
        "Jawaban belum dapat dimuat semuanya. Periksa sambungan internet, lalu coba lagi.",
        "Not all answers could be loaded. Check the connection, then try again.",
    ),
    "printed": ("Dicetak {date} dari {address}", "Printed {date} from {address}"),
    "report_mistake": ("Laporkan kekeliruan", "Report a mistake"),
    "related": ("Terkait", "Related"),
    "more_in": ("Semua di {category}", "All in {category}"),
    "helpful_title": ("Apakah ini membantu?", "Was this helpful?"),
    "helpful_yes": ("Ya, terbantu", "Yes, it was"),
    "helpful_thanks": (
        "Terima kasih, senang bisa membantu. Tidak ada yang dicatat.",
        "Thank you, glad to help. Nothing was recorded.",
    ),
    "helpful_no": ("Belum, saya mau bertanya ke petugas", "No, I want to ask an officer"),
    "table_region": ("Tabel {number}, dapat digeser", "Table {number}, scrollable"),
    # The way to a person
    "ask_title": ("Belum menemukan jawaban?", "No answer yet?"),
    "ask_text": (
        "Tanyakan kepada petugas, pesannya sudah kami siapkan.",
        "Ask an officer; the message is already written.",
    ),
    "ask_contact": ("Buka halaman Kontak", "Open the Contact page"),
    "ask_written": ("Tulis kepada petugas", "Write to an officer"),
    "ask_all": ("Semua kanal", "All channels"),
    "reply_promise": (
        "Dijawab paling lambat {promise} sejak permintaan jelas dan persyaratan lengkap.",
        "Answered within {promise} once the request is clear and the requirements are complete.",
    ),
    "reply_promise_date": (
        "Bila dikirim sekarang, dijawab paling lambat {date} bila permintaan sudah jelas dan"
        " persyaratan lengkap.",
        "If sent now, answered by {date} if the request is clear and the requirements are"
        " complete.",
    ),
    "unconfirmed_number": (
        "Nomor ini belum dipastikan oleh kantor. Pastikan dulu sebelum mengirim hal penting.",
        "The office has not confirmed this number yet. Check before sending anything important.",
    ),
    "unconfirmed_address": (
        "Alamat ini belum dipastikan oleh kantor. Pastikan dulu sebelum mengirim hal penting.",
        "The office has not confirmed this address yet. Check before sending anything important.",
    ),
    "send_notice": (
        "Pesan baru terkirim setelah Anda sendiri menekan kirim.",
        "The message is in Indonesian and English. Nothing is sent until you press send yourself.",
    ),
    "impostor_notice": (
        "Waspadai penipu yang mengatasnamakan kami. Abaikan nomor atau alamat lain, dan jangan"
        " berikan kata sandi, kode OTP, atau NIK lewat pesan.",
        "Beware of people who pose as us. Ignore other numbers and addresses, and never give a"
        " password, one-time code or identity number in a message.",
    ),
    "impostor_short": (  # stands in every entry page
        "Waspadai penipu: jangan berikan kata sandi, kode OTP, atau NIK lewat pesan.",
        "Beware of impostors: never give a password, one-time code or identity number.",
    ),
    # Kinds of channels, for who cannot read the office's own names of them
    "kind_web": ("Aplikasi", "Web application"),
    "kind_form": ("Formulir", "Web form"),
    "kind_whatsapp": ("WhatsApp", "WhatsApp"),
    "kind_email": ("E-mail", "E-mail"),
    "kind_phone": ("Telepon", "Telephone"),
    "kind_visit": ("Datang langsung", "Visit in person"),
    "kind_box": ("Kotak saran", "Suggestion box"),
    "kind_national": ("Kanal nasional", "National complaint service"),
    "contact_description": (
        "Semua kanal konsultasi dan pengaduan.",
        "All channels for consultation and complaints.",
    ),
    "contact_body": (
        "## Konsultasi\n\n{{{{ block.channels-consultation }}}}\n\n"
        "## Pengaduan\n\n{{{{ block.channels-complaint }}}}\n",
        "## Consultation\n\n{{{{ block.channels-consultation }}}}\n\n"
        "## Complaints\n\n{{{{ block.channels-complaint }}}}\n",
    ),
    # Other pages
    "not_found_title": ("Halaman tidak ditemukan", "Page not found"),
    "not_found_text": (
        "Alamatnya mungkin salah ketik atau halamannya sudah pindah. Coba cari, atau pilih topik.",
        "The address may be mistyped or the page has moved. Try searching, or choose a topic.",
    ),
    "not_found_base": (
        "Bila tautan di halaman ini tidak berfungsi, hapus alamat di bilah alamat dari belakang,"
        " satu garis miring demi satu garis miring, sampai beranda terbuka.",
        "If the links on this page do not work, delete the address in the address bar from its end,"
        " slash by slash, until the home page opens.",
    ),
    "moved_title": ("Halaman ini sudah pindah", "This page has moved"),
    # Problems
    "foreign_search": (
        'mkdocs.yml: plugin "{plugin}" tidak dapat dipakai bersama caridulu; hapus barisnya',
        'mkdocs.yml: the plugin "{plugin}" cannot be used with caridulu; remove its line',
    ),
    "content_problems": (
        "{count} masalah pada isi; perbaiki dahulu, situs belum dibangun",
        "{count} problems in the content; mend them first, the site was not built",
    ),
    "weights": (
        "{pages} halaman. Terkompresi: halaman jawaban terberat {page} kB,"
        " siap mencari {ready} kB.",
        "{pages} pages. Compressed: heaviest answer page {page} kB, ready to search {ready} kB.",
    ),
    "no_address": (
        'Menunggu "site_url" dalam content/office.yml: peta situs, pencarian dari bilah alamat,'
        " kode QR poster; bila situs diletakkan di bawah alamat seperti /tanya/, juga gaya dan"
        " tautan halaman 404.",
        'Waiting for "site_url" in content/office.yml: sitemap, search from the address bar,'
        " QR code of the poster; if the site lies below a path such as /tanya/, also style and"
        " links of the 404 page.",
    ),
    "no_robots": (
        "Tanpa robots.txt: mesin pencari membacanya di akar host saja, bukan di bawah alamat situs"
        ' ini. Minta pengelola host menambahkan baris "Sitemap:" dengan alamat sitemap.xml situs'
        " ini ke robots.txt miliknya.",
        "No robots.txt: search engines read it at the root of a host only, not below this site's"
        ' address. Ask who runs the host to add a line "Sitemap:" with the address of this site\'s'
        " sitemap.xml to the robots.txt there.",
    ),
    "bad_epoch": (
        'SOURCE_DATE_EPOCH="{value}" bukan waktu; tulis jumlah detik sejak 1 Januari 1970, atau'
        " hapus variabel ini",
        'SOURCE_DATE_EPOCH="{value}" is no moment; write the number of seconds since 1 January'
        " 1970, or remove this variable",
    ),
    "preview_waiting": (
        "Pratinjau tampil di sini setelah masalah pada isi diperbaiki; lihat jendela perintah.",
        "The preview appears here once the problems in the content are mended; see the terminal.",
    ),
    "target_in_sources": (
        "{path}: situs tidak boleh ditulis di tempat {source}/, isi yang membentuknya; pilih folder"
        " lain, misalnya site",
        "{path}: the site must not be written where {source}/ is, from which it is made; choose"
        " another folder, such as site",
    ),
    "target_is_link": (
        "{path}: ini tautan ke {target}; tulis folder yang sebenarnya",
        "{path}: this is a link to {target}; name the folder itself",
    ),
    "target_is_file": (
        "{path}: ini berkas, bukan folder; pilih folder kosong atau folder baru",
        "{path}: this is a file, not a folder; choose an empty or a new folder",
    ),
    "target_not_writable": (
        "{path}: tidak dapat ditulis di dalam {folder}; pilih folder lain",
        "{path}: nothing can be written in {folder}; choose another folder",
    ),
    "not_our_folder": (
        "{path}: berisi berkas yang bukan situs Cari Dulu; pilih folder kosong atau folder baru",
        "{path}: holds files that are no Cari Dulu site; choose an empty or a new folder",
    ),
    # Names
    "unit_minutes": ("menit", "minutes"),
    "unit_hours": ("jam", "hours"),
    "unit_days": ("hari", "days"),
    "unit_working_days": ("hari kerja", "working days"),
    "unit_weeks": ("minggu", "weeks"),
    "unit_months": ("bulan", "months"),
    "weekdays": (
        "Senin,Selasa,Rabu,Kamis,Jumat,Sabtu,Minggu",
        "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    ),
    "months": (
        "Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember",
        "January,February,March,April,May,June,July,August,September,October,November,December",
    ),
}
