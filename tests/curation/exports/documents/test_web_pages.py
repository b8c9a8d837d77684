"""Web pages of an FAQ -> questions with their answers, however the page unfolds them."""

from pathlib import Path

import pytest

from tests.curation.exports.documents.written_documents import pairs_of, reading_of, told

HEADINGS = """<!-- saved from url=(0030)https://dinas.example/tanya/ -->
<nav><a href="/">Beranda</a></nav><div id="isi"><h2>Tanya Jawab</h2>
<h3>Apa itu walidata?</h3><p>Unit yang memeriksa data.</p>
<div class="related"><a href="/b">Berita terbaru</a></div>
<h3><b>2) Siapa pembina data?</b></h3>
<ol><li>BPS</li><li>dinas <a href="../dinas">terkait</a></li></ol>
<p>Baca juga: <a href="/c">Forum data</a></p></div><div>Dikunjungi 12 kali</div>"""
UNFOLDED = """<main><details><summary>Pendaftaran</summary>
<details><summary>Bagaimana cara mendaftar?</summary><p>Lewat laman.</p>
<details><summary>Syarat berkas</summary><ul><li>rujukan<ul><li>asli</li></ul></li></ul></details>
<p>Datang lebih awal.</p></details>
<details><summary>Jam buka loket</summary>07.30</details></details>
<details><summary>Apakah ada ambulans?</summary>Ada.<br>Hubungi IGD.</details></main>"""
TERMS = "<dl><dt>Di mana parkir?</dt><dd>Di basemen.</dd><dt>Kantin</dt><dd>Lantai 2.</dd></dl>"
ACCORDION = """<div class="item">
<h2 class="accordion-header"><button>Apakah menerima BPJS?</button></h2>
<div class="body"><h4>Rawat jalan</h4><p>Ya.</p>
<div class="item"><h3><button>Syaratnya?</button></h3><div class="body">Rujukan.</div></div>
</div></div>
<div class="item"><h2 class="accordion-header"><button>Tarif kamar</button></h2>
<div class="body">Menurut kelas.</div></div>
<div class="item"><h2 class="accordion-header"><button>Kapan jam besuk?</button></h2>
<div class="body">Sore.</div></div>"""
MARKED = """<div class="faq-question">Apakah boleh membawa anak?</div>
<div class="faq-answer">Boleh.</div>
<div class="faq-question">Apakah ada taman?</div><div class="faq-answer">Ada.</div>"""
PARAGRAPHS = """<p><strong>T: Kapan poli gigi buka?</strong><br>J: Senin dan Kamis.</p>
<p><b>Siapa direkturnya?</b> Lihat <a href="javascript:x()">profil</a>.</p>
<p>3. Apakah ada musala?</p><p>Ada.</p>"""
PLAIN = "<p>Apakah ada lift?</p><p>Ada.</p><p>Apakah ada ramp?</p><p>Ada juga.</p>"
ITEMS = """<ol><li><p>Apakah ada loker?</p><p>Ada.</p></li>
<li><h4>Apakah ada kantin?</h4><p>Ada.</p><h5>Letak</h5><p>Di basemen.</p></li></ol>"""
BOLD_LINES = """<p><b>I. IZIN</b></p><p><b>1.&nbsp; Apa itu NIB?</b></p><p>Nomor induk.</p>
<p><b>Catatan</b></p><p>Gratis.</p><hr>
<p><b>II. REKLAME</b></p><p><b>2. Bolehkah di pohon?</b></p>
<p>Tidak, lihat <a href="https://www.google.com/url?q=https://a.example/x&amp;sa=D">aturan</a>.</p>"""
ELEMENTOR = """<div class="elementor-widget-accordion"><div class="elementor-accordion-item">
<div id="t1" class="elementor-tab-title" role="button" aria-controls="c1">
<a class="elementor-accordion-title">Kapan buku terbit?</a></div>
<div id="c1" class="elementor-tab-content"><p>Akhir Februari.</p></div></div>
<div class="elementor-accordion-item"><div role="button" aria-controls="c2">Biaya surat</div>
<div id="c2"><p>Gratis.</p></div></div>
<div class="elementor-accordion-item"><div role="button" aria-controls="c3">Siapa melayani?</div>
<div id="c3"><p>Pegawai loket.</p></div></div></div>
<section><h2>Belum menemukan jawaban?</h2><p>Isi formulir konsultasi.</p></section>"""
MIXED = """<h2>A. Layanan</h2><details><summary>Apakah gratis?</summary><p>Gratis.</p></details>
<details><summary>Kapan buka?</summary><p>Hari kerja.</p></details><h2>B. Konsep</h2>
<p class="q">Siapa yang menganggur?</p><p>Yang mencari kerja.</p>
<p class="q">Apakah jawaban dirahasiakan?</p><p>Ya.</p>"""
CASES = {
    "folded and plain ones on one page": (
        MIXED,
        [
            ("Layanan", "Apakah gratis?", "Gratis."),
            ("Layanan", "Kapan buka?", "Hari kerja."),
            ("Konsep", "Siapa yang menganggur?", "Yang mencari kerja."),
            ("Konsep", "Apakah jawaban dirahasiakan?", "Ya."),
        ],
    ),
    "buttons that are no buttons": (
        ELEMENTOR,
        [
            ("", "Kapan buku terbit?", "Akhir Februari."),
            ("", "Biaya surat", "Gratis."),
            ("", "Siapa melayani?", "Pegawai loket."),
        ],
    ),
    "bold lines": (
        BOLD_LINES,
        [
            ("IZIN", "Apa itu NIB?", "Nomor induk.\n\n**Catatan**\n\nGratis."),
            ("REKLAME", "Bolehkah di pohon?", "Tidak, lihat [aturan](https://a.example/x)."),
        ],
    ),
    "headings": (
        HEADINGS,
        [
            ("", "Apa itu walidata?", "Unit yang memeriksa data."),
            ("", "Siapa pembina data?", "1. BPS\n2. dinas [terkait](https://dinas.example/dinas)"),
        ],
    ),
    "details inside details": (
        UNFOLDED,
        [
            (
                "Pendaftaran",
                "Bagaimana cara mendaftar?",
                "Lewat laman.\n\n**Syarat berkas**\n\n- rujukan\n  - asli\n\nDatang lebih awal.",
            ),
            ("Pendaftaran", "Jam buka loket", "07.30"),
            ("", "Apakah ada ambulans?", "Ada.\\\nHubungi IGD."),
        ],
    ),
    "terms": (TERMS, [("", "Di mana parkir?", "Di basemen."), ("", "Kantin", "Lantai 2.")]),
    "accordion": (
        ACCORDION,
        [
            ("", "Apakah menerima BPJS?", "### Rawat jalan\n\nYa.\n\n### Syaratnya?\n\nRujukan."),
            ("", "Tarif kamar", "Menurut kelas."),
            ("", "Kapan jam besuk?", "Sore."),
        ],
    ),
    "class names": (
        MARKED,
        [("", "Apakah boleh membawa anak?", "Boleh."), ("", "Apakah ada taman?", "Ada.")],
    ),
    "paragraphs": (
        PARAGRAPHS,
        [
            ("", "Kapan poli gigi buka?", "Senin dan Kamis."),
            ("", "Siapa direkturnya?", "Lihat profil."),
            ("", "Apakah ada musala?", "Ada."),
        ],
    ),
    "plain paragraphs": (
        PLAIN,
        [("", "Apakah ada lift?", "Ada."), ("", "Apakah ada ramp?", "Ada juga.")],
    ),
    "items of a list": (
        ITEMS,
        [
            ("", "Apakah ada loker?", "Ada."),
            ("", "Apakah ada kantin?", "Ada.\n\n### Letak\n\nDi basemen."),
        ],
    ),
}


