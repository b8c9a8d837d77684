import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.messages import Language
from caridulu.messages.site import MESSAGES
from caridulu.site.build.assemble import Site
from caridulu.site.client.asset_files import browser_sources, small_style
from caridulu.site.client.browser_values import (
    browser_strings,
    contact_config,
    search_config,
    value_modules,
)
from caridulu.site.client.bundles import BUNDLES, bundles, exported, slice_script
from caridulu.site.handover.reply_date import reply_calendar
from caridulu.site.urls import Addresses
from tests.site.sample_office import FAKE_SEARCH, KNOWLEDGE, OFFICE, TODAY

CALENDAR = reply_calendar(OFFICE, today=TODAY)
SITE = Addresses.of(KNOWLEDGE)
IN_ENGLISH = replace(SITE, language=Language.EN)
SOURCES = {
    **browser_sources(),
    **value_modules(KNOWLEDGE, index="search/abc", site=IN_ENGLISH, calendar=CALENDAR),
    "client": FAKE_SEARCH.client,
}
OURS = browser_sources()


def contact() -> dict:
    return contact_config(KNOWLEDGE, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("modules", "strings"),
    [
        (("results", "search", "sharing"), search_config(KNOWLEDGE, site=SITE)["strings"]),
        (("fallback", "handover", "reply_date"), contact()["strings"]),
        (("sheet",), browser_strings("sheet_")),
    ],
    ids=["search", "handover", "sheet"],
)
def test_each_bundle_gets_every_sentence_it_uses_and_no_other(
    modules: tuple[str, ...], strings: dict[str, str]
) -> None:
    text = "".join(OURS[name] for name in modules)
    used = set(re.findall(r"(?:strings|sheetWords)\.(\w+)", text))
    composed = {
        name
        for stem, topics in re.findall(r"strings\[`(\w+)\$\{(\w+)", text)
        for name in strings
        if name.startswith(stem)
    }
    assert used <= set(strings)
    assert set(strings) <= used | composed


def test_both_languages_fill_the_same_places() -> None:
    for name, (indonesian, english) in MESSAGES.items():
        places = [set(re.findall(r"\{\w+\}", text)) for text in (indonesian, english)]
        assert places[0] == places[1], name


def test_channels_tell_the_browser_where_a_message_can_be_written() -> None:
    consultation = {channel["id"]: channel for channel in contact()["channels"]["consultation"]}
    assert consultation["wa-konsultasi"]["number"] == "6282261848787"
    assert consultation["email"]["mailbox"] == "bps7406@bps.go.id"
    assert consultation["pst"]["url"] == "https://pst.bps.go.id"
    assert consultation["kunjungan"]["url"] is None


def test_a_channel_without_link_gives_the_browser_no_number() -> None:
    complaint = {channel["id"]: channel for channel in contact()["channels"]["complaint"]}
    assert "number" not in complaint["wa-pengaduan"]
    assert complaint["wa-pengaduan"]["url"] is None
    assert complaint["wa-pengaduan"]["unconfirmed"] == "number"


def test_the_promise_comes_from_the_service() -> None:
    assert (contact()["replyDays"], contact()["promise"]) == (3, "3 hari kerja")


def test_scripts_never_write_markup() -> None:
    for name, text in OURS.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
        ), name


def test_a_bundle_imports_nothing_and_exports_what_its_last_module_exports() -> None:
    made = bundles(SOURCES)
    assert not any(re.search(r"\bimport\b *[{\"']|\bfrom *\"", text) for text in made.values())
    exports = {name: exported(text) for name, text in made.items()}
    assert exports["search.js"] == ["connect"]
    assert exports["handover.js"] == ["handoverNodes", "newerUrl", "promise"]
    assert exports["main.js"] == []


@pytest.mark.node
@pytest.mark.parametrize("offline", [False, True], ids=["module", "script"])
def test_every_bundle_is_valid(*, offline: bool, tmp_path: Path, node: str) -> None:
    for name, text in bundles(SOURCES, offline=offline).items():
        path = tmp_path / name.replace(".js", ".cjs" if offline else ".mjs")
        path.write_text(text, "utf-8")
        done = subprocess.run([node, "--check", path], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_a_slice_for_a_folder_is_a_script_that_nothing_can_break_out_of() -> None:
    assert slice_script("t0.txt", 'a"b\n</script>') == (
        'cariduluSlice("t0.txt","a\\"b\\n<\\/script>");\n'
    )


def test_a_small_style_sheet_loses_comments_and_spaces_only() -> None:
    assert small_style("/* a */\n.x {\n  color: red;\n}\n") == ".x{color:red}\n"


def test_names_carry_a_hash_and_modules_of_a_language_share_a_folder(site: Site) -> None:
    scripts = [name for name in site.files if re.fullmatch(r"assets/.*\.js", name)]
    folders = {name.rsplit("/", 1)[0] for name in scripts}
    assert len(folders) == 2
    assert all(re.fullmatch(r"assets/[0-9a-f]{12}", folder) for folder in folders)
    assert sorted(name.rsplit("/", 1)[1] for name in scripts) == sorted(
        [
            *(f"{name}.js" for name in BUNDLES if name not in ("english", "translate")),
            *(f"{name}.js" for name in BUNDLES),
        ]
    )
