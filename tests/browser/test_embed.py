"""The search box on the office's main website: another origin with its own styles and policy."""

import functools
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import OwnSite
from tests.browser.test_accessibility import RULES, RUN_AXE
from tests.browser.visiting import until
from tests.real_browser import Misdeeds

# The strictest that can work: no style, no image, no form, no frame.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src {site}; connect-src {site}"
)
PAGE = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kantor</title>
{head}
</head>
<body>
<main>
<h1>Kantor</h1>
<p id="dekat">Selamat datang.</p>
{box}
</main>
</body>
</html>
"""
TAG = '<script src="{site}embed.js" defer></script>'
BOX = '<cari-dulu><a href="{site}cari/">Cari jawaban</a></cari-dulu>'
HOSTILE = """
html { font-size: 62.5%; }
* { all: unset !important; color: red !important; font-size: 40px !important;
  letter-spacing: 1em !important; display: inline !important; direction: rtl !important;
  --ink: red !important; }
input, a, .found, .said { display: none !important; }
"""
LINKS = "cari-dulu .found a"
STATUS = "document.querySelector('cari-dulu').shadowRoot.querySelector('[role=status]').textContent"


class _Office(http.server.SimpleHTTPRequestHandler):
    """The office's main website: one page."""

    def __init__(self, *args: Any, page: str, policy: str) -> None:
        self.page = page
        self.policy = policy
        super().__init__(*args)

    def log_message(self, *_args: object) -> None:
        pass

    def do_GET(self) -> None:
        body = self.page.encode()
        self.send_response(200 if self.path == "/" else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Set-Cookie", "milik-kantor=1")
        self.send_header("Content-Length", str(len(body) if self.path == "/" else 0))
        self.end_headers()
        if self.path == "/":
            self.wfile.write(body)


Visit = Callable[..., Any]


@pytest.fixture
def visit(chromium: Any, site_url: str, misdeeds: Misdeeds) -> Iterator[Visit]:
    """Opens a page of another origin that names the script; afterwards it must have behaved."""
    opened = []

    def start(
        *,
        site: str = site_url,
        head: str = TAG,
        box: str = BOX,
        policy: str = POLICY,
        width: int = 360,
        before: Callable[[Any], None] = lambda page: None,
        **options: Any,
    ) -> Any:
        origin = re.match(r"http://[^/]+", site)[0]  # type: ignore[index] # an address of ours
        page_text = PAGE.replace("{head}", head).replace("{box}", box).replace("{site}", site)
        handler = functools.partial(
            _Office, page=page_text, policy=policy.replace("{site}", origin)
        )
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context(viewport={"width": width, "height": 740}, **options)
        opened.append((server, context))
        page = context.new_page()
        page.set_default_timeout(10_000)
        misdeeds.watch(page)
        before(page)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        return page

    yield start
    for server, context in opened:
        context.close()
        server.shutdown()
        server.server_close()
    misdeeds.check()


def asked_of(page: Any) -> list[str]:
    """The addresses that the page has asked for, without their hosts."""
    names = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [re.sub(r"^http://[^/]+/", "", name) for name in names]


def find(page: Any, words: str) -> list[str]:
    """Types words and waits for what is found: the texts of all links."""
    page.locator("cari-dulu input").fill(words)
    page.locator("cari-dulu .found[aria-busy=false] a").first.wait_for()
    texts: list[str] = page.locator(LINKS).all_inner_texts()
    return texts


def test_nothing_but_the_script_is_fetched_before_the_box_has_the_focus(visit: Visit) -> None:
    page = visit()
    page.locator("cari-dulu input").wait_for()
    page.wait_for_timeout(500)
    assert asked_of(page) == ["embed.js"]
    page.focus("cari-dulu input")
    until(page, "performance.getEntriesByType('resource').length === 3")
    page.wait_for_timeout(500)
    assert [re.sub(r"\w{10,12}", "*", name) for name in sorted(asked_of(page))] == [
        "embed.js",
        "search/*/manifest.json",
        "search/client.*.js",
    ]


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


def test_what_is_not_found_is_carried_to_the_site_s_way_to_an_officer(
    visit: Visit, site_url: str
) -> None:
    page = visit()
    assert find(page, "xqzvw plorfk")[0] == "Tanyakan ke petugas"
    assert "Belum ada jawaban untuk “xqzvw plorfk”" in page.inner_text("cari-dulu .found")
    page.get_by_text("Tanyakan ke petugas").click()
    page.wait_for_url(f"{site_url}cari/?q=xqzvw+plorfk")
    page.wait_for_selector("#hasil .handover .channels")


@pytest.mark.parametrize(
    ("words", "heading", "kind"),
    [
        ("jam buka kantor", "Hasil untuk “jam buka kantor”", "Jawaban langsung"),
        ("bikin paspor", "“bikin paspor” diurus instansi lain", "Instansi yang berwenang"),
        ("harga sewa rumah kota", None, None),
        ("selamat pagi", "Halo! Apa yang ingin Anda ketahui?", None),
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
        assert said == "Mungkin ini yang Anda cari" or said.startswith("Belum ada jawaban tentang")
        assert page.locator(LINKS).last.inner_text() == "Tanyakan ke petugas"
    if kind:
        assert page.locator("cari-dulu .kind").first.inner_text() == kind
        assert page.locator("cari-dulu .kind + p").count() == 1
    until(
        page,
        "document.querySelector('cari-dulu').shadowRoot.querySelector('[role=status]').textContent",
    )


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
        ("search/*/manifest.json", ("404", "missing: manifest.json")),
        ("search/client.*.js", ("404", "Failed to fetch dynamically imported module")),
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
    for path in own_site.folder.glob("search/*/manifest.json"):
        manifest = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**manifest, "version": 99}), "utf-8")
    fails_with_a_link(visit(site=own_site.url), own_site.url)


def test_a_server_that_lets_no_other_site_read_leaves_a_link_with_the_words(
    visit: Visit, own_site: OwnSite, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("CORS", "ERR_FAILED", "dynamically imported module")
    headers = own_site.folder / "_headers"
    headers.write_text(headers.read_text("utf-8").replace("Access-Control", "X-None"), "utf-8")
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


def test_a_browser_without_sheets_made_by_script_gets_a_style_element(visit: Visit) -> None:
    old = "for (const each of [Document, ShadowRoot]) delete each.prototype.adoptedStyleSheets"
    page = visit(
        policy=POLICY + "; style-src 'unsafe-inline'",
        before=lambda page: page.add_init_script(old),
    )
    page.locator("cari-dulu input").wait_for()
    assert page.evaluate(GROUND) == LIGHT
