"""Messages of the site area: name -> (Indonesian, English).

Names starting with ``message_`` and ``browser_``, and those in ``generator.site.assets.SHARED``,
also travel to the browser.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    # Frame of every page
    "name": ("Cari Dulu", "Search First"),
    "site_title": ("Cari Dulu · {office}", "Search First · {office}"),
    "page_title": ("{title} · {office}", "{title} · {office}"),
    "skip": ("Lewati ke isi", "Skip to content"),
    "nav_main": ("Utama", "Main"),
    "nav_footer": ("Jelajahi situs", "Explore the site"),
    "crumbs": ("Posisi halaman", "Breadcrumbs"),
    "home": ("Beranda", "Home"),
    "contact": ("Hubungi kami", "Contact us"),
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
    # Search box
    "search_label": ("Cari jawaban", "Search for an answer"),
    "search_placeholder": ("mis. konsultasi bayar berapa", "e.g. consultation fee"),
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
        "Jawaban ini seharusnya ditinjau ulang sebelum {date}, jadi isinya mungkin sudah berubah.",
        "This answer was due for review before {date}; it may be out of date.",
    ),
    "ask_newer": ("Minta versi terbaru", "Ask for the latest version"),
    "data_period": ("Periode data", "Data period"),
    "next_release": ("Rilis berikutnya", "Next release"),
    "reviewed": ("Ditinjau", "Reviewed"),
    "answered_by": ("Penanggung jawab", "Responsible"),
    "sources": ("Rujukan", "Sources"),
    "accessed": ("diakses {date}", "accessed {date}"),
    "report_mistake": ("Laporkan kekeliruan", "Report a mistake"),
    "related": ("Terkait", "Related"),
    "more_in": ("Semua di {category}", "All in {category}"),
    "helpful_title": ("Apakah ini membantu?", "Was this helpful?"),
    "helpful_yes": ("Ya, terbantu", "Yes, it was"),
    "helpful_no": ("Belum, saya mau bertanya ke petugas", "No, I want to ask an officer"),
    "table_region": ("Tabel {number}, dapat digeser", "Table {number}, scrollable"),
    # The way to a person
    "ask_title": ("Belum menemukan jawaban?", "No answer yet?"),
    "ask_text": (
        "Tanyakan kepada petugas, pesannya sudah kami siapkan.",
        "Ask an officer; the message is already written.",
    ),
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
    "unconfirmed": (
        "Alamat ini belum dipastikan oleh kantor. Pastikan dulu sebelum mengirim hal penting.",
        "The office has not confirmed this address yet. Check before sending anything important.",
    ),
    "send_notice": (
        "Pesan baru terkirim setelah Anda sendiri menekan kirim.",
        "Nothing is sent until you press send yourself.",
    ),
    "impostor_notice": (
        "Jangan berikan kata sandi, kode OTP, atau NIK lewat pesan.",
        "Never give a password, one-time code or identity number in a message.",
    ),
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
    "moved_title": ("Halaman ini sudah pindah", "This page has moved"),
    # Problems
    "unknown_link": (
        '{where}: tautan "{link}" tidak mengarah ke mana pun; periksa kodenya',
        '{where}: the link "{link}" leads nowhere; check its id',
    ),
    "unknown_block": (
        '{where}: blok "{block}" tidak dikenal; periksa namanya',
        '{where}: the block "{block}" is unknown; check its name',
    ),
    "reserved_page": (
        '{where}: nama halaman "{page}" sudah dipakai situs; pilih nama berkas lain',
        '{where}: the site itself uses the page name "{page}"; choose another file name',
    ),
    "foreign_search": (
        'mkdocs.yml: plugin "{plugin}" tidak dapat dipakai bersama caridulu; hapus barisnya',
        'mkdocs.yml: the plugin "{plugin}" cannot be used with caridulu; remove its line',
    ),
    "content_problems": (
        "{count} masalah pada isi; perbaiki dahulu, situs belum dibangun",
        "{count} problems in the content; mend them first, the site was not built",
    ),
    "not_our_folder": (
        "{path}: berisi berkas yang bukan situs Cari Dulu; pilih folder kosong atau folder baru",
        "{path}: holds files that are no Cari Dulu site; choose an empty or a new folder",
    ),
    # The written message; both twins fill these
    "message_consultation_opening": (
        "Halo {office}, saya ingin berkonsultasi.",
        "Hello {office}, I would like a consultation.",
    ),
    "message_consultation_question": ("Pertanyaan saya:\n{question}", "My question:\n{question}"),
    "message_consultation_blank": ("(tulis pertanyaan di sini)", "(write your question here)"),
    "message_consultation_details": (
        "Wilayah: (tulis kabupaten, kecamatan, atau desa)\nTahun/periode: (tulis tahunnya)",
        "Area: (write the regency, district or village)\nYear/period: (write the year)",
    ),
    "message_consultation_subject": ("Konsultasi: {question}", "Consultation: {question}"),
    "message_complaint_opening": (
        "Halo {office}, saya ingin menyampaikan pengaduan.",
        "Hello {office}, I would like to file a complaint.",
    ),
    "message_complaint_question": ("Yang saya adukan:\n{question}", "My complaint:\n{question}"),
    "message_complaint_blank": ("(tulis pengaduan di sini)", "(write your complaint here)"),
    "message_complaint_details": (
        "Waktu dan tempat kejadian: (tulis di sini)\nYang saya harapkan: (tulis di sini)",
        "When and where: (write here)\nWhat I hope for: (write here)",
    ),
    "message_complaint_subject": ("Pengaduan: {question}", "Complaint: {question}"),
    "message_newer_opening": (
        "Halo {office}, saya mencari versi terbaru dari jawaban di situs Cari Dulu.",
        "Hello {office}, I am looking for the latest version of an answer on Cari Dulu.",
    ),
    "message_newer_question": ("Jawaban yang saya baca:\n{question}", "The answer:\n{question}"),
    "message_newer_blank": ("(tulis judulnya di sini)", "(write its title here)"),
    "message_newer_details": (
        "Tahun/periode yang saya perlukan: (tulis tahunnya)",
        "Year/period I need: (write the year)",
    ),
    "message_newer_subject": ("Minta versi terbaru: {question}", "Latest version: {question}"),
    "message_mistake_opening": (
        "Halo {office}, saya menemukan kekeliruan di situs Cari Dulu.",
        "Hello {office}, I found a mistake on Cari Dulu.",
    ),
    "message_mistake_question": ("Halaman:\n{question}", "Page:\n{question}"),
    "message_mistake_blank": ("(tulis judulnya di sini)", "(write its title here)"),
    "message_mistake_details": (
        "Yang keliru: (tulis di sini)\nYang benar dan sumbernya: (bila tahu)",
        "What is wrong: (write here)\nWhat is right, and the source: (if known)",
    ),
    "message_mistake_subject": ("Kekeliruan: {question}", "Mistake: {question}"),
    "message_subject_blank": ("pertanyaan baru", "new question"),
    "message_cut": ("{question} … (dipotong)", "{question} … (cut)"),
    "message_opened": ("Sudah saya baca:", "I have read:"),
    "message_searches": ("Kata cari: {searches}", "Kata cari: {searches}"),
    "message_code": ("Kode: {code}", "Kode: {code}"),
    "message_sent_from": ("Dikirim dari halaman Cari Dulu", "Sent from the Cari Dulu page"),
    # Live search
    "browser_loading": ("Menyiapkan pencarian …", "Preparing search …"),
    "browser_found": ("Hasil untuk “{query}”", "Results for “{query}”"),
    "browser_weak": ("Mungkin ini yang Anda cari", "Perhaps you are looking for this"),
    "browser_nothing": ("Belum ada jawaban untuk “{query}”", "No answer yet for “{query}”"),
    "browser_nothing_tip": (
        "Coba kata lain atau lebih singkat. Bila tetap tidak ada, tanyakan langsung ke petugas.",
        "Try other or fewer words. If that does not help, send your question to an officer.",
    ),
    "browser_near": ("Yang agak mirip", "Somewhat similar"),
    "browser_corrected": ("Menampilkan hasil untuk “{query}”.", "Showing results for “{query}”."),
    "browser_exact": ("Cari persis “{query}”", "Search exactly for “{query}”"),
    "browser_greeting": (
        "Halo! Apa yang ingin Anda ketahui?",
        "Hello! What would you like to know?",
    ),
    "browser_greeting_tip": (
        "Tulis pertanyaan dengan kata Anda sendiri, misalnya “konsultasi bayar berapa”.",
        "Write your question in your own words, for example “consultation fee”.",
    ),
    "browser_share": ("Alamat hasil ini, dapat dibagikan", "Address of these results, to share"),
    "browser_announce": ("{count} hasil.", "Results: {count}."),
    "browser_announce_weak": (
        "Hanya ada hasil yang agak mirip, dan cara bertanya kepada petugas.",
        "There are only similar results, and ways to ask an officer.",
    ),
    "browser_announce_nothing": (
        "Belum ada jawaban. Cara bertanya kepada petugas tersedia.",
        "No answer yet. Ways to ask an officer are shown.",
    ),
    "browser_offline": (
        "Anda sedang luring, dan pencarian belum tersimpan di perangkat ini.",
        "You are offline, and search is not stored on this device yet.",
    ),
    "browser_failed": ("Pencarian belum berhasil dimuat.", "Search could not be loaded."),
    "browser_outdated": (
        "Situs ini baru saja diperbarui. Muat ulang halaman untuk mencari lagi.",
        "This site has just been updated. Reload the page to search again.",
    ),
    "browser_retry": ("Coba lagi", "Try again"),
    "browser_reload": ("Muat ulang halaman", "Reload the page"),
    "browser_ask": ("Tanyakan ke petugas", "Ask an officer"),
    "browser_ask_more": (
        "Belum terjawab? Tanyakan ke petugas",
        "Not answered? Ask an officer",
    ),
    "browser_complain": ("Ada keluhan tentang layanan?", "A complaint about the service?"),
    "browser_preview": ("Lihat dan salin pesannya", "See and copy the message"),
    "browser_copy": ("Salin pesan", "Copy the message"),
    "browser_copied": ("Pesan tersalin.", "Message copied."),
    "browser_thanks": (
        "Terima kasih, senang bisa membantu. Tidak ada yang dicatat.",
        "Thank you, glad to help. Nothing was recorded.",
    ),
    # Names
    "weekdays": (
        "Senin,Selasa,Rabu,Kamis,Jumat,Sabtu,Minggu",
        "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    ),
    "months": (
        "Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember",
        "January,February,March,April,May,June,July,August,September,October,November,December",
    ),
}
