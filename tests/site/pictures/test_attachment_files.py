"""Pictures and PDFs of the office on the site, and what they are recognised by."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.model import AttachmentKind
from caridulu.knowledge.text_cache import TextCache
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.pictures.encoding import LIGHT, kept_picture, published_picture
from tests.pictures import CAMERA, PDF, attached, drawing, mention, noise, photo, recognised_by
from tests.site.sample_office import FAKE_SEARCH, KEPT, TODAY
from tests.text_files import replace_in

ENTRY = "kb/biaya-konsultasi/"


def knowledge_of(project: Path) -> KnowledgeBase:
    loaded = load(project, today=TODAY)
    assert loaded.ok, [problem.text() for problem in loaded.problems]
    assert loaded.knowledge
    return loaded.knowledge


def site_of(project: Path, *, offline: bool = False, cache: TextCache = KEPT) -> Site:
    return SiteRenderer(
        knowledge_of(project), today=TODAY, search=FAKE_SEARCH, cache=cache, offline=offline
    ).site()


def page(site: Site, path: str) -> str:
    return next(one.html for one in site.pages if one.path == path)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("offline", [False, True])
def test_a_picture_in_an_answer_is_small_has_no_metadata_and_tells_its_size(
    project: Path, *, offline: bool
) -> None:
    attached(project, "loket.jpg", photo(2000, 1000))
    mention(project, "![Loket layanan di lantai satu](berkas:loket.jpg)")
    site = site_of(project, offline=offline)
    shown = re.search(r"<img [^>]*>", page(site, ENTRY))
    assert shown
    found = re.fullmatch(
        r'<img src="../../(assets/loket\.[0-9a-f]{12}\.webp)" '
        r'alt="Loket layanan di lantai satu" '
        r'width="1280" height="640" loading="lazy" decoding="async" />',
        shown[0],
    )
    assert found, shown[0]
    content = site.pictures[found[1]]
    picture = opened(content)
    assert (picture.format, picture.size) == ("WEBP", (1280, 640))
    assert len(content) <= LIGHT
    assert CAMERA.encode() not in content
    assert not picture.getexif()
    assert set(picture.info) <= {"loop", "background", "timestamp", "duration"}


def test_a_picture_taken_with_the_telephone_on_its_side_stands_upright(project: Path) -> None:
    attached(project, "loket.jpg", photo(600, 400, orientation=6))
    mention(project, "![Loket](berkas:loket.jpg)")
    site = site_of(project)
    assert 'width="400" height="600"' in page(site, ENTRY)
    (content,) = [c for name, c in site.pictures.items() if "loket" in name]
    upright = opened(content).convert("RGB")
    assert upright.size == (400, 600)
    red, _, blue = upright.getpixel((200, 50))
    assert red > 150 > blue  # what was left is above


def test_a_drawing_keeps_every_point_and_its_clear_ground() -> None:
    image = opened(published_picture(drawing(), AttachmentKind.PNG)).convert("RGBA")
    assert image.getpixel((0, 0))[3] == 0
    assert image.getpixel((9, 9)) == (0x14, 0x40, 0x5F, 255)


def test_a_heavy_picture_loses_quality_until_it_is_light() -> None:
    content = noise(700, 500)
    assert len(content) > 5 * LIGHT
    published = published_picture(content, AttachmentKind.PNG)
    assert len(published) <= LIGHT
    assert opened(published).size == (700, 500)


def test_a_pdf_is_published_as_it_is_under_a_name_that_tells_its_content(project: Path) -> None:
    attached(project, "formulir.pdf", PDF)
    mention(project, "[Formulir permintaan](berkas:formulir.pdf)")
    site = site_of(project)
    link = re.search(r'<a href="../../(assets/formulir\.[0-9a-f]{12}\.pdf)">', page(site, ENTRY))
    assert link
    assert site.pictures[link[1]] == PDF
    attached(project, "formulir.pdf", PDF + b"\n")
    assert link[1] not in site_of(project).pictures


def test_the_same_file_gives_the_same_bytes() -> None:
    content = photo(900, 500)
    first, second = (published_picture(content, AttachmentKind.JPEG) for _ in range(2))
    assert first == second


def test_what_only_a_draft_shows_is_not_published(project: Path) -> None:
    attached(project, "rahasia.png", drawing())
    mention(project, "![Peta](berkas:rahasia.png)")
    entry = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    draft = entry.read_text("utf-8").replace("status: published", "status: draft")
    entry.with_name("biaya-baru.yml").write_text(draft, "utf-8")
    replace_in(entry, "  ![Peta](berkas:rahasia.png)\n\n", "")
    loaded = load(project, today=TODAY)
    assert loaded.knowledge
    assert loaded.knowledge.attachments == ()


def test_a_device_that_stores_the_site_stores_its_pictures(project: Path) -> None:
    attached(project, "loket.jpg", photo(900, 500))
    mention(project, "![Loket](berkas:loket.jpg)")
    site = site_of(project)
    (name,) = [name for name in site.pictures if "loket" in name]
    assert f'"{name}"' in site.files["simpanan.json"]


def test_a_site_without_pictures_has_no_rules_for_them(project: Path) -> None:
    def style(site: Site) -> str:
        return next(text for name, text in site.files.items() if "/style." in name)

    before = site_of(project)
    assert ".office-picture" not in style(before)
    attached(project, "loket.jpg", photo(900, 500))
    mention(project, "![Loket](berkas:loket.jpg)")
    assert ".office-picture" in style(site_of(project))


def test_an_emblem_stands_in_the_head_the_icons_and_the_previews(project: Path) -> None:
    before = site_of(project)
    attached(project, "lambang.png", drawing(600, 400, color="#0a655a"))
    recognised_by(project, emblem=("lambang.png", "Lambang kantor"))
    site = site_of(project)
    for path in ("", ENTRY, "404.html", "en/"):
        head = page(site, path).partition("</header>")[0]
        shown = re.search(
            r'<img class="emblem" src="([^"]+)" width="128" height="85" alt="Lambang', head
        )
        assert shown, path
        assert '<span class="mark">' not in head
        assert shown[1].rpartition("assets/")[2] in {
            n.removeprefix("assets/") for n in site.pictures
        }
    for kind in ("apple-touch-icon", "icon-512", "preview"):
        theirs = {name: one for name, one in site.pictures.items() if kind in name}
        assert theirs.keys().isdisjoint(before.pictures), kind
        assert all(_has_colour(opened(one), (0x0A, 0x65, 0x5A)) for one in theirs.values()), kind


def _has_colour(image: Image.Image, wanted: tuple[int, int, int]) -> bool:
    """Whether a colour, nearly, fills a good part of a picture."""
    points = image.convert("RGB").reduce(4)
    count = 0
    for n, color in points.getcolors(points.width * points.height) or []:
        if max(abs(a - b) for a, b in zip(color, wanted, strict=True)) < 12:
            count += n
    return count > 0.003 * points.width * points.height


def test_the_picture_of_the_office_is_on_the_home_and_contact_pages(project: Path) -> None:
    attached(project, "kantor.jpg", photo(1600, 1000))
    recognised_by(project, picture=("kantor.jpg", "Kantor dari depan"))
    site = site_of(project)
    (name,) = [name for name in site.pictures if "kantor" in name]
    home, contact = page(site, ""), page(site, "kontak/")
    source = f'<source media="(min-width: 64rem)" srcset="./{name}" width="1280" height="800">'
    assert source in home.replace('srcset="assets', 'srcset="./assets')
    assert 'src="data:image/gif' in home
    assert home.count(name) == 1
    assert (
        f'src="../{name}" width="1280" height="800" alt="Kantor dari depan" loading="lazy"'
        in contact
    )
    assert contact.index("Jalan Angka Nomor 10") < contact.index(name)


def test_the_contact_page_says_where_the_office_is_and_when_it_is_open(project: Path) -> None:
    site = site_of(project)
    place = page(site, "kontak/").split('<section class="place"')[1].split("</section>")[0]
    words = re.sub(r"<[^>]+>|\s+", " ", place)
    assert "Alamat dan jam pelayanan" in words
    assert "Jalan Angka Nomor 10, Kota Contoh" in words
    assert "Senin\N{EN DASH}Kamis 08.00\N{EN DASH}15.30" in words
    assert "Jumat 08.00\N{EN DASH}16.00 WITA" in words
    assert "Monday\N{EN DASH}Thursday" in page(site, "en/contact/")


def test_an_office_that_has_supplied_neither_has_no_such_part(project: Path) -> None:
    office = project / "content" / "office.yml"
    text = office.read_text("utf-8").replace(
        "street_address: Jalan Angka Nomor 10, Kota Contoh\n", ""
    )
    before, _, after = text.partition("hours:\n")
    office.write_text(before + after[after.index("extra_holidays") :], "utf-8")
    assert 'class="place"' not in page(site_of(project), "kontak/")


def test_what_the_project_keeps_of_a_photograph_tells_nothing_of_the_camera() -> None:
    kept = kept_picture(photo(3000, 2000, orientation=6), AttachmentKind.JPEG)
    assert opened(kept).size == (1280, 1920)
    assert CAMERA.encode() not in kept
    assert not opened(kept).getexif()
