"""What a visitor looked for before is in no message unless it is ticked, and never a complaint."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any
from urllib.parse import unquote

import pytest

from tests.browser.visiting import Open, search, until
from tests.real_browser import Misdeeds

DATA, CONSULTATION = "harga data mikro", "xqzvw plorfk"
SECRET = "pegawai minta uang"
NOTE = 1_200  # ms: results that stand this long are noted
STORED = "JSON.stringify(sessionStorage)"
OUTLASTING = """async () => JSON.stringify([
  Object.entries(localStorage), document.cookie, await indexedDB.databases(), await caches.keys(),
])"""


@dataclass(frozen=True)
class Journey:
    """What is asked for in a visit; ``traces`` are words of it that no other journey has."""

    query: str
    traces: tuple[str, ...]
    page: str = ""  # that is opened, or where the messages of the journey are
    summary: str = ""  # behind which they are
    is_complaint: bool = False


JOURNEYS = {
    "consultation": Journey(CONSULTATION, ("xqzvw", "plorfk")),
    "data": Journey(
        DATA,
        ("data mikro", "data-mikro", "data+mikro"),
        "kb/harga-data-mikro/",
        "Belum",
    ),
    "misconduct": Journey(
        SECRET,
        ("minta uang", "minta+uang", "pelanggaran"),
        "kb/melaporkan-pelanggaran-pegawai/",
        "Belum, saya mau menyampaikan pengaduan",
        is_complaint=True,
    ),
    "complaint": Journey("", (), "pengaduan/", is_complaint=True),
    "referral": Journey(
        "bikin ktp", ("bikin", "ktp"), "", "Belum terjawab? Tanyakan kepada petugas"
    ),
    "direct answer": Journey(
        "jam buka kantor", ("jam buka", "jam+buka", "jam-buka"), "", "Belum terjawab? Tanyakan"
    ),
}
PAIRS = [pytest.param(*pair, id=" then ".join(pair)) for pair in permutations(JOURNEYS, 2)]


def walk(page: Any, site: str, journey: Journey) -> None:
    """Searches, lets the search be noted, opens what was looked for, and all ways to a person."""
    page.goto(f"{site}cari/")
    if journey.query:
        search(page, journey.query)
        page.wait_for_timeout(NOTE)
        assert page.evaluate("document.querySelector('#status').textContent")
    if journey.page:
        page.goto(site + journey.page)
        page.wait_for_load_state("networkidle")
    if journey.summary:
        page.locator("summary", has_text=journey.summary).first.click()
    page.locator(".channels").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_load_state("networkidle")


def messages(page: Any) -> Iterator[str]:
    """What each channel, the copied text and the page's own links would send."""
    for link in page.locator("a[href^='mailto:'], a[href^='https://wa.me/']").all():
        yield unquote(link.get_attribute("href"))
    for link in page.locator("[data-channel] a, .channels a").all():
        yield unquote(link.get_attribute("href"))
    yield from page.locator(".message").all_inner_texts()


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_no_word_of_an_earlier_matter_is_in_a_message(
    open_page: Open, site_url: str, first: str, second: str
) -> None:
    page = open_page("404.html")
    before, after = JOURNEYS[first], JOURNEYS[second]
    walk(page, site_url, before)
    walk(page, site_url, after)

    said = [*messages(page), page.url, page.evaluate(OUTLASTING)]
    links = page.evaluate("[...document.querySelectorAll('main a[href^=mailto]')].length")
    assert links, "a message was looked at"
    shared = " ".join(after.traces)
    for trace in (each for each in before.traces if each not in shared):
        for text in said:
            assert trace not in text.casefold(), trace
    boxes = page.locator(".earlier input")
    assert not any(box.is_checked() for box in boxes.all())
    if after.is_complaint:
        assert boxes.count() == 0
    if before.is_complaint or after.is_complaint:
        kept = f"{page.evaluate(STORED)} {page.locator('.earlier').all_inner_texts()}".casefold()
        assert not any(trace in kept for trace in before.traces)


@pytest.fixture
def offered(open_page: Open) -> Callable[[str, str], Any]:
    """Two searches, then one that finds nothing; gives the page with what is offered."""

    def start(path: str, summary: str) -> Any:
        page = open_page(path)
        for words in (DATA, "inflasi bombana", CONSULTATION):
            search(page, words)
            page.wait_for_timeout(NOTE)
        page.get_by_text(summary).first.click()
        return page

    return start


