"""What of a form stays in sight while it is read, in a real browser."""

import pytest

from tests.browser_editor.conftest import Open


@pytest.mark.parametrize("width", [360, 1280])
def test_the_buttons_of_a_form_are_in_sight_wherever_it_is_read(
    open_page: Open, width: int
) -> None:
    page = open_page("entri/biaya-konsultasi", width=width)
    bar = page.locator(".save-bar")
    for _ in range(2):
        box = bar.bounding_box()
        assert box["y"] + box["height"] <= 800
        page.locator("#f-tags").scroll_into_view_if_needed()
    assert (
        page.locator("#lembar").evaluate("(node) => getComputedStyle(node).overflowX") == "visible"
    )
