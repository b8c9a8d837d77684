"""The search box on another site: what is fetched, what is found, and what stands when it fails."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import OwnSite
from tests.browser.other_site import LINKS, TAG, Visit, find
from tests.browser.visiting import until
from tests.real_browser import Misdeeds
from tests.text_files import replace_in


def asked_of(page: Any) -> list[str]:
    """The addresses that the page has asked for, without their hosts."""
    names = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [re.sub(r"^http://[^/]+/", "", name) for name in names]


def test_nothing_but_the_script_is_fetched_before_the_box_has_the_focus(visit: Visit) -> None:
    page = visit()
    page.locator("cari-dulu input").wait_for()
    page.wait_for_timeout(500)
    assert asked_of(page) == ["embed.js"]
    page.focus("cari-dulu input")
    until(page, "performance.getEntriesByType('resource').length === 3")
    page.wait_for_timeout(500)
    assert {re.sub(r"\w{10,12}", "*", name) for name in asked_of(page)} == {
        "embed.js",
        "search/manifest.json",
        "search/hashed/client.*.js",
    }


def test_neither_cookies_nor_the_page_s_address_travel_and_nothing_is_kept(visit: Visit) -> None:
    sent: list[dict[str, str]] = []
    page = visit(
        before=lambda page: page.on(
            "request", lambda each: "/search/" in each.url and sent.append(each.all_headers())
        )
    )
    find(page, "inflasi")
    fetched = [each for each in sent if each.get("sec-fetch-dest") == "empty"]
    assert fetched
    assert not any("cookie" in each for each in sent)
    assert not any("referer" in each for each in fetched)
    kept = "[document.cookie, localStorage.length, sessionStorage.length]"
    assert page.evaluate(kept) == ["milik-kantor=1", 0, 0]


def test_a_misspelt_question_finds_answers_that_lead_to_the_site(
    visit: Visit, site_url: str
) -> None:
    page = visit()
    texts = find(page, "kmiskinan bombana")
    assert 2 <= len(texts) <= 6
    assert "miskin" in texts[0]
    assert texts[-1] == "Semua hasil untuk “kmiskinan bombana”"
    assert "Menampilkan hasil untuk “kemiskinan" in page.inner_text("cari-dulu .found")
    page.locator(LINKS).first.click()
    page.wait_for_url(f"{site_url}kb/*/")
    assert texts[0] in page.inner_text("h1")


def test_a_number_for_emergencies_is_called_from_the_box(visit: Visit) -> None:
    page = visit()
    find(page, "ambulans")
    number = page.get_by_role("link", name="Telepon 119", exact=True)
    assert number.get_attribute("href") == "tel:119"
    assert number.evaluate("(node) => node.getBoundingClientRect().height") >= 40


def test_what_is_not_found_is_carried_to_the_site_s_way_to_an_officer(
    visit: Visit, site_url: str
) -> None:
    page = visit()
    assert find(page, "xqzvw plorfk")[0] == "Tanyakan kepada petugas"
    assert "Belum ada jawaban untuk “xqzvw plorfk”" in page.inner_text("cari-dulu .found")
    page.get_by_text("Tanyakan kepada petugas").click()
    page.wait_for_url(f"{site_url}cari/?q=xqzvw+plorfk")
    page.wait_for_selector("#hasil .handover .channels")


@pytest.mark.parametrize(
    ("words", "heading", "kind"),
    [
        ("jam buka kantor", "Hasil untuk “jam buka kantor”", "Jawaban langsung"),
        ("bikin paspor", "“bikin paspor” diurus instansi lain", "Instansi yang berwenang"),
        ("harga sewa rumah kota", None, None),
        ("selamat pagi", "Apa yang ingin Anda ketahui?", None),
    ],
)
def test_an_outcome_is_said_in_words(
    visit: Visit, words: str, heading: str | None, kind: str | None
) -> None:
    page = visit()
    page.locator("cari-dulu input").fill(words)
    page.locator("cari-dulu .found[aria-busy=false] .said").wait_for()
    said = page.inner_text("cari-dulu .said")
    if heading:
        assert said == heading
    else:
        assert said == "Mungkin ini yang Anda cari" or "tidak ditemukan; berikut" in said
        assert page.locator(LINKS).last.inner_text() == "Tanyakan kepada petugas"
    if kind:
        assert page.locator("cari-dulu .kind").first.inner_text() == kind
        assert page.locator("cari-dulu .kind + p").count() == 1
    until(
        page,
        "document.querySelector('cari-dulu').shadowRoot.querySelector('[role=status]').textContent",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("kmiskinan bombna", "Menampilkan hasil untuk “kemiskinan bombana”. 5 hasil."),
        (
            "kmiskinan",
            "Menampilkan hasil untuk “kemiskinan”. Mungkin ini yang Anda cari. Cara bertanya kepada"
            " petugas juga tersedia.",
        ),
    ],
)
def test_it_is_announced_how_the_words_were_read(visit: Visit, words: str, said: str) -> None:
    page = visit()
    page.locator("cari-dulu input").fill(words)
    page.locator("cari-dulu [role=status]", has_text=said).wait_for(state="attached")
    assert page.locator("cari-dulu .said + p").inner_text() == said.partition(".")[0] + "."


def test_a_trial_is_called_so_as_on_the_site(visit: Visit, site_folder: Path) -> None:
    said = re.findall(
        r'<p class="trial">(.*?)</p>', (site_folder / "index.html").read_text("utf-8")
    )
    page = visit()
    find(page, "biaya konsultasi")
    assert page.locator("cari-dulu .note").all_inner_texts() == said


def test_without_script_a_link_stands(visit: Visit, site_url: str) -> None:
    page = visit(java_script_enabled=False)
    link = page.get_by_role("link", name="Cari jawaban")
    assert link.get_attribute("href") == f"{site_url}cari/"
    assert link.is_visible()


def test_a_policy_that_refuses_the_script_leaves_the_link(visit: Visit, misdeeds: Misdeeds) -> None:
    misdeeds.tolerated = ("Content Security Policy",)
    page = visit(policy="default-src 'none'")
    assert page.get_by_role("link", name="Cari jawaban").is_visible()


def test_a_policy_that_refuses_the_index_leaves_a_link_with_the_words(
    visit: Visit, misdeeds: Misdeeds, site_url: str
) -> None:
    misdeeds.tolerated = ("Content Security Policy", "network: manifest.json")
    page = visit(policy="default-src 'none'; script-src {site}")
    fails_with_a_link(page, site_url)


def fails_with_a_link(page: Any, site: str) -> None:
    page.focus("cari-dulu input")
    page.get_by_role("link", name="Buka halaman pencarian").wait_for()
    assert page.locator(LINKS).get_attribute("href") == f"{site}cari/"
    [name] = find_again(page, "inflasi 2024")
    assert name == "Cari “inflasi 2024” di situs Cari Dulu"
    assert page.locator(LINKS).get_attribute("href") == f"{site}cari/?q=inflasi+2024"
    assert "belum berhasil dimuat" in page.inner_text("cari-dulu .said")


def find_again(page: Any, words: str) -> list[str]:
    page.locator("cari-dulu input").fill(words)
    page.get_by_text(f"“{words}”").wait_for()
    texts: list[str] = page.locator(LINKS).all_inner_texts()
    return texts


@pytest.mark.parametrize(
    ("pattern", "tolerated"),
    [
        ("search/manifest.json", ("404", "missing: manifest.json")),
        ("search/hashed/client.*.js", ("404", "Failed to fetch dynamically imported module")),
    ],
    ids=["index", "client"],
)
def test_what_is_missing_leaves_a_link_with_the_words(
    visit: Visit,
    own_site: OwnSite,
    misdeeds: Misdeeds,
    pattern: str,
    tolerated: tuple[str, ...],
) -> None:
    misdeeds.tolerated = (*tolerated, "CORS", "ERR_FAILED", "MIME type")
    for path in own_site.folder.glob(pattern):
        path.unlink()
    fails_with_a_link(visit(site=own_site.url), own_site.url)


def test_an_index_of_another_version_leaves_a_link_with_the_words(
    visit: Visit, own_site: OwnSite, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("version: manifest.json",)
    for path in [own_site.folder / "search/manifest.json"]:
        manifest = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**manifest, "version": 99}), "utf-8")
    fails_with_a_link(visit(site=own_site.url), own_site.url)


def test_a_server_that_lets_no_other_site_read_leaves_a_link_with_the_words(
    visit: Visit, own_site: OwnSite, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("CORS", "ERR_FAILED", "dynamically imported module")
    headers = own_site.folder / "_headers"
    replace_in(headers, "Access-Control", "X-None")
    fails_with_a_link(visit(site=own_site.url), own_site.url)


def test_after_a_lost_network_the_next_touch_searches(visit: Visit, misdeeds: Misdeeds) -> None:
    misdeeds.tolerated = ("ERR_FAILED", "network: manifest.json")
    page = visit(before=lambda page: page.route("**/manifest.json", lambda route: route.abort()))
    find(page, "biaya konsultasi")
    assert "belum berhasil dimuat" in page.inner_text("cari-dulu .said")
    page.unroute("**/manifest.json")
    page.locator("cari-dulu input").blur()
    page.focus("cari-dulu input")
    page.get_by_text("Hasil untuk “biaya konsultasi”").first.wait_for()


@pytest.mark.parametrize(
    "box", ['<cari-dulu lang="en"></cari-dulu>', '<div lang="en-GB"><cari-dulu></cari-dulu></div>']
)
def test_english_is_spoken_where_the_page_does(visit: Visit, box: str, site_url: str) -> None:
    page = visit(box=box)
    assert find(page, "consultation fee")[-1] == "All results for “consultation fee”"
    assert page.locator(LINKS).last.get_attribute("href").startswith(f"{site_url}en/search/?q=")
    assert page.locator(LINKS).first.get_attribute("href").endswith("/#en")
    assert page.locator(LINKS).first.get_attribute("lang") == "en"


@pytest.mark.parametrize("attributes", ["", "defer", "async", 'type="module" crossorigin'])
def test_the_script_alone_puts_the_box_where_it_stands(visit: Visit, attributes: str) -> None:
    tag = f'<div id="tempat"><script src="{{site}}embed.js" {attributes}></script></div>'
    page = visit(head="", box=tag)
    page.locator("#tempat > cari-dulu input").wait_for()
    assert page.locator("cari-dulu").count() == 1


def test_two_tags_make_one_box(visit: Visit) -> None:
    page = visit(head="", box=TAG.replace(" defer", "") * 2)
    page.locator("cari-dulu input").wait_for()
    assert page.locator("cari-dulu").count() == 1


def test_a_script_in_the_head_waits_for_an_element(visit: Visit) -> None:
    page = visit(box="")
    page.wait_for_load_state()
    assert page.locator("cari-dulu").count() == 0
    page.evaluate("document.querySelector('main').append(document.createElement('cari-dulu'))")
    assert find(page, "inflasi")


def test_a_site_below_a_path_answers_from_there(
    visit: Visit, site_folder: Path, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    (tmp_path / "tanya").symlink_to(site_folder)
    (tmp_path / "_headers").write_text("/*\n  Access-Control-Allow-Origin: *\n", "utf-8")
    (tmp_path / "404.html").write_text("", "utf-8")
    site = serve(tmp_path) + "tanya/"
    page = visit(site=site)
    find(page, "inflasi")
    assert page.locator(LINKS).first.get_attribute("href").startswith(f"{site}kb/")
