"""What most visitors come for, as it goes in Chromium, Firefox and WebKit."""

from urllib.parse import unquote

import pytest

from caridulu.curation.exports.handover_line import code
from tests.browser.engines.visitor import Visitor
from tests.browser.visiting import ENGLISH
from tests.browser.weak_host import WeakHost

pytestmark = pytest.mark.browser

ENTRY = "kb/biaya-konsultasi/"
QUESTION = "Apakah konsultasi statistik dipungut biaya?"
UNKNOWN = "xqzvw plorfk"
FITS = "document.documentElement.scrollWidth <= innerWidth && innerWidth === 360"


def search(visitor: Visitor, words: str) -> None:
    """Goes into the box, as a finger does, and types."""
    visitor.click("#q")
    visitor.type(words)


def test_a_misspelt_word_finds_its_answer_as_one_types(visitor: Visitor, site_url: str) -> None:
    visitor.open(site_url)
    search(visitor, "apa itu inflsi")
    visitor.wait_for("#hasil[aria-busy=false]", "Menampilkan hasil untuk “apa itu inflasi”.")
    assert visitor.text(".hits a") == "Apa yang dimaksud dengan inflasi?"
    visitor.wait_for_address(site_url)
    visitor.click(".hits a")
    visitor.wait_for_address("/kb/apa-itu-inflasi/")
    assert visitor.text("h1") == "Apa yang dimaksud dengan inflasi?"


def test_a_misspelt_word_finds_its_answer_on_the_results_page(
    visitor: Visitor, site_url: str
) -> None:
    visitor.open(f"{site_url}cari/?q=apa+itu+inflsi")
    visitor.wait_for("#hasil[aria-busy=false]", "Menampilkan hasil untuk “apa itu inflasi”.")
    assert visitor.text(".hits a") == "Apa yang dimaksud dengan inflasi?"
    assert visitor.until(FITS)
    visitor.click("#hasil button", "Cari persis “apa itu inflsi”")
    visitor.wait_for("#hasil", "Ejaan “apa itu inflsi” tidak diubah.")
    visitor.wait_for_address("/cari/?q=apa+itu+inflsi&persis=1")


def test_a_question_without_answer_is_handed_over_with_the_message_written(
    visitor: Visitor, site_url: str
) -> None:
    visitor.open(site_url)
    search(visitor, UNKNOWN)
    visitor.wait_for("#hasil[aria-busy=false] h2", f"Belum ada jawaban untuk “{UNKNOWN}”")
    address = visitor.attribute("#hasil [data-channel=email] a", "href")
    assert address.startswith("mailto:bps7406@bps.go.id?subject=Konsultasi%3A%20xqzvw")
    assert unquote(address.partition("body=")[2]).replace("\r\n", "\n") == (
        "Halo BPS Kabupaten Bombana, saya ingin berkonsultasi.\n\n"
        f"Pertanyaan saya:\n{UNKNOWN}\n\n"
        "Wilayah: (bila perlu: kabupaten, kecamatan, atau desa)\n"
        "Tahun/periode: (bila perlu)\n\n"
        f"Kata cari: {UNKNOWN}\n"
        f"Kode: {code('K', 'N', UNKNOWN)}\n"
        "Dikirim dari halaman Cari Dulu"
    )
    assert "dijawab paling lambat" in visitor.text("#hasil .promise")


def test_an_entry_has_its_parts_and_a_way_to_a_person(visitor: Visitor, site_url: str) -> None:
    visitor.open(site_url + ENTRY)
    assert visitor.text("h1") == QUESTION
    assert "tidak dipungut biaya" in visitor.text(".answer")
    assert visitor.text(".facts")
    visitor.wait_for("h2", "Rujukan")
    assert visitor.attribute(".sources a", "href").startswith("https://")
    visitor.wait_for("aside h2", "Terkait")
    assert visitor.until(FITS)
    visitor.click("#tanya > summary")
    message = unquote(visitor.attribute("#kanal [data-channel=email] a", "href"))
    assert f"- {QUESTION} (biaya-konsultasi)" in message
    visitor.click(".helpful button", "Ya")
    visitor.wait_for(".helpful", "Terima kasih")


