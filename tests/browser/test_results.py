"""Results that are narrowed, left and come back to, and shared."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.visiting import Open, search, until
from tests.real_browser import Misdeeds

SHOWN = "document.querySelector('#hasil[aria-busy=false] h2')?.textContent.includes('“{}”')"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
SHARE = """() => { navigator.share = async (what) => {
  window.handed = what;
  if (what.url.includes('penduduk')) throw new DOMException('', 'AbortError');
}; }"""


def narrowed(page: Any) -> tuple[str, int]:
    """Opens the filter and chooses its first topic; gives its name and count."""
    page.get_by_role("button", name="Saring menurut topik").click()
    choice = page.get_by_label("Saring menurut topik")
    option = choice.locator("option").nth(1)
    name, count = re.fullmatch(r"(.*) \((\d+)\)", option.inner_text()).groups()
    choice.select_option(index=1)
    return name, int(count)


def test_many_hits_can_be_narrowed_to_a_topic(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    name, count = narrowed(page)
    assert page.locator(".hits li").count() == count
    assert page.evaluate("document.activeElement.localName") == "select"
    assert page.get_by_text("Mengapa hasil pertama muncul?").count() == 0  # it may not be here
    until(page, f"document.querySelector('#status').textContent === '{count} hasil.'")
    page.locator(".hits a").first.click()
    assert name in page.locator(".crumbs").inner_text()


def test_a_filter_that_cannot_be_loaded_says_so(open_page: Open, misdeeds: Misdeeds) -> None:
    misdeeds.tolerated = ("Failed to load resource", "Failed to fetch dynamically imported")
    page = open_page("cari/?q=data+bps")
    page.locator(".hits a").first.wait_for()
    page.route("**/topics.js", lambda route: route.abort())
    page.get_by_role("button", name="Saring menurut topik").click()
    page.get_by_role("heading", name="Pencarian belum berhasil dimuat.").wait_for()
    page.get_by_role("button", name="Coba lagi").click()
    page.locator(".hits a").first.wait_for()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_filter_leaves_the_hits_in_sight(open_page: Open, width: int) -> None:
    page = open_page("cari/?q=data+bps", width=width)
    page.get_by_role("button", name="Saring menurut topik").click()
    box = page.get_by_label("Saring menurut topik").bounding_box()
    hit = page.locator(".hits a").first.bounding_box()
    assert box["height"] >= 44
    assert hit["y"] - box["y"] < 150
    assert hit["y"] + hit["height"] < 740


@pytest.mark.parametrize(
    ("path", "typed"),
    [("cari/?q=jumlah+penduduk", ""), ("", "jumlah penduduk")],
    ids=["search", "home"],
)
def test_back_from_an_answer_leads_to_where_the_hits_were_left(
    open_page: Open, path: str, typed: str
) -> None:
    page = open_page(path)
    if typed:
        search(page, typed)
    hit = page.locator(".hits a").nth(4)
    hit.scroll_into_view_if_needed()
    hit.click(trial=True)  # may scroll once more
    left = page.evaluate("scrollY")
    hit.click()
    page.wait_for_url("**/kb/**")
    page.go_back()
    until(page, f"Math.abs(scrollY - {left}) <= 1")


def test_back_from_an_answer_brings_the_narrowed_hits_back(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    name, count = narrowed(page)
    page.locator(".hits a").first.click()
    page.wait_for_url("**/kb/**")
    page.go_back()
    page.get_by_label("Saring menurut topik").wait_for()
    assert page.locator(".hits li").count() == count
    chosen = "document.querySelector('.filter select').selectedOptions[0].text"
    assert page.evaluate(chosen) == f"{name} ({count})"


def test_back_from_an_answer_brings_more_hits_and_the_exact_spelling_back(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    page.get_by_role("button", name="Tampilkan lebih banyak").click()
    page.locator(".hits a").nth(10).click()
    page.go_back()
    page.locator(".hits a").nth(10).wait_for()
    page.goto(page.url.partition("?")[0] + "?q=inflsi")
    page.get_by_role("button", name="Cari persis “inflsi”").click()
    page.wait_for_url("**/cari/?q=inflsi&persis=1")
    page.reload()
    page.get_by_text("Ejaan “inflsi” tidak diubah.").wait_for()
    search(page, "inflasi bombana")
    page.wait_for_url("**/cari/?q=inflasi+bombana")


def test_an_address_with_a_topic_that_is_gone_shows_every_hit(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps&topik=sudah-dihapus")
    page.wait_for_selector(".filter select")
    assert "Semua topik" in page.evaluate(
        "document.querySelector('select').selectedOptions[0].text"
    )


def test_results_are_shared_as_they_are_seen(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps", permissions=["clipboard-read", "clipboard-write"])
    narrowed(page)
    page.get_by_role("button", name="Bagikan hasil ini").click()
    said = page.locator("[role=status]", has_text="Alamat hasil ini tersalin.")
    said.wait_for()
    button = page.get_by_role("button", name="Bagikan hasil ini").bounding_box()
    assert abs(said.bounding_box()["y"] - button["y"]) < 80
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "&topik=" in page.url
    assert page.evaluate("document.querySelector('#status').className") == "sr"


def test_a_telephone_shares_in_its_own_way(open_page: Open) -> None:
    page = open_page("cari/")
    page.evaluate(SHARE)
    search(page, "data mikro").get_by_role("button", name="Bagikan hasil ini").click()
    assert page.evaluate("handed.url") == page.url
    search(page, "biaya konsultasi").get_by_role("button", name="Bagikan hasil ini").click()
    assert "Salin alamat" not in page.inner_text("#hasil")


def test_without_a_clipboard_the_address_is_shown_to_copy(open_page: Open) -> None:
    """Plain http, as in an office's own network."""
    page = open_page("cari/")
    page.evaluate(NO_CLIPBOARD)
    search(page, "data mikro").get_by_role("button", name="Bagikan hasil ini").click()
    address = page.get_by_label("Salin alamat ini:")
    assert address.input_value() == page.url
    assert page.evaluate("document.activeElement.selectionEnd") == len(page.url)


