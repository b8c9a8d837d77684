"""The gate spares most lines the rules; it hides nothing from them."""

import re

import pytest

from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED
from caridulu.privacy.entities.identifiers import find_identifiers, may_identify
from caridulu.privacy.entities.postal_addresses import judged_addresses, may_hold_address
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import usual_word_lists
from tests.privacy.marked_messages import LINES


def test_a_rule_is_asked_wherever_it_finds_something() -> None:
    passed = 0
    for line in LINES:
        low = line.lower()
        words = re.findall(r"[^\W\d_]+", low)
        identifies, is_placed = may_identify(line, words), may_hold_address(low, words)
        assert identifies or not any(find_identifiers(line)), line
        assert is_placed or not any(judged_addresses(line)), line
        passed += not (identifies or is_placed)
    assert passed > 100


@pytest.mark.parametrize(
    "text",
    [
        "kontak telp O8.11000099",
        "kontak telp 0-8-1-1-0-0-0-0-9-9",
        "kontak telp (0401) 31234",
        "kontak telp 0401 31234",
        "BRI 12345678",
        "npmku 1234567",
        "stb 1234567",
        "nomor mhs 1234567",
        "imei 1234567",
        "paspor A 123456",
        "nopolku DT 12 AB",
        "pick up DT 12 AB",
        "ttl 1-2-99",
        "ignya rina_w",
        "id line rina_w",
        "t.me/rina",
        "tanya @rina_w",
    ],
)
def test_a_build_is_stopped_by_the_shortest_numbers(text: str) -> None:
    assert blocking_entities(text, NOTHING_ALLOWED, usual_word_lists())
