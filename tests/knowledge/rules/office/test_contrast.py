import pytest

from caridulu.knowledge.rules.office.contrast import READABLE, contrast, darker_for_white


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1


def test_a_grey_on_either_side_of_the_line() -> None:
    assert contrast("#767676", "#ffffff") >= READABLE > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("color", ["#ffffff", "#f2b441", "#00ff00", "#4a90d9"])
def test_the_shade_is_dark_enough_and_no_darker_than_it_must_be(color: str) -> None:
    shade = darker_for_white(color)
    assert READABLE <= contrast(shade, "#ffffff") < READABLE + 0.3


def test_a_colour_that_is_dark_enough_stays() -> None:
    assert darker_for_white("#14405f") == "#14405f"
