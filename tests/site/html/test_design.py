"""docs/design.md tells the contrast of colours as it is: computed here from the tokens."""

import re

import pytest

from caridulu.knowledge.rules.office.contrast import READABLE, contrast
from caridulu.site.html.layout import THEME
from tests import ROOT

ROW = re.compile(r"^\| `([\w-]+)` on `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE)
TEXT = (ROOT / "docs/design.md").read_text("utf-8")
PAIRS = ROW.findall(TEXT)


def tokens() -> tuple[dict[str, str], dict[str, str]]:
    """The colours by name, light and dark."""
    css = (THEME / "styles/tokens.css").read_text("utf-8")
    day, night = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", part)) for part in css.split("dark) {", 1)
    )
    return day, day | night


def whole(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(part * 2 for part in color[1:])


def test_the_table_holds_every_pair_once() -> None:
    assert len(PAIRS) == len({pair[:2] for pair in PAIRS}) > 15


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_a_contrast_is_as_told_and_high_enough(pair: tuple[str, str, str, str]) -> None:
    front, back, *told = pair
    found = [contrast(whole(theme[front]), whole(theme[back])) for theme in tokens()]
    assert [f"{value:.1f}" for value in found] == told
    assert min(found) >= READABLE


def test_every_token_of_a_colour_is_told_with_its_values() -> None:
    day, night = tokens()
    rows = re.findall(r"^\| `([\w-]+)` \| `(#\w+)` \| `(#\w+)` \|", TEXT, re.MULTILINE)
    assert rows == [(name, day[name], night[name]) for name in day]


def test_every_token_is_used() -> None:
    styles = "".join(path.read_text("utf-8") for path in sorted(THEME.rglob("*.css")))
    named = set(re.findall(r"--([\w-]+):", (THEME / "styles/tokens.css").read_text("utf-8")))
    assert {name for name in named if not re.search(rf"var\(--{name}[,)]", styles)} == set()
