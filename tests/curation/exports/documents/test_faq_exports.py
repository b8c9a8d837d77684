"""Exports of FAQ programs and of a chatbot, in the form in which those write them."""

import json
from pathlib import Path

import pytest

from tests.curation.exports.documents.written_documents import pairs_of, reading_of, told

PHPMYFAQ = [
    {
        "faq": {
            "id": 3,
            "language": "id",
            "category": "Layanan >> Biaya",
            "keywords": "tarif",
            "question": "Berapa biayanya?",
            "answer": "&lt;p&gt;Tidak &lt;strong&gt;dipungut&lt;/strong&gt; biaya.&lt;/p&gt;",
            "author": "admin",
            "last_modified": "2026-01-02 10:00",
        }
    }
]
PHPMYFAQ_XML = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!-- XML output by phpMyFAQ 3.2.5 | Date: 2026-01-02 -->
<phpmyfaq><article id="3"><language>id</language><category>Layanan &gt;&gt; Biaya</category>
<keywords/><question>Berapa biayanya?</question>
<answer>&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;gratis&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;</answer>
<author>admin</author><data>2026-01-02</data></article></phpmyfaq>"""
PHPMYFAQ_PAGE = """<!DOCTYPE html><html><head><title>FAQ</title></head><body dir="ltr">
<h1>Layanan &gt;&gt; Biaya</h1><h2 id="entry-1">Berapa biayanya?</h2>
<p><![CDATA[<p>Tidak dipungut.</p>]]></p><p>Author: admin@dinas.example</p>
<p>Last update: 2026-01-02 10:00</p></body></html>"""
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Dinas</title>
<item><title>Selamat datang</title><link>https://dinas.example/</link>
<content:encoded><![CDATA[<p>Halo.</p>]]></content:encoded>
<wp:post_type><![CDATA[page]]></wp:post_type><wp:status><![CDATA[publish]]></wp:status></item>
<item><title>Jam layanan</title><link>https://dinas.example/faq/jam</link>
<content:encoded><![CDATA[<!-- wp:paragraph -->
<p>Pukul 08.00 [button link="x"]tekan[/button]</p>
<!-- /wp:paragraph -->]]></content:encoded>
<wp:post_type><![CDATA[ufaq]]></wp:post_type><wp:status><![CDATA[publish]]></wp:status>
<category domain="ufaq-category" nicename="layanan"><![CDATA[Layanan]]></category>
<category domain="ufaq-tag" nicename="jam"><![CDATA[jam]]></category></item>
<item><title>Apa itu konsep?</title>
<content:encoded><![CDATA[Belum jadi.]]></content:encoded>
<wp:post_type><![CDATA[ufaq]]></wp:post_type><wp:status><![CDATA[draft]]></wp:status></item>
<item><title>foto</title><content:encoded></content:encoded>
<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
</channel></rss>"""
INTENTS = {
    "intents": [
        {"tag": "salam", "patterns": ["halo", "pagi"], "responses": ["Halo, saya bot."]},
        {
            "tag": "penutup",
            "patterns": ["ok sip"],
            "responses": ["Senang bisa menolong, isi survei ya."],
        },
        {
            "tag": "jam",
            "patterns": ["jam buka", "jam berapa loket buka?", "sabtu buka ga"],
            "responses": ["Pukul 08.00.", "Loket buka pukul 08.00."],
        },
        {"tag": "makasih_ya", "patterns": ["makasih", "thanks ya"], "responses": ["Sama-sama"]},
        {"tag": "tutup", "patterns": ["ok sudah"], "responses": ["Sampai jumpa di lain waktu"]},
        {"tag": "fallback", "patterns": [""], "responses": ["Maaf, saya belum paham."]},
    ]
}


def test_json_of_phpmyfaq(tmp_path: Path) -> None:
    found = pairs_of(reading_of(tmp_path, "faq.json", json.dumps(PHPMYFAQ)))

    assert found == [("Biaya", "Berapa biayanya?", "Tidak **dipungut** biaya.")]


def test_xml_of_phpmyfaq(tmp_path: Path) -> None:
    found = pairs_of(reading_of(tmp_path, "faq.xml", PHPMYFAQ_XML))

    assert found == [("Biaya", "Berapa biayanya?", "- gratis")]


def test_html_of_phpmyfaq(tmp_path: Path) -> None:
    found = pairs_of(reading_of(tmp_path, "faq.html", PHPMYFAQ_PAGE))

    assert found == [("Layanan >> Biaya", "Berapa biayanya?", "Tidak dipungut.")]


