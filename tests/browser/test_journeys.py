import re
from urllib.parse import unquote

import pytest

from tests.browser.visiting import Open, search, until
from tests.real_browser import Misdeeds

UNKNOWN = "xqzvw plorfk"


def test_a_colloquial_question_finds_its_answer(open_page: Open) -> None:
    page = open_page("")
    results = search(page, "konsul bayar brp")
    first = results.locator(".hits a").first
    assert first.inner_text() == "Apakah konsultasi statistik dipungut biaya?"
    first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/")
    assert "tidak dipungut biaya" in page.inner_text("article")


def test_the_hand_over_names_a_day_and_every_channel(open_page: Open) -> None:
    page = open_page("")
    results = search(page, UNKNOWN)
    promise = results.locator(".promise").first.inner_text()
    assert re.search(
        r"dijawab paling lambat (Senin|Selasa|Rabu|Kamis|Jumat), \d{1,2} \w+ \d{4}, asalkan"
        r" permintaan sudah jelas dan persyaratan lengkap",
        promise,
    )
    consultation = results.locator(".handover > .channels li")
    assert consultation.count() == 4
    mail = results.locator("[data-channel=email] a").first.get_attribute("href")
    assert mail.startswith("mailto:bps7406@bps.go.id?subject=Konsultasi%3A%20xqzvw")
    results.get_by_text("Ada keluhan tentang layanan?").click()
    assert "Waspadai penipu yang mengatasnamakan kantor." in results.inner_text()
    form = results.locator("[data-channel=formulir-pengaduan] a")
    assert form.get_attribute("href") == "http://s.bps.go.id/PengaduanLayananBPS7406"
    # Nobody has confirmed the numbers: shown last, never linked.
    for channel in ("wa-konsultasi", "wa-pengaduan"):
        assert "848787 (belum dipastikan kantor)" in results.inner_text()
        assert results.locator(f"[data-channel={channel}]").count() == 1
        assert results.locator(f"[data-channel={channel}] a").count() == 0
    assert consultation.last.get_attribute("data-channel") == "wa-konsultasi"


@pytest.mark.parametrize(
    ("query", "complained"),
    [
        ("surat keterangan pindah alamat kapal", ""),
        ("petugasnya ketus sekali", "petugasnya ketus sekali"),
        (UNKNOWN, UNKNOWN),
    ],
    ids=["about something else", "about service", "not understood"],
)
def test_a_complaint_is_not_begun_with_a_search_for_something_else(
    open_page: Open, query: str, complained: str
) -> None:
    page = open_page("")
    results = search(page, query)
    mails = results.locator("[data-channel=email] a")
    mails.first.wait_for(state="attached")
    links = [unquote(one.get_attribute("href")) for one in mails.all()]
    [complaint] = [link for link in links if "subject=Pengaduan" in link]
    begun = complained or "(tulis pengaduan di sini)"
    assert f"Yang saya adukan:\r\n{begun}\r\n" in complaint


