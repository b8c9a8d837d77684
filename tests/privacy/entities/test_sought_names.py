"""Names of senders are found where they stand, the longest first."""

import pytest

from caridulu.privacy.entities.sought_names import SoughtNames

NAMES = SoughtNames(["siti", "siti hajar", "la-ode", "(rina)", "muh. fadlan"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dari Siti Hajar, bukan siti", ["Siti Hajar", "siti"]),
        ("Siti  Hajar", ["Siti  Hajar"]),
        ("sitimar dan Siti Hajari", ["Siti"]),
        ("kata La-Ode", ["La-Ode"]),
        ("kata (Rina) saja", ["(Rina)"]),
        ("Muh. Fadlan", ["Muh. Fadlan"]),
        ("tidak ada", []),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    assert [match[0] for match in NAMES.finditer(text)] == found
