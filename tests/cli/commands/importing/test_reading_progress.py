"""``caridulu import`` tells who watches how far it is with a large chat."""

from pathlib import Path

import pytest

from tests.command_line import Run


def test_who_watches_sees_how_far_a_large_chat_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (f"14/03/26 10.02 - Ibu Wia: Berapa luas kebun nomor {n}?\n" for n in range(8))
    chat = tmp_path / "chat.txt"
    chat.write_text(
        "".join(asked) + "14/03/26 10.09 - Loket Data: Dua hektare.\n", encoding="utf-8"
    )
    monkeypatch.setattr("caridulu.curation.exports.chats.whatsapp_messages.WATCHED", 4)
    monkeypatch.setattr("caridulu.cli.output.sys.stderr.isatty", lambda: True)

    ran = run("import", chat, officer="Loket Data")

    assert ran.err.startswith(
        "Membaca chat.txt ...\nMembaca chat.txt: 44 persen ...\nMembaca chat.txt: 88 persen ...\n"
    )
