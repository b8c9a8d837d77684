"""What is ready to be published, and what keeps the others back, in the words of the forms."""

import re
from pathlib import Path

from tests.editor.client import Client, text_of


def test_what_keeps_an_entry_back_is_said_without_keys_of_the_file(
    client: Client, project: Path
) -> None:
    draft = project / "kb/konsultasi/konsultasi-lewat-video.yml"
    text = draft.read_text("utf-8").replace("status: draft", "status: review")
    draft.write_text(re.sub(r"(?ms)^(sources|data_links):\n.*?(?=^\w)", "", text), "utf-8")

    said = text_of(client.get("/siap-terbit"))

    assert "Belum ada rujukannya. Isi “Rujukan” dengan tempat jawaban ini dapat diperiksa." in said
    assert not re.search(r"\b(sources|review_by|compiled|--\w+)\b", said)