def test_english_stays_from_the_question_to_the_entry(visitor: Visitor, site_url: str) -> None:
    visitor.open(site_url)
    visitor.click("a[lang=en]")
    visitor.wait_for_address("/en/")
    search(visitor, "how much does consultation cost")
    visitor.wait_for("#hasil[aria-busy=false] h2", "Results for “how much does consultation cost”")
    visitor.press("Enter")
    visitor.wait_for_address("/en/search/?q=how+much+does+consultation+cost")
    visitor.click(f".hits a[href*='{ENTRY}']")
    visitor.wait_for_address(f"/{ENTRY}#en")
    visitor.wait_for(ENGLISH)
    visitor.wait_for("h2[lang=en]", "Was this helpful?")
    assert visitor.text("h1") == QUESTION


def test_back_leads_to_the_search_before_and_close_past_all_of_them(
    visitor: Visitor, site_url: str
) -> None:
    visitor.open(f"{site_url}cari/?q=data+mikro")
    visitor.wait_for("#hasil[aria-busy=false] h2", "data mikro")
    for words in ("inflasi bombana", "kalender rilis"):
        visitor.click("#q")
        visitor.evaluate("document.querySelector('#q').select() || true")
        visitor.type(words)
        visitor.press("Enter")
        visitor.wait_for("#hasil[aria-busy=false] h2", words)
    visitor.evaluate("history.back() || true")
    visitor.wait_for("#hasil[aria-busy=false] h2", "inflasi bombana")
    visitor.wait_for_address("/cari/?q=inflasi+bombana")
    visitor.click(".close")
    visitor.wait_for("#hasil[aria-busy=false] h2", "data mikro")
    visitor.wait_for_address("/cari/?q=data+mikro")


def test_the_keyboard_alone_reaches_an_answer(visitor: Visitor, site_url: str) -> None:
    visitor.open(site_url)
    visitor.press("Tab")
    visitor.wait_for_focus(".skip")
    for _ in range(20):  # at most; a page that puts more before its box hides it
        visitor.press("Tab")
        if visitor.until("document.activeElement.id || 'none'") == "q":
            break
    visitor.type("konsul bayar brp")
    visitor.wait_for("#hasil[aria-busy=false]", "konsul bayar brp")
    visitor.wait_for(".hits a", QUESTION)
    visitor.press("ArrowDown")
    visitor.wait_for_focus(".hits li:first-child a")
    visitor.press("ArrowUp")
    visitor.wait_for_focus("#q")
    visitor.press("ArrowDown")
    visitor.press("Escape")
    visitor.wait_for_focus("#q")
    visitor.until("document.querySelector('#hasil').hidden")
    visitor.wait_for_focus("#q:placeholder-shown")  # a phone leaves its search, and all of it
    visitor.type("konsul bayar brp")
    visitor.wait_for("#hasil[aria-busy=false]", "konsul bayar brp")
    visitor.wait_for(".hits a", QUESTION)
    visitor.press("ArrowDown")
    visitor.wait_for_focus(".hits li:first-child a")
    visitor.press("Enter")
    visitor.wait_for_address(f"/{ENTRY}")


def test_a_stored_site_is_read_and_searched_without_network(
    visitor: Visitor, weak: WeakHost
) -> None:
    visitor.open(f"{weak.url}luring/")
    visitor.click("button", "Simpan di perangkat ini")
    visitor.wait_for("#simpanan", "Situs ini tersimpan di perangkat Anda.")
    weak.stop()
    visitor.open(weak.url + ENTRY)
    assert "di perangkat ini per " in visitor.text(".saved")
    assert visitor.text("h1") == QUESTION
    search(visitor, "apa itu inflsi")
    visitor.wait_for("#hasil[aria-busy=false] .hits a", "Apa yang dimaksud dengan inflasi?")
    visitor.press("Enter")
    visitor.wait_for_address("/cari/?q=apa+itu+inflsi")
    visitor.wait_for(".hits a", "Apa yang dimaksud dengan inflasi?")
