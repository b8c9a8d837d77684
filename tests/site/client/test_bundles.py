import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.messages import Language
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.browser_values import value_modules
from caridulu.site.client.bundles import SEARCH_CLIENT, bundles, exported, slice_script
from caridulu.site.handover.reply_calendar import reply_calendar
from caridulu.site.urls import Addresses
from tests.site.sample_office import FAKE_SEARCH, KNOWLEDGE, OFFICE, TODAY

SOURCES = {
    **browser_sources(),
    **value_modules(
        KNOWLEDGE,
        site=replace(Addresses.of(KNOWLEDGE), language=Language.EN),
        calendar=reply_calendar(OFFICE, today=TODAY),
    ),
    SEARCH_CLIENT: FAKE_SEARCH.client,
}


def test_scripts_never_write_markup() -> None:
    for name, text in browser_sources().items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
        ), name


def test_a_bundle_imports_nothing_and_exports_what_its_last_module_exports() -> None:
    files = bundles(SOURCES, english=True)
    assert not any(re.search(r"\bimport\b *[{\"']|\bfrom *\"", text) for text in files.values())
    exports = {name: exported(text) for name, text in files.items()}
    assert exports == {
        "main.js": [],
        "search.js": ["connectLiveSearch"],
        "handover.js": [
            *("channelUrl", "entryHandover", "fillPlace", "newerUrl", "searchHandover"),
        ],
        "topics.js": ["topics"],
        "keep.js": ["connectStoredSite"],
        "sheet.js": ["printAnswers"],
        "share.js": ["connectSharing"],
        "ways.js": ["toggleWays"],
        "reading.js": ["readingButton"],
        "english.js": ["connectEnglish"],
        "translate.js": ["translatePage"],
        "titles.js": ["titles"],
    }


def test_who_reads_indonesian_gets_nothing_that_translates() -> None:
    indonesian = bundles(SOURCES)
    only_english = {"english.js", "translate.js", "titles.js"}
    assert {*bundles(SOURCES, english=True)} - {*indonesian} == only_english
    assert "titles" not in indonesian["search.js"]


@pytest.mark.slow  # a process for every bundle
@pytest.mark.node
@pytest.mark.parametrize("offline", [False, True], ids=["module", "script"])
def test_every_bundle_is_valid(node: str, *, offline: bool, tmp_path: Path) -> None:
    for name, text in bundles(SOURCES, english=True, offline=offline).items():
        path = tmp_path / name.replace(".js", ".cjs" if offline else ".mjs")
        path.write_text(text, "utf-8")
        done = subprocess.run([node, "--check", path], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_a_slice_for_a_folder_is_a_script_that_nothing_can_break_out_of() -> None:
    assert slice_script("t0.txt", 'a"b\n</script>') == (
        'cariduluSlice("t0.txt","a\\"b\\n<\\/script>");\n'
    )