def test_export_of_a_wordpress_plugin(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "dinas.wordpress.xml", WXR)

    assert pairs_of(reading) == [("Layanan", "Jam layanan", "Pukul 08.00 tekan")]
    assert [one.address for one in reading.consultations] == ["https://dinas.example/faq/jam"]
    assert told(reading) == [
        "dinas.wordpress.xml:1:1: catatan: 1 tulisan belum terbit di sana, dilewati:"
        " Apa itu konsep?"
    ]


def _wxr(*posts: tuple[str, str, str]) -> str:
    """An export of posts: type, title, content as it is stored."""
    items = (
        f"<item><title>{title}</title><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>publish</wp:status></item>"
        for kind, title, content in posts
    )
    return f"{WXR[: WXR.index('<item>')]}{''.join(items)}</channel></rss>"


def test_pages_of_a_wordpress_site_are_read_beside_its_faq_posts(tmp_path: Path) -> None:
    page = "<h3>Jam berapa loket buka?</h3><p>Pukul 08.00.</p>"
    text = _wxr(
        ("ufaq", "Apa itu inflasi?", "<p>Kenaikan harga.</p>"),
        ("page", "Layanan", page),
        ("post", "Apa kata kepala dinas?", "<p>Sukses selalu.</p>"),
    )

    found = pairs_of(reading_of(tmp_path, "dinas.xml", text))

    assert [question for _, question, _ in found] == ["Apa itu inflasi?", "Jam berapa loket buka?"]


@pytest.mark.parametrize(
    "content",
    [
        '[et_pb_accordion][et_pb_toggle title="Jam berapa loket buka?" open="on"]Pukul 08.00.'
        '[/et_pb_toggle][et_pb_toggle title="Apakah bayar?"]Gratis.[/et_pb_toggle]',
        "<strong>1. Jam berapa loket buka?</strong>\nPukul 08.00.\n\n"
        "<strong>2. Apakah bayar?</strong>\nGratis.\n",
    ],
    ids=["short codes", "lines"],
)
def test_a_page_as_wordpress_stores_it_has_its_questions(content: str, tmp_path: Path) -> None:
    found = pairs_of(reading_of(tmp_path, "dinas.xml", _wxr(("page", "FAQ", content))))

    assert [(question, answer) for _, question, answer in found] == [
        ("Jam berapa loket buka?", "Pukul 08.00."),
        ("Apakah bayar?", "Gratis."),
    ]


def test_intents_of_a_chatbot_without_its_small_talk(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "intents.json", json.dumps(INTENTS))

    assert pairs_of(reading) == [
        ("", "Jam berapa loket buka?", "Pukul 08.00.\n\nLoket buka pukul 08.00.")
    ]
    assert reading.consultations[0].phrasings == ("jam buka", "sabtu buka ga")


@pytest.mark.parametrize("told", ["Penjelasan kami", "Dijawab"])
def test_a_table_may_call_its_answers_otherwise(told: str, tmp_path: Path) -> None:
    head = f"<tr><td>No.</td><td>Yang sering ditanyakan</td><td>{told}</td></tr>"
    rows = "<tr><td>1</td><td>Angka kematian bayi siapa yang menerbitkan</td><td>BPS.</td></tr>"

    reading = reading_of(tmp_path, "faq.html", f"<h1>Tanya jawab</h1><table>{head}{rows}</table>")

    assert [(asked, answer) for _, asked, answer in pairs_of(reading)] == [
        ("Angka kematian bayi siapa yang menerbitkan", "BPS.")
    ]


def test_replies_of_a_chatbot_may_be_objects(tmp_path: Path) -> None:
    said = {"utterances": ["jam buka kantor?"], "replies": [{"type": "text", "value": "08.00"}]}

    reading = reading_of(tmp_path, "bot.json", json.dumps({"items": [{"name": "jam", **said}]}))

    assert pairs_of(reading) == [("", "Jam buka kantor?", "08.00")]


def test_an_intent_is_known_by_its_lists_whatever_they_are_called(tmp_path: Path) -> None:
    said = {"contoh_kalimat": ["jam buka kantor?"], "balasan": [{"jenis": "teks", "isi": "08.00"}]}

    reading = reading_of(tmp_path, "bot.json", json.dumps({"niat": [{"tag": "jam", **said}]}))

    assert pairs_of(reading) == [("", "Jam buka kantor?", "08.00")]


