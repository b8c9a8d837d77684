"""An answer on its way to somebody else: copied, shared, read aloud. Nothing leaves by itself."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import OwnSite
from tests.browser.visiting import Open, until

ENTRY = "kb/biaya-konsultasi/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
NUTSHELL = (
    "Tidak. Konsultasi statistik di BPS Kabupaten Bombana tidak dipungut biaya, baik dengan datang "
    "langsung maupun secara daring."
)
QUESTION = "Apakah konsultasi statistik dipungut biaya?"
TRIAL = "Situs percobaan, belum disahkan BPS Kabupaten Bombana."

# A device with these voices, which notes what it is told to say.
SPEECH = """(voices) => {
  globalThis.said = [];
  const events = new EventTarget();
  const speech = {
    voices: [],
    getVoices: () => speech.voices,
    speak: (part) => said.push([part.text, part.voice.name, part.lang]),
    cancel: () => said.push("cancel"),
    addEventListener: (...given) => events.addEventListener(...given),
    arrive: () => { speech.voices = voices; events.dispatchEvent(new Event("voiceschanged")); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
OWN = {"name": "Damayanti", "lang": "id_ID", "localService": True}
REMOTE = {"name": "Google Bahasa Indonesia", "lang": "id-ID", "localService": False}
ENGLISH = {"name": "English", "lang": "en-US", "localService": True}


def speaking(page: Any, voices: list[dict[str, object]]) -> None:
    """Opens the page anew on a device with these voices, which arrive late as in Chromium."""
    page.add_init_script(
        f"({SPEECH})({voices!r})".replace("True", "true").replace("False", "false")
    )
    page.reload()
    page.locator(".share-out").wait_for()
    page.evaluate("speechSynthesis.arrive()")


def ways(page: Any) -> Any:
    page.get_by_role("button", name="Bagikan").click()
    return page.locator(".share")


def copied(page: Any) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_the_copied_answer_reads_well_in_a_chat(open_page: Open, site_url: str) -> None:
    page = open_page(f"{ENTRY}?q=bayar#kanal", **CLIPBOARD)
    shown = ways(page)
    shown.get_by_role("button", name="Salin jawaban").click()
    until(page, "document.querySelector('.share [role=status]').textContent !== ''")
    assert copied(page) == f"{QUESTION}\n\n{NUTSHELL}\n\n{site_url}{ENTRY}\n\n{TRIAL}"
    assert shown.inner_text().endswith("Tersalin. Tempelkan di percakapan Anda.")


def test_the_copied_link_is_the_address_without_what_was_searched(
    open_page: Open, site_url: str
) -> None:
    page = open_page(f"{ENTRY}?q=bayar", **CLIPBOARD)
    ways(page).get_by_role("button", name="Salin tautan").click()
    until(page, "document.querySelector('.share [role=status]').textContent !== ''")
    assert copied(page) == f"{site_url}{ENTRY}"


def test_whatsapp_gets_the_same_text_only_when_its_link_is_followed(
    open_page: Open, site_url: str
) -> None:
    page = open_page(ENTRY)
    link = urlsplit(ways(page).get_by_role("link", name="WhatsApp").get_attribute("href"))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/")
    text = f"{QUESTION}\n\n{NUTSHELL}\n\n{site_url}{ENTRY}\n\n{TRIAL}"
    assert parse_qs(link.query) == {"text": [text]}


def test_the_known_address_of_the_site_is_shared(open_page: Open, own_site: OwnSite) -> None:
    file = own_site.folder / ENTRY / "index.html"
    known = f"https://tanya.example.go.id/{ENTRY}"
    text = file.read_text("utf-8").replace(
        "</title>", f'</title><link rel="canonical" href="{known}">'
    )
    file.write_text(text, "utf-8")
    page = open_page(ENTRY, base=own_site.url, **CLIPBOARD)
    ways(page).get_by_role("button", name="Salin tautan").click()
    until(page, "document.querySelector('.share [role=status]').textContent !== ''")
    assert copied(page) == known


def test_a_telephone_shares_in_its_own_way(open_page: Open, site_url: str) -> None:
    page = open_page("")
    page.add_init_script(
        "Object.defineProperty(navigator, 'share',"
        " { value: async (given) => { globalThis.shared = given; } })"
    )
    page.goto(site_url + ENTRY)
    page.get_by_role("button", name="Bagikan").click()
    until(page, "globalThis.shared !== undefined")
    assert page.evaluate("shared") == {
        "title": QUESTION,
        "text": f"{QUESTION}\n\n{NUTSHELL}\n\n{TRIAL}",
        "url": f"{site_url}{ENTRY}",
    }
    assert page.locator(".share").count() == 0


def test_a_telephone_that_cannot_share_after_all_shows_the_other_ways(
    open_page: Open, site_url: str
) -> None:
    page = open_page("")
    page.add_init_script(
        "Object.defineProperty(navigator, 'share',"
        " { value: async () => { throw new DOMException('', 'NotAllowedError'); } })"
    )
    page.goto(site_url + ENTRY)
    ways(page).get_by_role("link", name="WhatsApp").wait_for()


def test_without_a_clipboard_the_text_is_there_to_be_copied_by_hand(open_page: Open) -> None:
    page = open_page("")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(page.url + ENTRY)
    ways(page).get_by_role("button", name="Salin jawaban").click()
    field = page.get_by_label("Salin teks ini:")
    assert field.input_value().startswith(f"{QUESTION}\n\n{NUTSHELL}")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_the_ways_to_share_open_and_close_from_the_keyboard(open_page: Open) -> None:
    page = open_page(ENTRY)
    button = page.get_by_role("button", name="Bagikan")
    button.press("Enter")
    page.locator(".share").wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    page.locator(".share").wait_for(state="detached")
    assert button.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("kb/rujukan-ktp/", "Hal ini bukan kewenangan BPS Kabupaten Bombana. Yang berwenang: "),
        ("kb/kantor-kontak/", ""),
    ],
)
def test_answers_that_are_no_entries_are_shared_too(
    open_page: Open, path: str, begins: str
) -> None:
    page = open_page(path)
    link = ways(page).get_by_role("link", name="WhatsApp").get_attribute("href")
    text = parse_qs(urlsplit(link).query)["text"][0]
    question, nutshell, *_ = text.split("\n\n")
    assert question == page.inner_text("h1")
    assert nutshell.startswith(begins)


def test_without_javascript_nothing_offers_to_share(open_page: Open) -> None:
    page = open_page(ENTRY, java_script_enabled=False)
    assert page.get_by_text("Bagikan").count() == page.get_by_text("Bacakan").count() == 0


def test_who_reads_english_gets_english_buttons_and_the_same_text(open_page: Open) -> None:
    page = open_page(f"{ENTRY}#en", **CLIPBOARD)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy the answer").click()
    until(page, "document.querySelector('.share [role=status]').textContent !== ''")
    assert copied(page).startswith(f"{QUESTION}\n\n{NUTSHELL}\n\n")
    assert page.locator(".share").get_attribute("lang") == "en"


def test_a_voice_of_the_device_reads_question_and_answer(open_page: Open) -> None:
    page = open_page(ENTRY)
    speaking(page, [REMOTE, ENGLISH, OWN])
    page.get_by_role("button", name="Bacakan").click()
    first, *lines = page.evaluate("said")
    assert first == "cancel"
    assert [line[0] for line in lines[:2]] == [QUESTION, NUTSHELL]
    assert {(voice, lang) for _, voice, lang in lines} == {("Damayanti", "id_ID")}
    page.get_by_role("button", name="Berhenti").click()
    assert page.evaluate("said.at(-1)") == "cancel"
    page.get_by_role("button", name="Bacakan").wait_for()


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [REMOTE, ENGLISH]])
def test_no_other_voice_is_ever_used(open_page: Open, voices: list[dict[str, object]]) -> None:
    page = open_page(ENTRY)
    speaking(page, voices)
    assert page.get_by_role("button", name="Bacakan").count() == 0


