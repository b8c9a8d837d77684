"""Numbers of shared entries stay when others come or go."""

from caridulu.portal.numbering import place_of, steady_numbers

OFFICES = 50
KEYS = [f"jawaban-{n}:dasar" for n in range(40)]
HELD = {
    **dict.fromkeys(KEYS[:30], OFFICES),
    **dict.fromkeys(KEYS[30:], 1),
    "kantor-jam:": OFFICES,
    "rujukan-sim:#0a1b2c3d4e": OFFICES,
}


def _numbers(held: dict[str, int]) -> dict[str, int]:
    ordered = sorted(held, key=lambda key: place_of(key, held[key]))
    places = [place_of(key, held[key]) for key in ordered]
    return dict(zip(ordered, steady_numbers(places, OFFICES), strict=True))


def test_what_most_offices_have_comes_first_then_direct_answers_then_referrals() -> None:
    numbers = _numbers(HELD)
    few = [numbers[key] for key in KEYS[30:]]

    assert max(numbers[key] for key in KEYS[:30]) < min(few)
    assert max(few) < numbers["kantor-jam:"] < numbers["rujukan-sim:#0a1b2c3d4e"]
    assert list(numbers.values()) == sorted({*numbers.values()})


def test_another_entry_leaves_the_others_their_numbers() -> None:
    before = _numbers(HELD)
    kept = {
        n: sum(before[key] == now[key] for key in before)
        for n in range(20)
        for now in [_numbers({**HELD, f"tambahan-{n}:dasar": 1, f"lain-{n}:dasar": OFFICES})]
    }

    assert min(kept.values()) >= 0.9 * len(HELD)


def test_the_first_entry_of_few_offices_leaves_the_others_their_numbers() -> None:
    before = _numbers(HELD)
    now = _numbers({**HELD, "baru:#5e6f7a8b9c": 7})

    assert {key: now[key] for key in before} == before
