import base64
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from caridulu.knowledge.model import Approval, ApprovalStatus, KnowledgeBase
from caridulu.knowledge.text_cache import TextCache
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.html.layout import THEME
from caridulu.site.pictures.picture_files import pictures_of, preview_texts
from caridulu.site.pictures.previews import FONT_EXTRAS, PreviewText, drawable, preview
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, TODAY

PREVIEW_LIMIT = 30_000  # bytes
ADDRESS = "https://tanya.example.go.id/bombana/"
COLOR = "#5b1a2e"
META = re.compile('<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


def with_office(**fields: object) -> KnowledgeBase:
    return replace(KNOWLEDGE, office=OFFICE.model_copy(update=fields))


@pytest.fixture(scope="module")
def published() -> Site:
    knowledge = with_office(site_url=ADDRESS)
    return SiteRenderer(knowledge, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def told(site: Site, path: str) -> dict[str, str]:
    return dict(META.findall(next(page.html for page in site.pages if page.path == path)))


def test_an_entry_shared_in_a_chat_shows_its_question_and_its_topic(published: Site) -> None:
    said = told(published, "kb/biaya-konsultasi/")
    picture = said.pop("og:image")
    description = said.pop("og:description")
    assert said == {
        "og:title": "Apakah konsultasi statistik dipungut biaya?",
        "og:type": "article",
        "og:locale": "id_ID",
        "og:site_name": "Cari Dulu · BPS Bombana",
        "og:url": f"{ADDRESS}kb/biaya-konsultasi/",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }
    assert description.startswith("Tidak. Konsultasi statistik")
    assert picture == told(published, "kategori/konsultasi/")["og:image"]
    assert picture != told(published, "")["og:image"]


def test_every_named_picture_is_there_light_and_as_large_as_said(published: Site) -> None:
    named = {
        picture
        for page in published.pages
        if (picture := dict(META.findall(page.html)).get("og:image"))
    }
    assert len(named) == 1 + len({entry.category for entry in KNOWLEDGE.published})
    for address in named:
        content = published.pictures[address.removeprefix(ADDRESS)]
        assert len(content) <= PREVIEW_LIMIT
        assert opened(content).size == (1200, 630)


def test_without_an_address_a_link_has_words_and_no_picture(site: Site) -> None:
    assert set(told(site, "kb/biaya-konsultasi/")) == {
        *("og:title", "og:description", "og:type", "og:locale", "og:site_name")
    }
    assert [name for name in site.pictures if "preview" in name] == []


def test_an_english_page_says_so_and_an_unlisted_page_says_nothing(published: Site) -> None:
    assert told(published, "en/")["og:locale"] == "en_US"
    assert told(published, "404.html") == {}


def test_a_picture_says_that_nobody_has_approved_the_site() -> None:
    trial = with_office(approval=Approval(status=ApprovalStatus.TRIAL))
    remarks = {text.remark for text in preview_texts(trial).values()}
    assert remarks == {"Situs percobaan, belum disahkan BPS Kabupaten Bombana."}
    assert {text.remark for text in preview_texts(KNOWLEDGE).values()} == {""}


def test_the_same_text_gives_the_same_bytes() -> None:
    knowledge = with_office(site_url=ADDRESS)
    once, again = (pictures_of(knowledge, TextCache()).contents for _ in range(2))
    assert once == again


def test_a_picture_of_an_earlier_build_is_taken_from_the_cache() -> None:
    kept = TextCache()
    pictures_of(KNOWLEDGE, kept)
    other = TextCache(dict.fromkeys(kept.used(), base64.b64encode(b"as kept").decode()))
    assert set(pictures_of(KNOWLEDGE, other).contents.values()) == {b"as kept"}


def test_another_colour_of_the_office_gives_other_pictures_under_other_names() -> None:
    knowledge = with_office(identity=OFFICE.identity.model_copy(update={"color": COLOR}))
    ours, theirs = (pictures_of(each, TextCache()) for each in (KNOWLEDGE, knowledge))
    assert not {*ours.home_screen, ours.touch_icon} & {*theirs.home_screen, theirs.touch_icon}
    middle = opened(theirs.contents[theirs.touch_icon]).convert("RGB").getpixel((4, 4))
    assert middle == (0x5B, 0x1A, 0x2E)


def test_programs_that_read_no_page_find_an_icon(site: Site) -> None:
    icon = opened(site.pictures["favicon.ico"])
    assert (icon.format, icon.size) == ("ICO", (32, 32))


def test_a_page_names_the_icon_for_the_home_screen(site: Site) -> None:
    page = next(page.html for page in site.pages if page.path == "kb/biaya-konsultasi/")
    (name,) = re.findall('<link rel="apple-touch-icon" href="../../([^"]+)">', page)
    icon = opened(site.pictures[name])
    assert icon.size == (180, 180)
    assert icon.convert("RGBA").getextrema()[3] == (255, 255)  # Apple paints clear corners black


@pytest.mark.parametrize("name", ["192", "512"])
def test_an_icon_lets_the_ground_shine_through_its_corners(site: Site, name: str) -> None:
    content = next(v for k, v in site.pictures.items() if f"icon-{name}." in k)
    assert opened(content).size == (int(name), int(name))
    assert opened(content).convert("RGBA").getpixel((0, 0))[3] == 0


def test_the_words_of_a_picture_are_large_and_keep_inside_it() -> None:
    long = "Statistik harga, inflasi, nilai tukar petani, dan pertumbuhan ekonomi daerah"
    for heading in ("IPM", "Konsultasi statistik", long):
        picture = preview(PreviewText(heading, "Cari Dulu", "BPS Kabupaten Bombana", ""), "#14405f")
        ground = Image.new("RGB", picture.size, "#14405f")
        edges = picture.convert("RGB").crop((1130, 0, 1200, 600))
        assert edges.getcolors() == ground.crop((1130, 0, 1200, 600)).getcolors(), heading


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Café \N{EN DASH} Desa Ñ", "Cafe - Desa N"),
        ("“PDRB” … satu", "“PDRB” ... satu"),
        ("統計 IPM", "IPM"),
    ],
)
def test_letters_that_the_font_lacks_lose_their_marks(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_the_font_has_every_letter_that_is_kept() -> None:
    font = ImageFont.load_default(40)
    missing = bytes(font.getmask("\N{REPLACEMENT CHARACTER}"))
    kept = "".join(map(chr, range(33, 127))) + FONT_EXTRAS
    assert [letter for letter in kept if bytes(font.getmask(letter)) == missing] == []


def test_no_picture_lies_beside_the_drawing() -> None:
    assert [path.name for path in (THEME / "assets").iterdir()] == ["icon.svg"]
    assert not list(Path(THEME).rglob("*.png"))
