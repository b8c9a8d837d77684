"""What small screens, keyboards and narrow windows once got wrong."""

from itertools import pairwise
from typing import Any

import pytest

from tests.browser.visiting import Open, search

HIDDEN_FOCUS = """async () => {
  for (const _ of "12") await new Promise(requestAnimationFrame); // scrolling follows the focus
  const holder = document.activeElement;
  if (holder.matches("body")) return null;
  const { left, right, top, bottom } = holder.getClientRects()[0];
  const seen = [top + 2, bottom - 2].every((y) => {
    const there = document.elementFromPoint((left + right) / 2, y);
    return there && (holder.contains(there) || there.contains(holder));
  });
  return seen ? null : holder.outerHTML;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["a-z/", "layanan/konsultasi-statistik/", "kb/biaya-konsultasi/"])
def test_no_bar_covers_what_has_the_focus(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    hidden = []
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        hidden.append(page.evaluate(HIDDEN_FOCUS))
    assert [each for each in hidden if each] == []


def test_below_a_greeting_the_page_goes_on(open_page: Open) -> None:
    page = open_page("cari/?q=selamat+pagi")
    page.locator("#hasil[aria-busy=false]").wait_for()
    blank = page.evaluate(
        """() => document.querySelector("#hasil").getBoundingClientRect().height
          - [...document.querySelectorAll("#hasil > *")].reduce(
              (sum, node) => sum + node.getBoundingClientRect().height, 0)"""
    )
    assert blank < 100


def test_who_is_lost_is_not_sent_to_the_address_bar(open_page: Open, misdeeds: Any) -> None:
    misdeeds.tolerated = ("404",)
    page = open_page("tidak/ada/")
    assert page.get_by_role("heading", name="Halaman tidak ditemukan").is_visible()
    assert page.get_by_role("searchbox").first.is_visible()
    assert "bilah alamat" not in page.locator("main").inner_text()


def test_an_answer_stays_in_place_when_the_page_is_loaded_again(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/", width=1280)
    search(page, "inflasi")
    before = page.locator("article h1").bounding_box()
    page.reload()
    page.locator("#hasil[aria-busy=false] .hits a").first.wait_for()
    assert page.locator("article h1").bounding_box() == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_promise_fills_its_box(open_page: Open, width: int) -> None:
    page = open_page("kontak/", width=width)
    share = page.evaluate(
        """() => {
          const box = document.querySelector(".promise");
          const text = document.createRange();
          text.selectNodeContents(box);
          return text.getBoundingClientRect().height / box.getBoundingClientRect().height;
        }"""
    )
    assert share > 0.5


@pytest.mark.parametrize("width", [180, 360])
def test_the_notice_to_who_reads_english_stands_on_top(open_page: Open, width: int) -> None:
    page = open_page("layanan/konsultasi-statistik/#en", width=width)
    notice = page.locator(".frame")
    notice.wait_for()
    box = notice.bounding_box()
    assert box
    assert box["y"] < page.viewport_size["height"]
    assert box["y"] < page.locator("h1").first.bounding_box()["y"]


def test_no_mark_between_crumbs_stands_alone_on_a_line(open_page: Open) -> None:
    page = open_page("kb/garis-kemiskinan/")
    for crumb in page.locator(".crumbs li").all():
        link = crumb.locator("a").bounding_box()
        assert abs(link["y"] - crumb.bounding_box()["y"]) < 4


def test_a_pasted_message_leaves_its_hits_in_sight(open_page: Open) -> None:
    page = open_page("cari/")
    pasted = (
        "Assalamualaikum, mohon maaf mengganggu waktunya pak, saya mahasiswa yang sedang menyusun"
        " skripsi dan memerlukan jumlah penduduk menurut kecamatn di Bombana dari tahun 2019 sampai"
        " tahun 2024, apakah datanya dapat saya unduh sendiri atau harus datang ke kantor? Terima"
        " kasih banyak atas bantuan dan jawabannya."
    )
    results = search(page, pasted)
    results.locator(".hits a").first.wait_for()
    beginning = pasted[:79].rstrip()
    assert results.locator("h2").inner_text() == f"Hasil untuk “{beginning}…”"
    assert page.title().startswith(f"Hasil untuk “{beginning}…”")
    assert "“… kecamatan di Bombana" in results.locator(".corrected").inner_text()
    assert results.locator(".hits a").first.bounding_box()["y"] < 500
    assert page.input_value("#q") == pasted


@pytest.mark.parametrize("width", [320, 360])
def test_the_switch_stays_beside_a_long_name_of_an_office(open_page: Open, width: int) -> None:
    page = open_page("", width=width)
    name = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Konawe Utara"
    page.locator(".brand .office").evaluate("(node, name) => (node.textContent = name)", name)
    brand, switch = (page.locator(f".bar .{one}").bounding_box() for one in ("brand", "tongue"))
    assert switch["y"] < brand["y"] + brand["height"]
    assert switch["x"] + switch["width"] > width - 40
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_switch_stays_beside_the_name_in_large_letters(open_page: Open) -> None:
    """On a line of its own it pushes the answer out of the first screen."""
    page = open_page("kb/biaya-konsultasi/")
    page.evaluate("document.documentElement.style.fontSize = '175%'")
    brand, switch = (page.locator(f".bar .{one}").bounding_box() for one in ("brand", "tongue"))
    assert switch["y"] < brand["y"] + brand["height"]


def test_in_large_letters_the_ways_to_a_person_have_room_for_words(open_page: Open) -> None:
    """Queries of the style sheet do not see a page's own letters: so the screen is small."""
    page = open_page("kb/biaya-konsultasi/", width=180)
    page.evaluate("document.documentElement.style.fontSize = '87.5%'")  # 360 px at 175 %
    page.locator("#tanya > summary").click()
    room = page.locator("#kanal li a > span").first.bounding_box()["width"]
    assert room > 90
    answers = (".helpful > button", "#tanya > summary")
    yes, no = (page.locator(one).bounding_box() for one in answers)
    assert no["y"] >= yes["y"] + yes["height"] + 8


@pytest.mark.parametrize(("width", "size"), [(740, "100%"), (360, "200%")])
@pytest.mark.parametrize("path", ["", "en/"])
def test_the_ways_through_the_site_stand_apart_on_a_low_screen(
    open_page: Open, path: str, width: int, size: str
) -> None:
    """Below 26 rem they are in the head: a telephone on its side, or one with large letters."""
    page = open_page(path, width=width)
    page.set_viewport_size({"width": width, "height": 360})
    page.evaluate("(size) => (document.documentElement.style.fontSize = size)", size)
    words = page.evaluate("""[...document.querySelectorAll(".main a")].map((way) => {
      const range = document.createRange();
      range.selectNodeContents(way);
      const { left, right, top } = range.getBoundingClientRect();
      return { left, right, top };
    })""")
    assert words[-1]["right"] <= page.locator(".main").evaluate(
        "(node) => node.getBoundingClientRect().right - 4"
    )
    for one, next_one in pairwise(words):
        assert next_one["top"] > one["top"] or next_one["left"] - one["right"] >= 8