@pytest.mark.parametrize(("page", "pairs"), CASES.values(), ids=CASES.keys())
def test_a_page_gives_its_questions(
    tmp_path: Path, page: str, pairs: list[tuple[str, str, str]]
) -> None:
    assert pairs_of(reading_of(tmp_path, "faq.html", page)) == pairs


def test_relative_links_lead_to_the_source_that_the_officer_names(tmp_path: Path) -> None:
    page = '<h2>Di mana formulirnya?</h2><p>Di <a href="/unduh">sini</a>.</p>'

    reading = reading_of(tmp_path, "faq.html", page, source="https://dinas.example/faq")

    assert pairs_of(reading)[0][2] == "Di [sini](https://dinas.example/unduh)."


def test_a_letter_of_another_encoding_is_the_same(tmp_path: Path) -> None:
    page = '<meta charset="windows-1252"><h2>Apa itu “data”?</h2><p>Kafé “dan” lain-lain.</p>'

    reading = reading_of(tmp_path, "faq.htm", page.encode("cp1252"))

    assert pairs_of(reading) == [("", "Apa itu “data”?", "Kafé “dan” lain-lain.")]


def test_notation_of_the_site_and_html_in_words_stay_words(tmp_path: Path) -> None:
    page = "<h2>Apa itu kode?</h2><p>Tulis &lt;b&gt; atau {{ channel.wa }} atau * saja.</p>"

    found = pairs_of(reading_of(tmp_path, "faq.html", page))

    assert found[0][2] == "Tulis \u2039b> atau { { channel.wa } } atau \\* saja."


def test_what_a_page_tells_search_engines_is_taken_where_it_shows_less(tmp_path: Path) -> None:
    page = """<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [
    {"@type": "Question", "name": "Kapan buka?", "acceptedAnswer": {"text": "<p>Pagi.</p>"}},
    {"@type": "Question", "name": "Kapan tutup?", "acceptedAnswer": {"text": "Sore."}}]}</script>
    <div id="app">Memuat…</div>"""

    found = pairs_of(reading_of(tmp_path, "faq.html", page))

    assert found == [("", "Kapan buka?", "Pagi."), ("", "Kapan tutup?", "Sore.")]


def test_a_page_without_questions_is_told(tmp_path: Path) -> None:
    assert told(reading_of(tmp_path, "berita.html", "<p>Selamat datang.</p>")) == [
        "berita.html:1:1: tidak ada pertanyaan dengan jawabannya di berkas ini; beri judul pada"
        " tiap pertanyaan"
    ]


def test_yes_answers_what_a_page_asks(tmp_path: Path) -> None:
    page = b"""<h3>Apakah pengadu dirahasiakan?</h3><p>Ya.</p>
    <h3>Di mana loketnya?</h3><p>Di lantai satu.</p><h3>Apakah bayar?</h3><p>-</p>"""

    reading = reading_of(tmp_path, "faq.html", page)

    assert pairs_of(reading) == [
        ("", "Apakah pengadu dirahasiakan?", "Ya."),
        ("", "Di mana loketnya?", "Di lantai satu."),
    ]
    assert told(reading) == ["faq.html:3:1: catatan: tanpa jawaban, dilewati: Apakah bayar?"]
