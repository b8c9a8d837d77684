"""Changed YAML keeps what nobody touched, and files are written all or none."""

from pathlib import Path

import pytest

from caridulu.curation.lifecycle.entry_changes import with_values
from caridulu.curation.writing import changed_yaml, write_all


def test_files_that_cannot_all_be_written_are_not_written(tmp_path: Path) -> None:
    first = tmp_path / "a" / "satu.yml"
    first.parent.mkdir()
    first.write_text("lama\n", encoding="utf-8")
    blocked = tmp_path / "b"
    (blocked / "dua.yml").mkdir(parents=True)

    with pytest.raises(OSError, match="dua"):
        write_all({first: "baru\n", blocked / "dua.yml": "baru\n"})

    assert first.read_text(encoding="utf-8") == "lama\n"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b", "dua.yml", "satu.yml"]


HAND_WRITTEN = """\
# Ditulis tangan
question:   'Apa itu inflasi?'   # jarak dan kutip ini bertahan
aliases: [  arti inflasi,
    inflansi itu apa ]


answer: >
  Dilipat
  begini.
tags:
- satu
-   dua
status: draft  # nanti
sources:
      - title: "Jauh"
        accessed: 2024-05-28
"""


def test_a_hand_written_file_keeps_its_layout() -> None:
    after = changed_yaml(HAND_WRITTEN, with_values(status="review"))

    assert after == HAND_WRITTEN.replace("status: draft  #", "status: review #")


def test_a_list_over_several_lines_stays_whole() -> None:
    text = (
        "terms:\n  - term: desa\n    related: [kode desa, kode kecamatan,\n      kode provinsi]\n"
        "    synonyms: [kampung, dusun,\n      kelurahan]\n"
    )

    after = changed_yaml(text, lambda tree: tree["terms"][0]["related"].pop())

    assert after == (
        "terms:\n  - term: desa\n    related: [kode desa, kode kecamatan]\n"
        "    synonyms: [kampung, dusun, kelurahan]\n"
    )


def test_windows_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfstatus: draft\r\n# ya\r\n")

    write_all({path: "status: review\n# ya\n"})

    assert path.read_bytes() == b"\xef\xbb\xbfstatus: review\r\n# ya\r\n"
