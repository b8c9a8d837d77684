"""The search box on another site: apart from the page's styles, for every hand and eye."""

import pytest

from tests.accessibility import RULES, RUN_AXE
from tests.browser.other_site import BOX, LINKS, POLICY, TAG, Visit, find

HOSTILE = """
html { font-size: 62.5%; }
* { all: unset !important; color: red !important; font-size: 40px !important;
  letter-spacing: 1em !important; display: inline !important; direction: rtl !important;
  --ink: red !important; }
input, a, .found, .said { display: none !important; }
"""


def test_styles_of_the_page_stay_out_and_ours_stay_in(visit: Visit) -> None:
    style = f"<style>{HOSTILE}</style>"
    policy = POLICY + "; style-src 'unsafe-inline'"
    plain, hostile = visit(policy=policy), visit(head=style + TAG, policy=policy)
    looks = """() => {
      const host = document.querySelector("cari-dulu");
      const names = ["color", "backgroundColor", "fontSize", "fontFamily", "letterSpacing",
        "display", "height", "direction"];
      const of = (node) => names.map((name) => getComputedStyle(node)[name]);
      return [host, ...host.shadowRoot.querySelectorAll("*:not(style)")].map(of);
    }"""
    for page in (plain, hostile):
        page.set_viewport_size({"width": 500, "height": 740})
        find(page, "inflasi")
    plain.evaluate("document.querySelector('main').style.display = 'block'")
    same, other = plain.evaluate(looks), hostile.evaluate(looks)
    assert len(same) > 10
    assert other == same


def test_the_page_around_looks_as_it_did(visit: Visit) -> None:
    looks = """() => {
      const style = getComputedStyle(document.querySelector("#dekat"));
      return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
    }"""
    without, with_box = visit(head="", policy=""), visit()
    with_box.locator("cari-dulu input").wait_for()
    assert with_box.evaluate(looks) == without.evaluate(looks)
    assert with_box.evaluate("document.adoptedStyleSheets.length") == 0


def test_the_keyboard_alone_reaches_an_answer(visit: Visit, site_url: str) -> None:
    page = visit()
    focused = "document.activeElement.shadowRoot.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.id") == "q"
    page.keyboard.type("biaya konsultasi")
    page.locator(LINKS).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(f"{focused}.textContent") == page.locator(LINKS).nth(1).inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert page.evaluate(f"{focused}.id") == "q"
    assert page.locator("cari-dulu .found").is_hidden()
    assert page.input_value("cari-dulu input") == "biaya konsultasi"
    page.keyboard.press("ArrowDown")
    assert page.locator("cari-dulu .found").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}kb/*/")


def test_enter_in_the_box_opens_the_site_s_search_page(visit: Visit, site_url: str) -> None:
    page = visit()
    page.locator("cari-dulu input").fill("biaya  konsultasi")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}cari/?q=biaya+konsultasi")


def test_letters_typed_into_the_box_are_no_shortcuts_of_the_page(visit: Visit) -> None:
    page = visit()
    page.evaluate("addEventListener('keydown', ({ key }) => (document.title += ` ${key}`))")
    page.focus("cari-dulu input")
    page.keyboard.type("s")
    page.keyboard.press("Home")
    assert page.title() == "Kantor Home"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "words", ["", "bikin paspor", "jam buka kantor", "xqzvw plorfk", "kmiskinan"]
)
def test_axe_finds_nothing(visit: Visit, axe: str, words: str, scheme: str) -> None:
    page = visit(box=BOX.replace("<cari-dulu", f'<cari-dulu scheme="{scheme}"'))
    page.locator("cari-dulu input").wait_for()
    if words:
        find(page, words)
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, RULES) == []


@pytest.mark.parametrize(("room", "width"), [(280, 360), (328, 360), (900, 1280)])
def test_it_fits_its_room_with_targets_for_a_thumb(visit: Visit, room: int, width: int) -> None:
    page = visit(width=width)
    page.evaluate(f"document.querySelector('cari-dulu').parentElement.style.width = '{room}px'")
    find(page, "apa itu kemiskinan")
    edges = """() => {
      const host = document.querySelector("cari-dulu");
      const right = host.getBoundingClientRect().right;
      return [...host.shadowRoot.querySelectorAll("form, form *")]
        .filter((node) => node.getBoundingClientRect().right > right + .5)
        .map((node) => node.outerHTML);
    }"""
    assert page.evaluate(edges) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator("cari-dulu form :is(input, button, a)").all():
        assert target.bounding_box()["height"] >= 44


GROUND = (
    "getComputedStyle(document.querySelector('cari-dulu').shadowRoot.querySelector('form'))"
    ".backgroundColor"
)
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(29, 40, 51)"


@pytest.mark.parametrize(
    ("head", "scheme", "device", "ground"),
    [
        ("", "", "dark", LIGHT),  # a page that knows no dark
        ('<meta name="color-scheme" content="light dark">', "", "dark", DARK),
        ('<meta name="color-scheme" content="light dark">', "", "light", LIGHT),
        ('<meta name="color-scheme" content="dark">', "", "light", DARK),
        ('<meta name="color-scheme" content="dark">', "light", "dark", LIGHT),
        ("", "dark", "light", DARK),
        ("", "auto", "dark", DARK),
        ("", "auto", "light", LIGHT),
    ],
)
def test_dark_follows_the_page_around_unless_told(
    visit: Visit, head: str, scheme: str, device: str, ground: str
) -> None:
    box = BOX.replace("<cari-dulu", f'<cari-dulu scheme="{scheme}"')
    page = visit(head=head + TAG, box=box, color_scheme=device)
    page.locator("cari-dulu input").wait_for()
    assert page.evaluate(GROUND) == ground


def test_dark_follows_the_part_of_the_page_around_it(visit: Visit) -> None:
    page = visit()
    page.locator("cari-dulu input").wait_for()
    page.evaluate("document.querySelector('main').style.colorScheme = 'dark'")
    assert page.evaluate(GROUND) == DARK


def test_a_browser_without_sheets_made_by_script_gets_a_style_element(visit: Visit) -> None:
    old = "for (const each of [Document, ShadowRoot]) delete each.prototype.adoptedStyleSheets"
    page = visit(
        policy=POLICY + "; style-src 'unsafe-inline'",
        before=lambda page: page.add_init_script(old),
    )
    page.locator("cari-dulu input").wait_for()
    assert page.evaluate(GROUND) == LIGHT