def test_nothing_is_kept_without_a_search(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_nothing_is_fetched_before_the_search_box_is_touched(open_page: Open) -> None:
    page = open_page("")
    page.wait_for_load_state("networkidle")
    fetched = "performance.getEntriesByType('resource').map((each) => each.name.split('/').at(-1))"
    loaded = page.evaluate(fetched)
    assert [name for name in loaded if name.endswith(".js")] == ["main.js"]
    assert {name.split("#")[0].split(".")[-1] for name in loaded} <= {"css", "js", "svg"}
    page.focus("#q")
    until(page, f"{fetched}.includes('search.js') && {fetched}.includes('manifest.json')")


def test_without_javascript_an_answer_is_reached_through_the_topics(open_page: Open) -> None:
    page = open_page("", java_script_enabled=False)
    page.locator(".topics a", has_text="Konsultasi statistik").click()
    page.get_by_role("link", name="Apakah konsultasi statistik dipungut biaya?").click()
    assert "tidak dipungut biaya" in page.inner_text("article")
    page.locator("#tanya > summary").click()
    link = page.get_by_role("link", name="Tulis kepada petugas").get_attribute("href")
    assert "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)" in unquote(link)


def test_who_is_not_helped_gets_every_channel_and_a_message_about_this_entry(
    open_page: Open,
) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.locator("#tanya > summary").click()
    mail = page.locator("#kanal [data-channel=email] a").first
    mail.wait_for()
    text = unquote(mail.get_attribute("href"))
    assert "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)" in text
    assert "082261848787 (belum dipastikan kantor)" in page.inner_text("#kanal")


def test_without_javascript_the_search_form_leads_to_the_topics(open_page: Open) -> None:
    page = open_page("", java_script_enabled=False)
    page.fill("#q", "inflasi")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?q=inflasi")
    page.get_by_text("Pencarian belum berjalan; untuk itu perlu JavaScript").wait_for()
    assert page.get_by_role("link", name="Indeks A\N{EN DASH}Z").first.is_visible()


def test_where_the_script_does_not_come_the_search_page_says_so(
    open_page: Open, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("Failed to load resource",)
    page = open_page("kontak/")
    page.route("**/main.js", lambda route: route.abort())
    page.goto(page.url.replace("kontak/", "cari/?q=inflasi"))
    topics = page.locator("#telusuri")
    place = topics.bounding_box()["y"]
    page.get_by_text("Pencarian belum berjalan").wait_for(state="visible")
    assert topics.bounding_box()["y"] > place  # it took no room before


def test_who_has_an_old_browser_is_not_only_sent_to_the_connection(open_page: Open) -> None:
    """Search reads Indonesian with expressions that Safari has only known since 2023."""
    page = open_page("kontak/")
    unread = {"body": "/(?", "content_type": "text/javascript"}
    page.route("**/search.js", lambda route: route.fulfill(**unread))
    page.click("#q")
    page.get_by_text("Periksa sambungan atau perbarui peramban").wait_for()
    assert page.locator(".broken a").all_inner_texts() == ["Semua topik", "Kontak"]


def test_a_search_can_be_shared_by_its_address(open_page: Open) -> None:
    page = open_page("cari/?q=konsul+bayar+brp", width=1280)
    page.wait_for_selector(".hits a")
    assert not page.locator(".unscripted").is_visible()
    assert page.input_value("#q") == "konsul bayar brp"
    assert page.title() == "Hasil untuk “konsul bayar brp” · BPS Bombana"
    page.fill("#q", "")
    until(page, "document.title === 'Cari jawaban · BPS Bombana'")
    search(page, UNKNOWN)
    page.wait_for_url("**/cari/?q=xqzvw+plorfk")


def test_enter_opens_the_search_page_with_the_same_words(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.fill("#q", "konsul bayar brp")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?q=konsul+bayar+brp")
    page.wait_for_selector(".hits a")


def test_the_keyboard_reaches_an_answer(open_page: Open) -> None:
    page = open_page("", width=1280)
    page.focus("#q")
    page.keyboard.type("konsul bayar brp")
    # On a busy computer keys come so slowly that a part of the words is searched first.
    page.wait_for_selector("#hasil[aria-busy=false] h2:has-text('konsul bayar brp') ~ .hits a")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.hits li:first-child a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(
        "[document.activeElement.id, document.querySelector('#hasil').hidden]"
    ) == [
        "q",
        True,
    ]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kb/**")


def test_results_are_announced_once_and_not_on_focus(open_page: Open) -> None:
    page = open_page("")
    page.focus("#q")
    page.wait_for_timeout(300)
    assert page.inner_text("#status") == ""
    search(page, "konsul bayar brp")
    until(page, "document.querySelector('#status').textContent === '5 hasil.'")
    search(page, UNKNOWN)
    until(page, "document.querySelector('#status').textContent.startsWith('Belum ada jawaban.')")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kmiskinan bombna", "Menampilkan hasil untuk “kemiskinan bombana”. 5 hasil."),
        (
            "wahyu kemiskinan",
            "“wahyu” tidak ditemukan; berikut yang paling mendekati. Cara bertanya kepada petugas"
            " juga tersedia.",
        ),
        (
            "cek dusil",
            "Belum ada jawaban. Cara bertanya kepada petugas tersedia. Yang agak mirip: 4. Mungkin"
            " maksud Anda: “cek desil”",
        ),
    ],
)
def test_it_is_announced_what_the_page_shows(open_page: Open, typed: str, said: str) -> None:
    page = open_page("")
    search(page, typed)
    until(page, f"document.querySelector('#status').textContent === '{said}'")


def test_who_greets_is_asked_what_they_want_to_know(open_page: Open) -> None:
    page = open_page("")
    results = search(page, "Selamat pagi, kak")
    assert results.locator("h2").inner_text() == "Apa yang ingin Anda ketahui?"
    assert "Belum terjawab? Tanyakan kepada petugas" in results.inner_text()


def test_no_key_alone_is_a_shortcut(open_page: Open) -> None:
    """WCAG 2.1.4: who speaks to the device, or types with unsteady hands, sets nothing off."""
    page = open_page("")
    for key in "/sfq?":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")


def test_a_thank_you_needs_no_server(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.get_by_role("button", name="Ya").click()
    page.get_by_text("Terima kasih, senang bisa membantu.").wait_for()


@pytest.mark.parametrize("path", ["kontak/", "pengaduan/"])
def test_contact_pages_show_their_channels(open_page: Open, path: str) -> None:
    page = open_page(path)
    assert page.locator(".channels li").count() >= 4


def test_the_way_to_the_contact_page_is_called_as_the_page(open_page: Open) -> None:
    page = open_page("kontak/")
    title = page.inner_text("h1")
    assert page.inner_text(".call").strip() == title
    assert page.inner_text("footer a[href$='kontak/']") == title