def test_a_voice_that_went_away_is_not_replaced_by_a_remote_one(open_page: Open) -> None:
    page = open_page(ENTRY)
    speaking(page, [OWN, REMOTE])
    page.evaluate("speechSynthesis.voices.shift()")
    page.get_by_role("button", name="Bacakan").click()
    assert page.evaluate("said") == []


def test_yes_and_not_yet_weigh_the_same(open_page: Open) -> None:
    page = open_page(ENTRY)
    yes, no = page.get_by_role("button", name="Ya"), page.locator("#tanya > summary")
    boxes = [each.bounding_box() for each in (yes, no)]
    assert [boxes[0][side] for side in ("y", "width", "height")] == [
        boxes[1][side] for side in ("y", "width", "height")
    ]
    looks = (
        "(node) => ['color', 'backgroundColor', 'borderColor', 'fontWeight']"
        ".map((name) => getComputedStyle(node)[name])"
    )
    assert yes.evaluate(looks) == no.evaluate(looks)


def test_yes_is_thanked_from_the_keyboard_and_nothing_is_sent(open_page: Open) -> None:
    page = open_page(ENTRY)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Ya").press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Terima kasih")
    assert asked == []


def test_the_answer_stands_first_and_its_sources_beside_it(open_page: Open) -> None:
    page = open_page(ENTRY, width=1280)
    answer, side = (page.locator(each).bounding_box() for each in (".answer", ".side"))
    bar = page.locator(".bar").bounding_box()
    padding = page.locator(".bar").evaluate(
        "(node) => parseFloat(getComputedStyle(node).paddingRight)"
    )
    assert answer["x"] + answer["width"] < side["x"]
    assert side["x"] + side["width"] == pytest.approx(bar["x"] + bar["width"] - padding, abs=1)
    nutshell = page.locator(".answer > p").first
    assert nutshell.evaluate("(node) => getComputedStyle(node).borderLeftWidth") == "6px"
