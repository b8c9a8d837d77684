"""The style sheet is put together from all its parts."""

from caridulu.site.html.layout import THEME
from caridulu.site.html.style_sheet import PAGE_PARTS, PARTS, PICTURES, small_style, style_sheet


def test_every_part_is_in_the_order() -> None:
    assert sorted((*PARTS, *PAGE_PARTS, PICTURES)) == sorted(
        path.stem for path in (THEME / "styles").glob("*.css")
    )


def test_tokens_come_first_and_paper_last() -> None:
    assert style_sheet().startswith("/* Design tokens")
    assert style_sheet().rstrip().endswith("}")
    assert PARTS[-1] == "print"


def test_a_small_style_sheet_says_the_same() -> None:
    assert small_style("/* why */\na,\nb {\n  color: red;\n}\n") == "a,b{color:red}\n"