def test_the_contact_page_offers_what_was_searched_and_read_and_takes_none_of_it_unasked(
    open_page: Open,
) -> None:
    page = open_page("cari/")
    search(page, DATA)
    page.wait_for_timeout(NOTE)
    page.locator(".hits a").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Tanya petugas").first.click()
    page.get_by_text("Lihat, lengkapi, dan salin pesannya").click()
    shown = page.locator(".channels").first
    mail = shown.locator("[data-channel=email] a")
    assert "Pertanyaan saya:\n(tulis pertanyaan di sini)" in shown.locator(".message").inner_text()
    assert DATA not in unquote(mail.get_attribute("href"))
    assert title not in unquote(mail.get_attribute("href"))

    shown.get_by_label(f"Pencarian: {DATA}").check()
    shown.get_by_label(f"Halaman: {title}").check()
    said = unquote(mail.get_attribute("href"))
    assert f"Kata cari: {DATA}" in said
    assert title in said


MORE = {"cari/": "Lihat, lengkapi, dan salin pesannya", "en/search/": "See, complete and copy"}


@pytest.mark.parametrize(("path", "summary"), MORE.items(), ids=["id", "en"])
def test_one_earlier_search_that_is_ticked_is_in_the_message_and_no_other(
    offered: Callable[[str, str], Any], path: str, summary: str
) -> None:
    page = offered(path, summary)
    shown = page.locator(".handover > .channels").first
    mail = shown.locator("[data-channel=email] a")
    plain = shown.locator(".message").inner_text()
    assert f"Kata cari: {CONSULTATION}\n" in plain
    assert shown.locator(".earlier input").count() == 2

    shown.get_by_label(DATA).check()
    for text in (shown.locator(".message").inner_text(), unquote(mail.get_attribute("href"))):
        assert f"Kata cari: {DATA} | {CONSULTATION}" in text
        assert "inflasi" not in text
    shown.get_by_label(DATA).uncheck()
    assert shown.locator(".message").inner_text() == plain
    assert DATA not in unquote(mail.get_attribute("href"))
    complaint = page.locator(".handover > details .channels")
    assert complaint.locator(".earlier").count() == 0


def test_an_entry_that_was_read_is_offered_by_its_title(open_page: Open) -> None:
    page = open_page("cari/")
    search(page, "konsul bayar brp").locator(".hits a").first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/")
    until(page, "sessionStorage['caridulu /']?.includes('biaya-konsultasi')")
    results = search(page, CONSULTATION)
    results.get_by_text(MORE["cari/"]).click()
    mail = results.locator("[data-channel=email] a").first
    assert "biaya-konsultasi" not in mail.get_attribute("href")
    results.get_by_label("Halaman: Apakah konsultasi statistik dipungut biaya?").check()
    text = unquote(mail.get_attribute("href"))
    assert "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)" in text
    assert "konsul bayar" not in text


def test_an_identity_number_that_was_typed_is_in_no_message(open_page: Open) -> None:
    page = open_page("cari/")
    other = "hp 081234567890 081234567891, tahun 2019 2020 2021 2022"
    search(page, f"xqzvw nik 7406.0112 0385-0001 {other}")
    page.locator(".channels").first.wait_for()
    said = list(messages(page))
    assert any(f"xqzvw nik … {other}" in each for each in said)
    assert not any("0112" in each for each in said)


def test_an_identity_number_typed_with_spaces_is_kept_nowhere(open_page: Open) -> None:
    page = open_page("cari/")
    search(page, "xqzvw nik 1901 0112 0385 0001")  # those of Bangka Belitung begin like a year
    page.locator(".channels").first.wait_for()
    status = page.get_by_role("status").filter(has_text=re.compile(r"\S")).first
    status.wait_for(state="attached")  # then a search is kept, too
    assert not any("0112" in each for each in messages(page))
    assert "0112" not in page.url + page.evaluate("JSON.stringify({...sessionStorage})")


