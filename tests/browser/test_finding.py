"""What a search shows beside its hits, and what it says when it cannot search."""

import re
from typing import Any

import pytest

from tests.browser.visiting import Open, search, until

ENDED_ONCE = """(() => {
  const { text } = Response.prototype;
  window.ended = false;
  Response.prototype.text = async () => {
    Response.prototype.text = text;
    window.ended = true;
    throw new DOMException("", "AbortError");
  };
})()"""


def test_the_words_that_matched_are_marked_and_explained(open_page: Open) -> None:
    page = open_page("cari/?q=apa+itu+inflsi")
    page.wait_for_selector(".hits a")
    marks = page.locator(".hits li").first.locator("mark").all_inner_texts()
    assert {mark.lower() for mark in marks} == {"inflasi"}
    page.get_by_text("Mengapa hasil pertama muncul?").click()
    assert "“inflsi” dibaca sebagai “inflasi”" in page.inner_text(".why")


def test_a_number_is_called_from_the_hit_and_the_arrow_keys_pass_it(open_page: Open) -> None:
    page = open_page("cari/?q=telepon+polisi+darurat", width=360)
    page.wait_for_selector("#hasil details")  # all hits stand
    number = page.get_by_role("link", name="Telepon 110", exact=True).first
    assert number.get_attribute("href") == "tel:110"
    assert number.bounding_box()["height"] >= 40
    page.locator(".hits a").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className") != "tel"
    page.locator(".hits a").first.click()
    assert page.get_by_role("link", name="Telepon 115", exact=True).is_visible()


