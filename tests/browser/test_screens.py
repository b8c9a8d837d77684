from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.site_names import HOME_PAGE
from caridulu.knowledge.text_cache import TextCache
from caridulu.site.build.build_command import build_pages
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import make_index
from caridulu.site.build.render_site import SiteRenderer
from caridulu.site.build.write_site import write_site
from caridulu.site.html import icons
from tests import ROOT
from tests.browser.visiting import PAGES, Open

TWO_SCREENS = 1560  # px, at 360 by 780
EVIL = "</title><script>document.documentElement.dataset.evil = 1</script>"


def test_no_letter_is_longer_than_six_screens_of_a_telephone(open_page: Open) -> None:
    page = open_page("a-z/", width=360)
    heights = page.locator(".letter").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert max(heights) < 6 * page.viewport_size["height"]
    page.locator("summary", has_text="PDRB").click()
    assert page.get_by_role("link", name="Apakah PDRB per kapita sama").is_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_overflows(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    if "?q=" in path:
        page.wait_for_selector("#hasil h2")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_targets_are_big_enough_for_a_thumb(open_page: Open, path: str) -> None:
    """WCAG 2.2 asks for 24 px; links inside a sentence are exempt. The main actions have 44 px."""
    page = open_page(path)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary")]
          .filter((node) => !node.closest(".prose p, .prose li, footer p, .skip, .notice, .ask p"))
          .map((node) => [node.innerText || node.id, node.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && box.height < 24)
          .map(([name]) => name)"""
    )
    assert small == []
    main = page.evaluate(
        """() => [...document.querySelectorAll(".button, .box :is(button, input), .call, li > a")]
          .filter((node) => !node.closest("nav, .links, .sources, .prose, .entries, .shelf"))
          .map((node) => node.getBoundingClientRect().height)
          .filter((height) => height > 0 && height < 44)"""
    )
    assert main == []


@pytest.fixture
def plain_home(serve: Callable[[Path], str], knowledge: KnowledgeBase, tmp_path: Path) -> str:
    """The address of a site whose office has not written a home page."""
    pages = tuple(page for page in knowledge.pages if page.id != HOME_PAGE)
    few = replace(knowledge, pages=pages)
    search = make_index(few, cache=TextCache())
    write_site(SiteRenderer(few, today=build_date(), search=search).site(), tmp_path / "situs")
    return serve(tmp_path / "situs")


def test_all_parts_of_a_wide_home_end_at_the_same_edge(open_page: Open, plain_home: str) -> None:
    page = open_page("", width=1280, base=plain_home)
    boxes = [part.bounding_box() for part in page.locator(".home > :not([hidden])").all()]
    assert len({(box["x"], box["width"]) for box in boxes}) == 1


@pytest.mark.parametrize("path", ["", "en/"])
def test_home_is_two_screens_of_a_telephone(open_page: Open, path: str) -> None:
    """Without what is new, which is listed for a while only."""
    page = open_page(path)
    page.evaluate("document.querySelector('section[aria-labelledby=baru]')?.remove()")
    parts = [page.locator(each) for each in (".tasks", "#unggulan", "#topik", ".ask", "footer")]
    tasks, asked, topics, person, end = (part.bounding_box()["y"] for part in parts)
    assert tasks < asked < topics < person
    assert end <= TWO_SCREENS


@pytest.mark.parametrize("width", [360, 1280])
def test_the_numbers_of_steps_stand_in_the_column(
    open_page: Open, plain_home: str, width: int
) -> None:
    page = open_page("", width=width, base=plain_home)
    room, number = page.evaluate(
        """() => {
          const step = document.querySelector(".home-prose > ol > li");
          const style = getComputedStyle(step, "::marker");
          const pen = document.createElement("canvas").getContext("2d");
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const left = (node) => node.getBoundingClientRect().left;
          const room = left(step) + parseFloat(getComputedStyle(step).paddingLeft);
          return [room - left(step.closest(".home-prose")), pen.measureText("3. ").width];
        }"""
    )
    assert number <= room


def test_the_only_thing_that_scrolls_sideways_is_a_table(
    open_page: Open, site_folder: Path
) -> None:
    tables = sorted(
        path.parent.name
        for path in site_folder.glob("kb/*/index.html")
        if '<div class="table"' in path.read_text("utf-8")
    )
    for name in tables[:3]:
        page = open_page(f"kb/{name}/", width=320)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def without_icons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A site built where Material is not installed."""
    monkeypatch.setattr(icons, "material_templates", lambda: None)
    icons.icon_source.cache_clear()
    build_pages(ROOT, tmp_path / "situs")
    yield tmp_path / "situs"
    icons.icon_source.cache_clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_icons_there_are_no_gaps(
    open_page: Open, serve: Callable[[Path], str], without_icons: Path, width: int
) -> None:
    base = serve(without_icons)
    inset = """([inner, outer]) => [...document.querySelectorAll(inner)].map((node) => {
      const words = document.createRange();
      words.selectNodeContents(node);
      const [text, box] = [words, node.closest(outer)].map((each) => each.getBoundingClientRect());
      return Math.round(text.x - box.x);
    })"""
    for path, *parts in (
        ("kontak/", ".channels li b", "li"),
        ("kontak/", ".channels li > p", "li"),
        ("cari/?q=xqzvw+plorfk", ".handover .channels li b", "li"),
    ):
        page = open_page(path, base=base, width=width)
        if "?" in path:
            page.wait_for_selector(".handover .channels")
        insets = page.evaluate(inset, parts)
        assert insets, parts
        assert set(insets) <= {16, 17}, parts  # 1 rem, and a border
        assert page.evaluate("getComputedStyle(document.querySelector('#q')).paddingLeft") == "14px"


def test_a_title_with_markup_does_not_run(
    open_page: Open, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    knowledge = load(ROOT, today=build_date()).knowledge
    assert knowledge is not None
    evil = knowledge.published[0].model_copy(update={"question": f"Apa itu {EVIL}?"})
    others = tuple(entry for entry in knowledge.entries if entry.id != evil.id)
    changed = replace(
        knowledge,
        entries=(evil, *others),
        office=knowledge.office.model_copy(update={"featured": (evil.id,)}),
    )
    search = make_index(changed, cache=TextCache())
    write_site(SiteRenderer(changed, today=build_date(), search=search).site(), tmp_path / "situs")
    base = serve(tmp_path / "situs")
    for path in ("", f"kb/{evil.id}/", f"kategori/{evil.category}/", "a-z/"):
        page = open_page(path, base=base)
        assert page.evaluate("document.documentElement.dataset.evil") is None
        assert EVIL in page.text_content("main")
        inline = "[...document.scripts].filter(({ src, type }) => !src && !type.endsWith('json'))"
        assert page.evaluate(f"{inline}.length") == 0
