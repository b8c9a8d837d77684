"""The plan as data: what becomes a draft, what is set aside."""

import json
from pathlib import Path

from tests.curation.written_exports import OFFICER, Export, chat, saved

ROWS = (
    "tanggal;pertanyaan;jawaban\n"
    "24/11/2026;ada data kapal? hp saya 081200001111;Ada.\n"
    "24/11/2026;ada data sungai?;Ada.;ya\n"
    "24/11/2026;ada data kebun?;\n"
)


def test_the_plan_is_printed_as_json(tmp_path: Path, run) -> None:
    rows = saved(tmp_path, Export("a.csv", ROWS.encode()))
    empty = saved(tmp_path, Export("b.csv", b""))

    ran = run("import", rows, empty, json=True)

    plan = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert [{**draft, "nearest": []} for draft in plan["drafts"]] == [
        {
            "file": "a.csv",
            "start": "2026-11-24",
            "question": "Ada data kapal?",
            "aliases": [],
            "answer": "Ada.",
            "asked": "ada data kapal? hp saya [nomor HP]",
            "further": "",
            "nearest": [],
        }
    ]
    assert plan["aside"] == [
        {
            "file": "a.csv",
            "place": "baris 3",
            "reason": "baris ini berisi 4 kolom, judulnya 3; periksa pemisah dan tanda kutip",
        },
        {
            "file": "a.csv",
            "place": "baris 4",
            "reason": "belum dijawab dalam tabel ini; setelah impor ada di pertanyaan warga, "
            "kecuali bila terlalu pendek atau sudah dijawab suatu entri; isi jawabannya, lalu "
            "impor lagi",
        },
        {
            "file": "b.csv",
            "place": "seluruh berkas",
            "reason": "berkas kosong; ekspor sekali lagi",
        },
    ]


def test_the_start_of_a_chat_is_that_of_its_first_message(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))

    drafts = json.loads(run("import", path, officer=OFFICER, json=True).out)["drafts"]

    assert [draft["start"] for draft in drafts] == ["2026-11-24T09:14:00", "2026-11-26T14:05:00"]
