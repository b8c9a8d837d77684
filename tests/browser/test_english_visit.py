"""A visitor who reads English: finds, reads with an English frame, asks, and can go back."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from caridulu.knowledge import KnowledgeBase
from caridulu.site.client.translations import phrases
from tests.browser.visiting import ENGLISH, SHIFTED, Open, search
from tests.text_files import replace_in

LEFT = """known => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const left = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (known.includes(text)) left.push(text);
  }
  return left;
}"""


def test_an_english_question_finds_an_indonesian_answer_that_is_marked(open_page: Open) -> None:
    page = open_page("en/")
    results = search(page, "how much does consultation cost")
    assert "Results for “how much does consultation cost”" in results.inner_text()
    assert results.locator(".hits").get_attribute("lang") == "id"
    assert "/kb/biaya-konsultasi/" in results.locator(".hits a").first.get_attribute("href")
    page.press("#q", "Enter")
    page.wait_for_url("**/en/search/?q=how+much+does+consultation+cost")


def test_a_hit_with_an_english_text_has_its_english_question(open_page: Open) -> None:
    page = open_page("en/")
    hit = search(page, "opening hours").locator(".hits a").first
    assert hit.inner_text() == "What are the opening hours of BPS Kabupaten Bombana?"
    assert hit.get_attribute("lang") == "en"
    hit.click()
    page.wait_for_url("**/kb/kantor-jam-buka/#en")
    english = page.locator(".english")
    english.wait_for()
    assert (
        "The opening hours of BPS Kabupaten Bombana are not on this site yet."
        in english.inner_text()
    )
    page.locator(ENGLISH).wait_for()
    note = "Translation, for information only. The Indonesian text applies."
    assert english.locator(".note").inner_text() == note
    assert not page.locator(".frame").is_visible()
    assert page.locator("h1").inner_text() == "Jam berapa BPS Kabupaten Bombana buka?"


def test_an_english_text_stands_between_question_and_answer(
    open_page: Open, knowledge: KnowledgeBase
) -> None:
    entry = next(each for each in knowledge.published if each.en)
    assert entry.en is not None
    page = open_page(f"kb/{entry.id}/#en")
    page.wait_for_selector(ENGLISH)
    assert page.locator(".english h2").inner_text() == entry.en.question
    order = [page.locator(each).first.bounding_box()["y"] for each in ("h1", ".english", ".answer")]
    assert order == sorted(order)
    assert page.locator(".answer").evaluate("(node) => node.closest('[lang]').lang") == "id"


def test_who_reads_indonesian_sees_no_english_text(open_page: Open) -> None:
    page = open_page("kb/kantor-jam-buka/")
    assert not page.locator(".english").is_visible()
    hit = search(page, "opening hours").locator(".hits a").first
    assert hit.inner_text() == "Jam berapa BPS Kabupaten Bombana buka?"


def test_english_stays_from_link_to_link_and_can_be_left(open_page: Open) -> None:
    page = open_page("en/")
    search(page, "consultation cost").locator(".hits a").first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/#en")
    page.wait_for_selector(ENGLISH)
    assert page.locator("h1").inner_text() == "Apakah konsultasi statistik dipungut biaya?"
    assert page.get_by_role("heading", name="Related").get_attribute("lang") == "en"
    assert page.evaluate("document.documentElement.lang") == "id"
    page.locator("aside .links a").first.click()
    page.wait_for_url("**/kb/**/#en")
    page.get_by_role("link", name="Contact").first.click()
    page.wait_for_url("**/en/contact/")
    page.go_back()
    page.get_by_role("link", name="ID, Bahasa Indonesia").click()
    page.get_by_role("heading", name="Terkait").wait_for()
    assert "#" not in page.url


@pytest.mark.parametrize(
    ("path", "links"),
    [("kb/biaya-konsultasi/#en", "aside .links a"), ("kategori/konsultasi/#en", ".entries a")],
)
def test_other_answers_are_named_in_english_where_they_have_an_english_text(
    open_page: Open, knowledge: KnowledgeBase, path: str, links: str
) -> None:
    questions = {one.id: one.en.question if one.en else one.question for one in knowledge.published}
    page = open_page(path)
    page.locator(f"{links}[lang=en]").first.wait_for()
    for link in page.locator(links).all():
        name = re.findall("/kb/([^/]+)/", link.evaluate("(node) => node.href"))[0]
        assert link.inner_text() == questions[name]
    page.goto(page.url.removesuffix("#en"))
    page.reload()
    assert page.locator(f"{links}[lang=en]").count() == 0


def test_the_switch_on_an_entry_stays_with_the_entry(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/", width=1280)
    page.get_by_role("link", name="EN, English").click()
    page.get_by_role("heading", name="Was this helpful?").wait_for()
    assert page.url.endswith("/kb/biaya-konsultasi/#en")


def test_back_after_the_switch_leads_to_the_page_before(open_page: Open) -> None:
    page = open_page("kategori/konsultasi/", width=1280)
    page.get_by_role("link", name="Apakah konsultasi statistik dipungut biaya?").click()
    page.get_by_role("link", name="EN, English").click()
    page.get_by_role("heading", name="Was this helpful?").wait_for()
    page.go_back()
    page.wait_for_url("**/kategori/konsultasi/")


def test_the_switch_goes_on_with_the_search(open_page: Open) -> None:
    page = open_page("cari/?q=kmiskinan+bombna", width=1280)
    page.locator(".hits a").first.wait_for()
    page.get_by_role("link", name="EN, English").click()
    page.get_by_role("heading", name="Results for “kmiskinan bombna”").wait_for()
    page.get_by_role("link", name="ID, Bahasa Indonesia").click()
    page.get_by_role("heading", name="Hasil untuk “kmiskinan bombna”").wait_for()


def test_who_compiled_an_answer_is_said_in_english(open_page: Open) -> None:
    page = open_page("kb/arti-p0-p1-p2/#en")
    page.wait_for_selector(ENGLISH)
    assert "Compiled by kontributor Cari Dulu." in page.inner_text(".origin")


@pytest.mark.parametrize(
    "path",
    [
        "kb/biaya-konsultasi/",
        "layanan/konsultasi-statistik/",
        "a-z/",
        "luring/",
        "luring/tidak-tersimpan.html",
        "404.html",
    ],
)
def test_no_sentence_of_the_frame_is_left_in_indonesian(open_page: Open, path: str) -> None:
    page = open_page(f"{path}#en")
    page.wait_for_selector(ENGLISH)
    known = [indonesian for indonesian, _ in phrases() if "{" not in indonesian]
    assert page.evaluate(LEFT, known) == []
    assert page.get_attribute("#q", "placeholder") == "e.g. service fee"
    assert "Skip to content" in page.inner_text(".skip")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("kategori/#en", "All topics"),
        ("pengaduan/#en", "Complaints and feedback"),
        ("kb/biaya-konsultasi/#en", "Apakah konsultasi statistik dipungut biaya?"),
    ],
)
def test_the_title_is_english_where_the_heading_is(open_page: Open, path: str, title: str) -> None:
    page = open_page(path)
    page.wait_for_selector(ENGLISH)
    assert page.locator("h1").inner_text() == title
    assert page.title() == f"{title} · BPS Bombana"


def test_a_topic_within_a_sentence_is_named_in_english(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/#en")
    page.wait_for_selector(ENGLISH)
    assert page.locator("a.more").inner_text() == "All in Statistical consultation"


def test_a_phrase_that_ends_like_a_count_of_answers_is_none(open_page: Open) -> None:
    page = open_page("a-z/#en")
    page.wait_for_selector(ENGLISH)
    counted = page.locator("summary .note").all_inner_texts()
    assert counted
    assert all(re.fullmatch(r"\d+ answers", each) for each in counted)
    assert page.locator("summary", has_text="waktu jawaban").count() == 1


def test_what_is_named_in_english_says_so_and_the_offices_own_texts_inside_do_not(
    open_page: Open,
) -> None:
    page = open_page("kb/biaya-konsultasi/#en")
    page.wait_for_selector(ENGLISH)
    for name in ("Main", "Breadcrumbs", "Explore the site"):
        navigation = page.get_by_role("navigation", name=name)
        assert navigation.get_attribute("lang") == "en"
    inside = "(node) => node.closest('[lang]').lang"
    footer = page.get_by_role("navigation", name="Explore the site")
    assert footer.get_by_role("link", name="Konsultasi Statistik").evaluate(inside) == "id"
    assert footer.get_by_role("link", name="Contact").evaluate(inside) == "en"
    assert page.get_by_role("button", name="Yes").evaluate(inside) == "en"
    topic = page.get_by_role("navigation", name="Breadcrumbs").locator("a").last
    assert topic.inner_text() == "Statistical consultation"
    assert topic.evaluate(inside) == "en"


@pytest.mark.parametrize("path", ["en/", "kb/biaya-konsultasi/#en"])
def test_the_footer_calls_the_usual_pages_in_english(open_page: Open, path: str) -> None:
    page = open_page(path)
    footer = page.get_by_role("navigation", name="Explore the site")
    footer.wait_for()  # in English once the sentences are there
    for name in ("How to consult", "Privacy", "About this site", re.compile("omplain")):
        link = footer.get_by_role("link", name=name)
        assert link.evaluate("(node) => node.closest('[lang]').lang") == "en"
    footer.get_by_role("link", name="Privacy").click()
    page.wait_for_url("**/privasi/#en")
    page.get_by_role("heading", level=1, name="Privacy").wait_for()


def test_the_size_of_what_is_stored_is_told_in_english(open_page: Open) -> None:
    page = open_page("luring/#en")
    page.wait_for_selector(ENGLISH)
    text = page.get_by_text("You can keep this whole site on the device").inner_text()
    assert re.search(r"about \d+\.\d MB, and read", text)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["kb/biaya-konsultasi/#en", "kategori/konsultasi/#en"])
def test_what_is_said_in_english_is_in_sight_from_the_beginning(
    open_page: Open, path: str, width: int
) -> None:
    page = open_page("", width=width)
    base = page.url
    page.route("**/translate.js", lambda route: page.wait_for_timeout(500) or route.continue_())
    page.goto(base + path)
    page.wait_for_selector(ENGLISH)
    said = page.locator(".frame:visible, .english:visible")
    assert said.count() == 1
    assert said.bounding_box()["y"] < 740  # in sight, and scrolled to by nobody
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_names_in_english_push_the_text_down_by_a_line_at_most(open_page: Open, width: int) -> None:
    page = open_page("", width=width)
    base = page.url
    page.route("**/translate.js", lambda route: page.wait_for_timeout(500) or route.continue_())
    page.goto(base + "kategori/konsultasi/#en")
    page.wait_for_selector(ENGLISH)
    assert (
        page.evaluate(SHIFTED) < 0.1
    )  # a name, and the notice where the first paint comes before it


def test_an_answer_that_says_what_the_frame_says_stays_as_it_is(
    open_page: Open, own_site: Any
) -> None:
    file = own_site.folder / "kb" / "biaya-konsultasi" / "index.html"
    replace_in(file, '"text">', '"text"><p>Rujukan</p>')
    page = open_page("kb/biaya-konsultasi/#en", base=own_site.url)
    page.get_by_role("heading", name="Sources").wait_for()
    assert page.inner_text(".answer p") == "Rujukan"


def test_an_english_question_without_answer_is_handed_over_in_both_languages(
    open_page: Open,
) -> None:
    page = open_page("en/")
    results = search(page, "xqzvw plorfk")
    assert "No answer yet for “xqzvw plorfk”" in results.inner_text()
    assert "If sent now, answered by " in results.locator(".promise").first.inner_text()
    text = unquote(results.locator("[data-channel=email] a").first.get_attribute("href"))
    assert "saya ingin berkonsultasi. (Hello, I would like a consultation." in text
    assert "Pertanyaan saya (my question):\r\nxqzvw plorfk\r\n" in text
    assert "\r\nKata cari: xqzvw plorfk\r\nKode: CD1-K-N-" in text
    assert "848787 (not confirmed by the office)" in results.inner_text()


def test_a_mistake_is_reported_in_both_languages(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/#en")
    report = page.get_by_role("link", name="Report a mistake")
    text = unquote(report.get_attribute("href"))
    assert "subject=Kekeliruan (mistake): biaya-konsultasi&" in text
    assert "(Hello, I found a mistake on this page:)\r\n" in text
    assert "Yang keliru (what is wrong):\r\n" in text


def test_who_is_not_helped_asks_in_english(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/#en")
    page.locator("#tanya > summary").click()
    mail = page.locator("#kanal [data-channel=email] a").first
    mail.wait_for()
    assert "Sudah saya baca (I have read):\r\n- Apakah" in unquote(mail.get_attribute("href"))
    assert "The message is in Indonesian and English." in page.inner_text("#kanal")


def test_without_javascript_english_pages_lead_on(open_page: Open) -> None:
    page = open_page("", java_script_enabled=False)
    page.get_by_role("link", name="EN, English").click()
    page.wait_for_url("**/en/")
    page.locator(".topics a", has_text="Statistical consultation").click()
    page.wait_for_url("**/kategori/konsultasi/#en")


def test_nothing_is_stored_for_english(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/#en")
    page.wait_for_selector(ENGLISH)
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_a_folder_speaks_english_too(stick: Callable[[str], Any]) -> None:
    page = stick("en/index.html")
    search(page, "consultation cost").locator(".hits a").first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/index.html#en")
    page.get_by_role("heading", name="Was this helpful?").wait_for()
    assert "No answer yet for" in search(page, "xqzvw plorfk").inner_text()
    page.keyboard.press("Escape")  # on a small screen search fills it
    page.locator(".main .call").click()
    page.wait_for_url("**/en/contact/index.html")


@pytest.mark.parametrize("path", ["kategori/#en", "a-z/#en"])
def test_without_javascript_the_page_says_that_its_text_is_indonesian(
    open_page: Open, path: str
) -> None:
    page = open_page(path, java_script_enabled=False)
    assert page.locator(".frame").is_visible()
    page.goto(page.url.removesuffix("#en"))
    page.reload()
    assert not page.locator(".frame").is_visible()


def test_the_notice_stays_when_a_link_leads_to_a_part_of_the_page(open_page: Open) -> None:
    page = open_page("layanan/konsultasi-statistik/#en")
    page.locator(ENGLISH).wait_for()
    page.locator(".contents a").last.click()
    assert page.locator(".frame").evaluate("(node) => getComputedStyle(node).display") == "block"


def test_channels_and_topics_are_named_in_english(open_page: Open) -> None:
    page = open_page("en/contact/")
    note = page.get_by_text("The national channel for complaints about public services")
    assert note.evaluate("(node) => node.closest('[lang]').lang") == "en"
    page = open_page("en/search/")
    assert page.get_by_role("link", name="Prices and economy").is_visible()
    page = open_page("kategori/#en")
    page.get_by_role("link", name="Prices and economy").wait_for()
