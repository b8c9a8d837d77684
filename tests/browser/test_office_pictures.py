"""An office with emblem, picture, and a picture in an answer: what visitors fetch and see."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from caridulu.site.build.build_command import build_pages
from tests.accessibility import RULES, RUN_AXE
from tests.pictures import PDF, attached, drawing, mention, photo, recognised_by
from tests.sample_copy import copy_sample

ENTRY = "kb/biaya-konsultasi/"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with pictures of its own."""
    project = copy_sample(tmp_path_factory.mktemp("kantor") / "proyek")
    attached(project, "lambang.png", drawing(200, 240, color="#0a655a"))
    attached(project, "kantor.jpg", photo(1600, 1000))
    attached(project, "loket.jpg", photo(1400, 900))
    attached(project, "formulir.pdf", PDF)
    recognised_by(
        project,
        emblem=("lambang.png", "Lambang kantor"),
        picture=("kantor.jpg", "Kantor dari depan"),
    )
    (project / "content" / "index.md").write_text("# Cari dulu\n\nSilakan.\n", "utf-8")
    mention(project, "![Loket layanan](berkas:loket.jpg) [Formulir](berkas:formulir.pdf)")
    return project


@pytest.fixture(scope="module")
def address(office: Path, serve: Callable[[Path], str]) -> str:
    folder = office.with_name("situs")
    build_pages(office, folder)
    return serve(folder)


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; what it fetches is in ``page.fetched``."""
    contexts = []

    def start(url: str, width: int, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.fetched, page.complaints = [], []
        page.on("request", lambda request: page.fetched.append(request.url))
        page.on("console", lambda said: page.complaints.append(said.text))
        page.goto(url)
        page.wait_for_load_state("networkidle")
        return page

    yield start
    for context in contexts:
        context.close()


def fetched(page: Any, name: str) -> list[str]:
    return [url for url in page.fetched if f"/{name}." in url]


@pytest.mark.parametrize(("width", "times"), [(360, 0), (1023, 0), (1280, 1)])
def test_the_picture_on_the_home_page_is_fetched_for_wide_screens_only(
    visit: Callable[..., Any], address: str, width: int, times: int
) -> None:
    page = visit(address, width)
    assert len(fetched(page, "kantor")) == times
    assert page.locator(".hero .office-picture").is_visible() == bool(times)
    assert len(fetched(page, "lambang")) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.complaints == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", "kontak/", ENTRY])
def test_axe_finds_nothing_on_pages_with_pictures(
    visit: Callable[..., Any], axe: str, address: str, path: str, width: int
) -> None:
    page = visit(address + path, width, bypass_csp=True)
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, RULES) == []


def test_a_picture_in_an_answer_keeps_its_place_while_it_comes(
    visit: Callable[..., Any], address: str
) -> None:
    page = visit(address + ENTRY, 360)
    picture = page.locator(".answer img")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box["width"] <= 328
    assert abs(box["width"] / box["height"] - 1280 / 823) < 0.01
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1280


def test_a_picture_is_on_paper(visit: Callable[..., Any], address: str) -> None:
    page = visit(address + ENTRY, 800)
    page.emulate_media(media="print")
    assert page.locator(".answer img").is_visible()


def test_a_folder_without_server_has_pictures_too(
    visit: Callable[..., Any], office: Path, tmp_path: Path
) -> None:
    build_pages(office, tmp_path / "usb", offline=True)
    page = visit((tmp_path / "usb" / "kb/biaya-konsultasi/index.html").as_uri(), 1280)
    shown = "image => image.decode().then(() => image.naturalWidth)"
    assert page.locator(".answer img").evaluate(shown) == 1280
    assert page.locator(".brand .emblem").evaluate("image => image.naturalHeight") == 128
    link = page.locator(".answer").get_by_role("link", name="Formulir").get_attribute("href")
    assert re.fullmatch(r"../../assets/formulir\.[0-9a-f]{12}\.pdf", link)
    assert (tmp_path / "usb" / link.removeprefix("../../")).read_bytes() == PDF
