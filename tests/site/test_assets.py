import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sample_office import KNOWLEDGE, TODAY

from generator.messages.site import MESSAGES
from generator.site.addresses import Addresses
from generator.site.assemble import Site
from generator.site.assets import (
    BROWSER,
    browser_modules,
    browser_strings,
    config_module,
    small_style,
)

SOURCES = {path.name: path.read_text("utf-8") for path in BROWSER.glob("*.js")}


def config() -> dict:
    text = config_module(KNOWLEDGE, index="search/abc", site=Addresses.of(KNOWLEDGE), today=TODAY)
    return json.loads(text.removeprefix("export const config = ").removesuffix(";\n"))


def test_the_browser_gets_every_sentence_it_uses() -> None:
    used = {name for text in SOURCES.values() for name in re.findall(r"strings\.(\w+)", text)}
    assert used <= set(browser_strings())


def test_every_browser_sentence_is_used() -> None:
    text = "".join(SOURCES.values())
    composed = ("browser_offline", "browser_outdated", "browser_failed")  # `browser_${reason}`
    unused = [
        name
        for name in MESSAGES
        if name.startswith("browser_") and name not in text and name not in composed
    ]
    assert unused == []


def test_both_languages_fill_the_same_places() -> None:
    for name, (indonesian, english) in MESSAGES.items():
        places = [set(re.findall(r"\{\w+\}", text)) for text in (indonesian, english)]
        assert places[0] == places[1], name


def test_channels_tell_the_browser_where_a_message_can_be_written() -> None:
    consultation = {channel["id"]: channel for channel in config()["channels"]["consultation"]}
    assert consultation["wa-konsultasi"]["number"] == "6282261848787"
    assert consultation["email"]["mailbox"] == "bps7406@bps.go.id"
    assert consultation["pst"]["url"] == "https://pst.bps.go.id"
    assert consultation["kunjungan"]["url"] is None


def test_a_channel_without_link_gives_the_browser_no_number() -> None:
    complaint = {channel["id"]: channel for channel in config()["channels"]["complaint"]}
    assert "number" not in complaint["wa-pengaduan"]
    assert complaint["wa-pengaduan"]["url"] is None
    assert complaint["wa-pengaduan"]["warning"] is not None


def test_the_promise_comes_from_the_service() -> None:
    assert (config()["replyDays"], config()["promise"]) == (3, "3 hari kerja")


def test_scripts_never_write_markup() -> None:
    for name, text in SOURCES.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
        ), name


def test_live_search_travels_as_one_module() -> None:
    joined = browser_modules(SOURCES)["search.js"]
    assert sorted(re.findall(r'from"(.*?)"', joined)) == ["./client.js", "./config.js"]
    assert re.findall(r"export function (\w+)", joined) == ["connect"]


@pytest.mark.node
@pytest.mark.parametrize("name", ["main.js", "search.js", "reply_date.js", "visit.js", "text.js"])
def test_every_module_that_travels_is_valid(name: str, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    path = tmp_path / name.replace(".js", ".mjs")
    path.write_text(browser_modules(SOURCES)[name], "utf-8")
    assert subprocess.run([node, "--check", path], check=False).returncode == 0


def test_a_small_style_sheet_loses_comments_and_spaces_only() -> None:
    assert small_style("/* a */\n.x {\n  color: red;\n}\n") == ".x{color: red}\n"


def test_names_carry_a_hash_and_modules_share_a_folder(site: Site) -> None:
    scripts = sorted(name for name in site.files if name.endswith(".js"))
    assert len({name.rsplit("/", 1)[0] for name in scripts}) == 1
    assert re.fullmatch(r"assets/[0-9a-f]{12}/client\.js", scripts[0])