def test_hits_tell_their_topic_and_how_many_there_are(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    page.wait_for_selector(".hits .about")
    count = int(re.fullmatch(r"5 dari (\d+) jawaban", page.inner_text(".count")).group(1))
    assert count >= 10
    topic = page.locator(".hits .about").first.inner_text()
    page.locator(".hits a").first.click()
    assert topic in page.locator(".crumbs").inner_text()
    page.goto(page.url.partition("kb/")[0] + "cari/?q=magang+di+bps")
    page.wait_for_selector(".more-help")  # stands below all hits
    hits = page.locator(".hits li").count()
    assert page.inner_text(".count") == f"{hits} jawaban"
    assert page.get_by_role("button", name="Saring menurut topik").count() == 0  # few need none


def test_marks_do_not_shout(open_page: Open) -> None:
    page = open_page("cari/?q=inflasi+bombana")
    page.wait_for_selector(".hits p mark")
    look = """(selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      return [style.backgroundColor, style.textDecorationLine];
    }"""
    assert page.evaluate(look, ".hits a mark") == ["rgba(0, 0, 0, 0)", "underline"]
    assert page.evaluate(look, ".hits p mark") == ["rgba(0, 0, 0, 0)", "none"]


@pytest.mark.parametrize("words", ["petugas tidak sopan", "pungli", "kecewa"])
def test_who_complains_sees_first_where_to_complain(open_page: Open, words: str) -> None:
    page = open_page("cari/")
    results = search(page, words)
    results.locator(".handover [data-channel]").first.wait_for()
    assert results.locator(".handover h3").inner_text() == "Sampaikan pengaduan"
    shown = [each for each in results.locator("[data-channel]").all() if each.is_visible()]
    assert shown[0].get_attribute("data-channel") == "lapor"
    assert results.locator(".more-help").count() == 0
    search(page, "konsul bayar brp").locator(".more-help").wait_for()
    assert results.locator(".handover").count() == 0


def test_control_k_leads_to_the_box(open_page: Open) -> None:
    page = open_page("kontak/", width=1280)
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_correction_can_be_undone_and_done_again(open_page: Open) -> None:
    page = open_page("cari/?q=inflsi")
    page.get_by_role("button", name="Cari persis “inflsi”").click()
    page.get_by_text("Ejaan “inflsi” tidak diubah.").wait_for()
    page.get_by_role("button", name="Pakai koreksi ejaan").click()
    page.get_by_text("Menampilkan hasil untuk “inflasi”.").wait_for()


def test_a_known_word_does_not_wait_for_the_vocabulary(open_page: Open) -> None:
    """Its slices hang; the hits stand, can be used, and stay when they come."""
    title = "Apa yang dimaksud dengan inflasi?"
    page = open_page("cari/")
    search(page, "Selamat pagi ")  # what it said must not stand in the way of the next search
    held: list[Any] = []
    vocabulary = re.compile(r"/search/.*/[fb]\d+\.txt$")
    page.route(vocabulary, lambda route: held.append(route))
    page.fill("#q", "apa itu inflasi")
    page.wait_for_selector(".hits a")
    assert page.inner_text(".hits a >> nth=0") == title
    page.press("#q", "ArrowDown")
    page.get_by_role("status").filter(has_text=re.compile(r"\S")).wait_for(state="attached")
    assert page.evaluate("document.activeElement.textContent") == title

    with page.expect_request(vocabulary):
        page.fill("#q", "biaya konsultassi")
    page.unroute(vocabulary)
    for route in held:
        route.continue_()
    page.locator(".hits a", has_text="Apakah konsultasi statistik dipungut biaya?").wait_for()


def test_shared_results_take_the_place_of_the_topics_without_a_jump(open_page: Open) -> None:
    page = open_page("cari/?q=inflasi")
    page.wait_for_selector(".hits a")
    assert not page.locator("#telusuri").is_visible()
    shift = page.evaluate(
        """() => new Promise((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().reduce((sum, each) => sum + each.value, 0)),
          ).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(0), 300);
        })"""
    )
    assert shift < 0.1
    page.fill("#q", "")
    page.locator("#telusuri").wait_for()


def test_a_live_search_leads_to_all_its_results(open_page: Open) -> None:
    page = open_page("")
    search(page, "data mikro").get_by_role("link", name="Semua hasil untuk “data mikro”").click()
    page.wait_for_url("**/cari/?q=data+mikro")
    page.wait_for_selector(".hits a")


def test_a_search_that_ends_as_the_page_is_left_tells_of_no_failure(open_page: Open) -> None:
    """Firefox ends what a page that is left still reads; back on it, the search goes on."""
    page = open_page("")
    page.evaluate(ENDED_ONCE)
    page.fill("#q", "inflasi")
    until(page, "ended && document.querySelector('#hasil').ariaBusy === 'false'")
    assert "Pencarian belum berhasil dimuat" not in page.inner_text("body")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.wait_for_selector(".hits a")


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ("", 404, "Situs ini baru saja diperbarui. Muat ulang halaman untuk mencari lagi."),
        ('{"version": 99}', 200, "Situs ini baru saja diperbarui."),
        (None, 0, "Pencarian belum berhasil dimuat."),
    ],
    ids=["missing", "version", "network"],
)
def test_when_the_index_fails_the_way_to_a_person_stays(
    chromium: Any, site_url: str, body: str | None, status: int, sentence: str
) -> None:
    page = chromium.new_page()
    page.route(
        "**/manifest.json",
        lambda route: route.abort() if body is None else route.fulfill(status=status, body=body),
    )
    page.goto(site_url)
    results = search(page, "inflasi")
    assert sentence in results.inner_text()
    assert results.locator("[data-channel=email] a").count() >= 1
    page.close()


def test_who_types_again_when_the_line_is_back_gets_results(chromium: Any, site_url: str) -> None:
    page = chromium.new_page()
    page.goto(site_url)
    page.context.set_offline(True)
    page.fill("#q", "inflasi")
    page.get_by_role("alert").wait_for()
    page.context.set_offline(False)
    assert search(page, "inflasi bombana").locator(".hits a").count() > 0
    page.close()


def test_a_damaged_slice_says_so(chromium: Any, site_url: str) -> None:
    page = chromium.new_page()
    page.route(
        "**/search/**/*.txt",
        lambda route: route.fulfill(body=route.fetch().text().removesuffix(".")),
    )
    page.goto(site_url)
    results = search(page, "inflasi")
    assert "Sebagian data pencarian rusak saat diunduh. Coba lagi." in results.inner_text()
    page.unroute("**/search/**/*.txt")
    results.get_by_role("button", name="Coba lagi").click()
    page.wait_for_selector(".hits a")
    page.close()


def test_without_even_the_hand_over_plain_addresses_remain(chromium: Any, site_url: str) -> None:
    page = chromium.new_page()
    page.route("**/handover.js", lambda route: route.abort())
    page.goto(site_url)
    results = search(page, "xqzvw plorfk")
    assert results.locator("a[href='mailto:bps7406@bps.go.id']").count() == 1
    assert results.get_by_role("link", name="Buka halaman Kontak").count() == 1
    page.close()
