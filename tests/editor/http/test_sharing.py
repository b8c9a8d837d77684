"""Codes let one person in once, for an hour; too many wrong ones let nobody in for a while."""

import re

import pytest

from caridulu.editor.http.sharing import (
    CODE_KEPT,
    LETTERS,
    MOST_CODES,
    MOST_TRIES,
    SESSION_KEPT,
    TRIES_KEPT,
    EntryError,
    Sharing,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1_795_608_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def sharing(clock: Clock, told: list[tuple[str, str]]) -> Sharing:
    return Sharing(clock=clock, on_event=lambda event, name: told.append((event, name)))


def _refusal(sharing: Sharing, name: str, code: str) -> str:
    with pytest.raises(EntryError) as refused:
        sharing.enter(name, code)
    return refused.value.reason


def test_a_code_opens_a_session(sharing: Sharing, told: list[tuple[str, str]]) -> None:
    code = sharing.new_code()
    assert re.fullmatch(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}", code)

    token = sharing.enter("  Sitti  Hasna ", f" {code.lower().replace('-', ' ')} ")

    [guest] = sharing.guests()
    assert guest.name == "Sitti Hasna"
    assert sharing.guest(token) == guest
    assert told == [("entered", "Sitti Hasna")]


def test_a_code_is_used_up(sharing: Sharing) -> None:
    code = sharing.new_code()
    sharing.enter("Sitti Hasna", code)

    assert _refusal(sharing, "Budi", code) == "code"
    assert len(sharing.guests()) == 1


def test_a_code_expires(sharing: Sharing, clock: Clock) -> None:
    code = sharing.new_code()
    clock.now += CODE_KEPT - 1
    assert sharing.waiting_codes == 1
    clock.now += 1

    assert sharing.waiting_codes == 0
    assert _refusal(sharing, "Budi", code) == "code"


def test_codes_are_withdrawn(sharing: Sharing) -> None:
    code = sharing.new_code()
    sharing.withdraw_codes()

    assert _refusal(sharing, "Budi", code) == "code"


def test_the_oldest_code_gives_way(sharing: Sharing) -> None:
    codes = [sharing.new_code() for _ in range(MOST_CODES + 1)]

    assert len(set(codes)) == MOST_CODES + 1
    assert sharing.waiting_codes == MOST_CODES
    assert _refusal(sharing, "Budi", codes[0]) == "code"
    assert sharing.guest(sharing.enter("Budi", codes[-1]))


def test_guessing_is_stopped_for_everybody_who_is_not_in(
    sharing: Sharing, clock: Clock, told: list[tuple[str, str]]
) -> None:
    inside = sharing.enter("Sitti Hasna", sharing.new_code())
    code = sharing.new_code()
    for number in range(MOST_TRIES):
        assert _refusal(sharing, "Budi", f"AAAA-AA{number:02}") == "code"

    assert _refusal(sharing, "Budi", code) == "closed"
    assert sharing.guest(inside)
    assert told[1:] == [("refused", "")] * MOST_TRIES
    clock.now += TRIES_KEPT
    assert sharing.guest(sharing.enter("Budi", code))


@pytest.mark.parametrize(
    "name", ["", " x ", "A" * 61, "Budi\x1b[31m", "Budi <b@x.example>", "\u202eb"]
)
def test_names_that_cannot_be_used_cost_no_code(sharing: Sharing, name: str) -> None:
    code = sharing.new_code()

    assert _refusal(sharing, name, code) == "name"
    assert sharing.guest(sharing.enter("Budi", code))


def test_a_session_lasts_a_working_day(sharing: Sharing, clock: Clock) -> None:
    token = sharing.enter("Budi", sharing.new_code())
    clock.now += SESSION_KEPT - 1
    assert sharing.guest(token)
    clock.now += 1

    assert sharing.guest(token) is None
    assert sharing.guests() == ()


def test_one_person_has_one_session(sharing: Sharing) -> None:
    first, second = (sharing.enter("Budi", sharing.new_code()) for _ in range(2))

    assert sharing.guest(first) is None
    assert sharing.guests() == (sharing.guest(second),)


def test_a_session_is_ended(sharing: Sharing, told: list[tuple[str, str]]) -> None:
    for name in ("Budi", "Hasna"):
        sharing.enter(name, sharing.new_code())
    budi, hasna = sharing.guests()

    sharing.end(budi.id)
    sharing.end("tidak-ada")

    assert sharing.guests() == (hasna,)
    assert told[-1] == ("left", "Budi")


@pytest.mark.parametrize("token", ["", "salah", "\udcff"])
def test_another_token_is_nobody_s(sharing: Sharing, token: str) -> None:
    sharing.enter("Budi", sharing.new_code())
    [budi] = sharing.guests()

    assert sharing.guest(token) is None
    assert sharing.guest(budi.id) is None
