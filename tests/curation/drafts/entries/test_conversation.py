"""What was said is kept beside a draft, with what was replaced and what is in doubt."""

from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.conversation import (
    Conversation,
    SheetPlace,
    conversation_file,
    conversation_of,
)
from caridulu.curation.writing import write_all

SPOKEN = "Ada data kapal?\n\nAda.\n\nTanya: nomor saya [nomor HP] ya"
REPLACED = ("nomor HP: Tanya: nomor saya >0812-0000-1101< ya",)
DOUBTS = ("NIK: <br> Kode >7406011001000200< untuk", "nama: tanya >Bu Haji<")


@pytest.mark.parametrize(
    "told",
    [
        Conversation(SPOKEN),
        Conversation(SPOKEN, REPLACED),
        Conversation(SPOKEN, (), DOUBTS),
        Conversation(SPOKEN, REPLACED, DOUBTS),
        Conversation(SPOKEN, export="rekap.xlsx", line=4, sheet=SheetPlace(2, "Nopember 2026")),
    ],
)
def test_a_conversation_is_read_as_it_was_written(tmp_path: Path, told: Conversation) -> None:
    write_all({conversation_file(tmp_path, "kapal"): told.text()})

    assert conversation_of(tmp_path, "kapal") == told


def test_doubts_name_their_exact_words() -> None:
    assert Conversation(SPOKEN, REPLACED, DOUBTS).doubted == ("7406011001000200", "Bu Haji")


def test_without_a_file_or_with_a_broken_one_there_is_no_conversation(tmp_path: Path) -> None:
    assert conversation_of(tmp_path, "kapal") is None
    path = conversation_file(tmp_path, "kapal")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\xff")
    assert conversation_of(tmp_path, "kapal") is None
