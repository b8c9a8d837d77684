"""The filter that spares most lines the rules hides nothing from them."""

import pytest

from caridulu.privacy.entities.identifiers import find_identifiers
from caridulu.privacy.entities.postal_addresses import find_addresses
from caridulu.privacy.keyword_filter import possible_finds
from tests.privacy.marked_messages import LINES


def test_a_rule_is_asked_wherever_it_finds_something() -> None:
    passed = 0
    for line in LINES:
        possible = possible_finds(line)
        assert possible.identifiers or not any(find_identifiers(line)), line
        assert possible.addresses or not any(find_addresses(line)), line
        passed += not (possible.identifiers or possible.addresses or possible.addressed_people)
    assert passed > 100


@pytest.mark.parametrize(
    "number",
    [
        "O8.11000099",
        "0-8-1-1-0-0-0-0-9-9",
        "(0401) 31234",
        "0401 31234",
        "BRI 1" + " " * 16 + "2345678",
    ],
)
def test_the_shortest_numbers_are_long_enough(number: str) -> None:
    text = f"kontak telp {number}"
    assert list(find_identifiers(text))
    assert possible_finds(text).identifiers