def test_a_folder_has_no_address_to_share(stick: Callable[[str], Any]) -> None:
    page = stick("cari/index.html")
    results = search(page, "data mikro")
    assert results.locator(".hits a").count() > 0
    assert results.get_by_role("button", name="Bagikan hasil ini").count() == 0


@pytest.mark.parametrize(
    "words",
    [
        "NIK 7406012345678901 dapat bansos",
        "wa saya 0812 3456 7890 minta data penduduk",
        "kirim data mikro ke budi@contoh.example",
    ],
)
@pytest.mark.parametrize("path", ["", "cari/"])
def test_what_names_a_person_stays_out_of_the_address(
    open_page: Open, path: str, words: str
) -> None:
    page = open_page(path, width=1280)
    address = page.url
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    search(page, words)
    page.press("#q", "Enter")
    until(page, "document.activeElement.localName === 'h2'")
    page.wait_for_timeout(1_200)  # results that stand this long are noted
    assert page.url == address
    assert not [url for url in asked if "q=" in url]
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    assert page.get_by_role("button", name="Bagikan hasil ini").count() == 0
    search(page, "penduduk 2019-2024 dan 2025")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?q=penduduk+2019-2024*")


@pytest.mark.parametrize("path", ["", "kb/biaya-konsultasi/", "en/"])
def test_what_is_typed_stays_here_and_comes_back(open_page: Open, path: str) -> None:
    """No request says it, no address, and no page that is opened then; "Back" shows it again."""
    page = open_page(path)
    asked: list[str] = []
    page.on("request", lambda each: asked.append(f"{each.url} {each.all_headers()}"))
    address = page.url
    search(page, "inflasi bombana")
    page.wait_for_selector(".hits a")
    assert page.url == address
    page.locator(".hits a").first.click()
    page.wait_for_url("**/kb/**")
    assert page.evaluate("document.referrer") == ""
    assert asked
    assert not [each for each in asked if "inflasi+" in each or "inflasi%20" in each]
    page.go_back()
    page.wait_for_selector(".hits a")
    assert page.url == address
    assert page.input_value("#q") == "inflasi bombana"


@pytest.mark.parametrize("path", ["", "kb/biaya-konsultasi/", "en/"])
def test_results_that_come_back_find_their_room_kept(open_page: Open, path: str) -> None:
    page = open_page(path, width=1280)
    search(page, "inflasi bombana").locator(".hits a").first.click()
    page.wait_for_url("**/kb/**")
    held: list[Any] = []
    page.route("**/search.js", lambda route: held.append(route))
    page.go_back()
    page.wait_for_selector("#hasil.awaited", state="attached")
    empty = page.locator("#hasil").bounding_box()
    until(page, "document.readyState === 'complete'")
    held.pop().continue_()
    page.wait_for_selector("#hasil[aria-busy=false] .hits a")
    filled = page.locator("#hasil").bounding_box()
    assert filled["y"] == empty["y"]
    assert 0.85 * 740 <= empty["height"] <= filled["height"]  # nothing in sight moves


def test_the_same_words_asked_again_keep_how_they_were_asked(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps&banyak=1&persis=1")
    page.wait_for_selector(".hits a")
    address = page.url
    page.press("#q", "Enter")
    until(page, "document.activeElement.localName === 'h2'")
    assert page.url == address


def ask(page: Any, words: str) -> None:
    """Searches with Enter, and waits until the search page shows it."""
    page.fill("#q", words)
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/**")
    until(page, SHOWN.format(words))


def test_back_leads_through_the_searches_made_one_after_another(open_page: Open) -> None:
    page = open_page("", width=1280)
    for words in ("biaya konsultasi", "data mikro", "inflasi bombana"):
        ask(page, words)
    for step, words in (
        (page.go_back, "data mikro"),
        (page.go_back, "biaya konsultasi"),
        (page.go_forward, "data mikro"),
        (page.go_forward, "inflasi bombana"),
    ):
        step()
        until(page, SHOWN.format(words))
        assert page.input_value("#q") == words
        assert page.url.endswith("cari/?q=" + words.replace(" ", "+"))


def test_words_typed_without_enter_take_no_place_in_the_history(open_page: Open) -> None:
    page = open_page("cari/", width=1280)
    ask(page, "biaya konsultasi")
    before = page.evaluate("history.length")
    for words in ("data mikro", "inflasi bombana", "kalender rilis"):
        search(page, words)
        until(page, SHOWN.format(words))
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    until(page, SHOWN.format("biaya konsultasi"))


def test_a_search_for_complaints_takes_no_place_that_stays(open_page: Open) -> None:
    page = open_page("cari/", width=1280)
    for words in ("biaya konsultasi", "cara mengadu", "data mikro"):
        ask(page, words)
    page.go_back()
    until(page, SHOWN.format("biaya konsultasi"))