@pytest.mark.parametrize(
    "intent",
    [
        {"name": "biaya", "responses": [{"messages": [{"type": "0", "speech": ["Gratis."]}]}],
         "userSays": [{"data": [{"text": "apakah data "}, {"text": "bayar?"}]}]},
        {"displayName": "biaya", "trainingPhrases": [{"parts": [{"text": "apakah data bayar?"}]}],
         "messages": [{"text": {"text": ["Gratis."]}}]},
    ],
    ids=["one version", "another"],
)  # fmt: skip
def test_intents_whose_phrases_are_cut_in_parts(intent: object, tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "agent.json", json.dumps([intent]))

    assert pairs_of(reading) == [("", "Apakah data bayar?", "Gratis.")]


def test_questions_that_are_keys(tmp_path: Path) -> None:
    faq = {"Layanan": {"Apakah data berbayar?": "Tidak."}, "catatan": {"versi": "2"}}
    reading = reading_of(tmp_path, "faq.json", json.dumps(faq))

    assert pairs_of(reading) == [("Layanan", "Apakah data berbayar?", "Tidak.")]


def test_intents_without_an_answer_are_told(tmp_path: Path) -> None:
    """A hand-over to a person is none, unless somebody asked what it says."""
    said = [
        ("orang", ["mau bicara dengan petugas"], ["Sebentar ya, kami sambungkan."]),
        ("petugas", ["bicara dengan petugas"], ["Baik, nomornya 0404-21234 pada jam kerja."]),
        ("listrik", ["data listrik desa"], ["(belum ada jawaban)"]),
        ("hujan", ["data curah hujan"], ["Ada di BMKG."]),
        ("antre", ["berapa lama menunggu?"], ["Tunggu sebentar, paling lama 15 menit."]),
        ("curhat", ["bosan di rumah"], ["Semangat!"]),
        ("admin", ["mau bicara dengan petugas", "nomor admin berapa?"], ["Di 0404-21234."]),
        ("gagal", ["fallback"], ["Saya belum paham, coba tulis tahunnya."]),
    ]
    intents = [dict(zip(("tag", "patterns", "responses"), one, strict=True)) for one in said]

    reading = reading_of(tmp_path, "bot.json", json.dumps({"intents": intents}))

    assert [question for _, question, _ in pairs_of(reading)] == [
        "Data curah hujan",
        "Berapa lama menunggu?",
        "Nomor admin berapa?",
    ]
    assert told(reading) == [
        "bot.json:1:1: catatan: tanpa jawaban, dilewati: Mau bicara dengan petugas",
        "bot.json:2:1: catatan: tanpa jawaban, dilewati: Bicara dengan petugas",
        "bot.json:3:1: catatan: tanpa jawaban, dilewati: Data listrik desa",
    ]


def test_one_phrasing_like_an_errand_takes_no_answer_from_an_intent(tmp_path: Path) -> None:
    said = ["cara unduh publikasi", "ambil buku DDA", "download publikasi gimana"]
    intent = {"tag": "unduh", "patterns": said, "responses": ["Di menu Publikasi."]}

    reading = reading_of(tmp_path, "bot.json", json.dumps({"intents": [intent]}))

    assert [answer for _, _, answer in pairs_of(reading)] == ["Di menu Publikasi."]


def test_what_is_no_question_with_its_answer_is_told(tmp_path: Path) -> None:
    items = [
        ("Percobaan", "<p>Lorem ipsum dolor sit amet.</p>"),
        ("Apakah ada kantin?", "<em>(menyusul)</em>"),
        ("Kapan hasil seleksi diumumkan?", "Setiap Oktober."),
    ]
    listed = [{"faq": {"question": asked, "answer": answer}} for asked, answer in items]

    reading = reading_of(tmp_path, "faq.json", json.dumps(listed))

    assert pairs_of(reading) == [("", "Kapan hasil seleksi diumumkan?", "Setiap Oktober.")]
    assert told(reading) == [
        "faq.json:1:1: catatan: tanpa jawaban, dilewati: Percobaan",
        "faq.json:2:1: catatan: tanpa jawaban, dilewati: Apakah ada kantin?",
    ]


def test_groups_of_a_plain_json_are_categories(tmp_path: Path) -> None:
    asked = {"tanya": "Berapa?", "jawab": "<h2>Umum</h2><p>Gratis.</p>"}
    value = {"kategori": [{"nama": "Tarif", "faq": [asked]}]}

    found = pairs_of(reading_of(tmp_path, "faq.json", json.dumps(value)))

    assert found == [("Tarif", "Berapa?", "### Umum\n\nGratis.")]
