"""One sentence on a line of its own, set in when it belongs to the line above."""

from typing import TextIO

from caridulu.messages import Language, message

SET_IN = frozenset(
    [
        "near",
        "no_room",
        "offered",
        "hit_open",
        "hit_replaced",
        "chosen_alias",
        "chosen_answer",
        "chosen_create",
        "chosen_replaced",
        "chosen_skip",
        "left_aliases",
        "left_note",
        "left_proposal",
        "proposed",
        "ask_choice",
    ]
)


def sentence(key: str, language: Language, /, **values: object) -> str:
    """The sentence of the curation area, set in where it belongs under another one."""
    text = message(f"curation.{key}", language, **values).rstrip()
    return f"  {text}" if key in SET_IN else text


def say(stream: TextIO, key: str, language: Language, /, **values: object) -> None:
    """Writes one sentence on a line of its own."""
    stream.write(sentence(key, language, **values) + "\n")