@pytest.mark.parametrize("path", ["pengaduan/", "kategori/pengaduan/", "kb/cara-mengadu/"])
def test_a_page_about_complaints_ends_the_visit_so_far(open_page: Open, path: str) -> None:
    page = open_page("cari/")
    search(page, DATA)
    until(page, "sessionStorage.length === 1")
    page.goto(page.url.partition("cari/")[0] + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("sessionStorage.length") == 0


def test_what_a_search_for_misconduct_began_with_is_forgotten_with_it(open_page: Open) -> None:
    page = open_page("cari/")
    search(page, "data")
    until(page, "sessionStorage.length === 1")
    search(page, "data dimanipulasi kepala kantor")
    until(page, "sessionStorage.length === 0")


@pytest.mark.parametrize("path", ["", "kb/biaya-konsultasi/"])
def test_who_presses_enter_before_the_search_is_there_sends_nothing_either(
    open_page: Open, path: str
) -> None:
    page = open_page(path)
    address, held, asked = page.url, list[Any](), list[str]()
    page.route("**/search.js", lambda route: held.append(route))
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#q", SECRET)
    for _ in range(2):  # and again, since nothing happens
        page.press("#q", "Enter")
    page.wait_for_timeout(300)
    for route in held:
        route.continue_()
    page.locator("#hasil .hits a").first.wait_for()
    page.wait_for_timeout(NOTE)
    assert held
    assert page.url == address
    assert not any("q=" in each for each in asked)


def test_without_the_search_enter_says_so(open_page: Open, misdeeds: Misdeeds) -> None:
    misdeeds.tolerated = ("ERR_FAILED",)
    page = open_page("")
    page.route("**/search.js", lambda route: route.abort())
    page.fill("#q", SECRET)
    page.press("#q", "Enter")
    page.get_by_role("alert").wait_for()
    assert "q=" not in page.url


@pytest.mark.parametrize("path", ["", "kb/biaya-konsultasi/", "cari/"])
def test_a_search_for_misconduct_stays_out_of_the_address(open_page: Open, path: str) -> None:
    page = open_page(path)
    address = page.url
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#q", SECRET)
    page.press("#q", "Enter")
    until(page, "document.activeElement.matches('#hasil h2')")
    page.wait_for_timeout(NOTE)
    assert page.url == address
    assert not any("q=" in each for each in asked)
    assert page.locator("#hasil a[href*='q=']").count() == 0
    page.reload()
    page.locator("#hasil .hits a").first.wait_for()
    assert page.input_value("#q") == SECRET  # in this tab it comes back


def test_the_name_of_the_site_leaves_a_search_on_the_home_page(open_page: Open) -> None:
    page = open_page("", width=1280)
    search(page, SECRET)
    with page.expect_navigation():
        page.click("header .brand")
    page.wait_for_function("document.querySelector('#status')")  # the box is connected
    assert page.input_value("#q") == ""
    assert page.locator("#hasil").is_hidden()
    assert page.evaluate("history.state") is None


def test_words_that_a_portal_hands_over_reach_no_server(open_page: Open) -> None:
    page = open_page("cari/#q=pegawai%20minta%20uang")
    page.locator("#hasil .hits a").first.wait_for()
    page.wait_for_timeout(NOTE)
    assert page.input_value("#q") == SECRET
    assert page.url.endswith("/cari/")


@pytest.mark.parametrize(
    "path",
    ["kb/melaporkan-pelanggaran-pegawai/", "kb/cara-mengadu/", "kategori/pengaduan/", "pengaduan/"],
)
@pytest.mark.parametrize(
    "options", [{}, {"java_script_enabled": False}], ids=["script", "no script"]
)
def test_who_reports_on_the_office_is_led_past_it_first(
    open_page: Open, path: str, options: dict[str, bool]
) -> None:
    page = open_page(path, **options)
    if path.startswith("kb/"):
        page.get_by_text("Belum, saya mau menyampaikan pengaduan").click()
    first = page.locator("main .channels li").first
    first.wait_for()
    assert first.locator("a").get_attribute("href") == "https://www.lapor.go.id"
    assert "Pelapor dapat memilih anonim atau rahasia" in first.inner_text()


def test_a_search_for_misconduct_offers_the_national_channel_first(open_page: Open) -> None:
    results = search(open_page("cari/"), SECRET)
    first = results.locator(".channels li").first
    first.wait_for()
    assert first.get_attribute("data-channel") == "lapor"
    results.get_by_text("Hanya ingin bertanya?").wait_for()


def test_erasing_takes_storage_address_and_list_away_and_is_said(
    offered: Callable[[str, str], Any],
) -> None:
    page = offered("cari/", MORE["cari/"])
    assert "?q=" in page.url
    button = page.get_by_role("button", name="Hapus jejak")
    button.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Jejak kunjungan ini sudah dihapus.")
    said.wait_for()
    assert page.evaluate("document.activeElement.textContent") == said.inner_text()
    until(page, "document.querySelector('#hasil').hidden")
    page.wait_for_timeout(NOTE)
    assert page.evaluate("[sessionStorage.length, location.search]") == [0, ""]
    assert page.input_value("#q") == ""
    assert page.locator(".earlier").count() == 0


@pytest.mark.parametrize(
    ("path", "name", "words"),
    [
        ("privasi/?q=rahasia", "Hapus jejak", "Jejak kunjungan ini sudah dihapus."),
        ("privasi/#en", "Erase traces", "The traces of this visit have been erased."),
    ],
    ids=["id", "en"],
)
def test_the_privacy_page_erases_too(open_page: Open, path: str, name: str, words: str) -> None:
    page = open_page("cari/")
    search(page, DATA)
    until(page, "sessionStorage.length === 1")
    page.goto(page.url.partition("cari/")[0] + path)
    page.get_by_role("button", name=name).press("Enter")
    page.get_by_role("status").filter(has_text=words).wait_for()
    assert page.evaluate("[sessionStorage.length, location.search]") == [0, ""]
    assert re.search(r"privasi/(#en)?$", page.url)
