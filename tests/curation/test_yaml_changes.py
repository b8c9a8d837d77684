"""Changed YAML keeps what nobody touched."""

import pytest

from caridulu.curation.lifecycle.entry_changes import with_values
from caridulu.curation.yaml_changes import changed_yaml

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


@pytest.mark.parametrize("status", ["draft", "review"])
def test_a_key_that_stands_twice_is_written_once(status: str) -> None:
    text = "question: Apa itu IPM?\ntags: [ipm]\nstatus: draft  # nanti\ntags: [indeks]\n"

    after = changed_yaml(text, with_values(status=status))

    assert after == f"question: Apa itu IPM?\ntags: [ipm]\nstatus: {status:7}# nanti\n"


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
