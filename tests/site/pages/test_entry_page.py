"""An entry's page: the answer, where it can be checked, and what to do next."""

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import unquote

from caridulu.messages import Language
from caridulu.site.html.dates import long_date
from tests.site.pages.built_pages import Outline, build
from tests.site.sample_office import (
    KNOWLEDGE,
    TODAY,
    entry,
)


def test_an_entry_shows_answer_sources_dates_and_who_answers_for_it(html: dict[str, str]) -> None:
    page = html["kb/biaya-konsultasi/"]
    assert '<h1 property="name">Apakah konsultasi statistik dipungut biaya?</h1>' in page
    assert "<strong>tidak dipungut biaya</strong>" in page
    assert "Standar pelayanan konsultasi statistik (SIPPN)</a>" in page
    assert "diakses 28 Mei 2024" in page
    sentence = "Ditinjau 25 November 2026, BPS Kabupaten Bombana."
    assert f'<p property="dateModified" content="2026-11-25">{sentence}</p>' in page
    assert re.search("<dt>Penanggung jawab</dt><dd[^>]*><span[^>]*>BPS Kabupaten Bombana<", page)
    assert '<a href="../../kategori/konsultasi/">Konsultasi statistik</a>' in page
    assert '<a href="../../kb/waktu-jawaban/">waktu jawaban</a>' in page


def test_a_link_to_a_replaced_entry_leads_to_its_successor() -> None:
    linking = entry("lama", "Berapa lama?", "Lihat [ini](entri:lama-jawaban).")
    page = build(replace(KNOWLEDGE, entries=(*KNOWLEDGE.entries, linking)))["kb/lama/"]
    assert '<a href="../../kb/waktu-jawaban/">ini</a>' in page


def test_a_mistake_is_reported_by_mail_about_this_entry(html: dict[str, str]) -> None:
    links = Outline(html["kb/biaya-konsultasi/"]).links
    report = next(unquote(link) for link in links if "Kekeliruan" in unquote(link))
    assert report == (
        "mailto:bps7406@bps.go.id?subject=Kekeliruan: biaya-konsultasi&body="
        "Halo, saya menemukan kekeliruan di halaman ini:\r\n"
        "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)\r\n\r\n"
        "Yang keliru:\r\nYang benar dan sumbernya:\r\n\r\nKode: CD1-L-U-811c9dc5"
    )


def test_an_unhelpful_answer_leads_to_a_message_that_names_it(html: dict[str, str]) -> None:
    links = Outline(html["kb/biaya-konsultasi/"]).links
    mail = next(unquote(link) for link in links if "Konsultasi:" in unquote(link))
    assert mail == (
        "mailto:bps7406@bps.go.id?subject=Konsultasi: pertanyaan baru&body="
        "Halo, saya sudah membaca:\r\n"
        "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)\r\n\r\n"
        "Pertanyaan saya:\r\n\r\n\r\nKode: CD1-K-U-811c9dc5"
    )


def test_tables_of_an_entry_are_links_between_answer_and_sources() -> None:
    tables = (
        {
            "title": "Jumlah penduduk",
            "url": "https://bombanakab.bps.go.id/tabel/1",
            "period": "2015-2025",
        },
        {"title": "Garis kemiskinan", "url": "https://bombanakab.bps.go.id/tabel/2"},
    )
    one = entry("penduduk", "Berapa jumlah penduduk?", "Lihat tabelnya.", data_links=tables)
    page = build(replace(KNOWLEDGE, entries=(one, *KNOWLEDGE.entries)))["kb/penduduk/"]
    assert (
        '<a class="button plain" href="https://bombanakab.bps.go.id/tabel/1"><span>Buka tabel:'
        "</span> Jumlah penduduk (2015-2025)</a>"
    ) in page
    assert "<span>Buka tabel:</span> Garis kemiskinan</a>" in page
    assert page.index("Lihat tabelnya.") < page.index("Buka tabel:") < page.index("sources")
    assert "Buka tabel:" not in build(KNOWLEDGE)["kb/biaya-konsultasi/"]


def test_an_english_text_is_on_the_page_and_hidden_until_it_is_wanted() -> None:
    english = {
        "question": "Is there a <fee>?",
        "answer": "No, it is **free**; see [the time](entri:waktu-jawaban).\n\n# Fee\n\n<b>x</b>",
    }
    one = entry("biaya", "Berapa biayanya?", "Tidak ada.\n\n# Fee\n\nGratis.", en=english)
    pages = build(replace(KNOWLEDGE, entries=(one, *KNOWLEDGE.entries)))
    page = pages["kb/biaya/"]
    assert (
        '<section class="english" lang="en"><h2>Is there a &lt;fee&gt;?</h2>'
        '<div class="prose">\n<p>No, it is <strong>free</strong>;'
        ' see <a href="../../kb/waktu-jawaban/">the time</a>.</p>'
    ) in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert page.count('id="fee"') == 1
    assert 'class="english"' not in pages["kb/biaya-konsultasi/"]


def test_an_answer_is_followed_by_what_to_do_next(html: dict[str, str]) -> None:
    page = html["kb/biaya-konsultasi/"]
    place = page.index('<p class="buttons next">')
    assert page.index('property="text"') < place < page.index('id="membantu"')
    assert '<a class="button plain" href="../../kontak/">Tanya petugas</a>' in page
    assert page.index('<h2 class="small">Rujukan</h2>') < page.index('<h2 class="small">Terkait')


def test_the_next_release_is_told_until_it_has_passed() -> None:
    one = entry("penduduk", "Berapa jumlah penduduk?", "Lihat tabelnya.", next_release=TODAY)
    knowledge = replace(KNOWLEDGE, entries=(one, *KNOWLEDGE.entries))
    told = f"<dt>Rilis berikutnya</dt><dd>{long_date(TODAY, Language.ID)}</dd>"

    assert told in build(knowledge)["kb/penduduk/"]
    later = build(knowledge, today=TODAY + dt.timedelta(days=1))["kb/penduduk/"]
    assert "Rilis berikutnya" not in later
