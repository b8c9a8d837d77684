"""How long the plan of a large table takes, in one process and in all.

python -m tests.benchmarks.importing [ROWS]
"""

import datetime as dt
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.plan.import_plan import plan_import
from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import open_project
from tests import ROOT

ROWS = 20_000
SUBJECTS = [
    "inflasi",
    "kemiskinan",
    "pengangguran",
    "penduduk",
    "padi",
    "jagung",
    "nelayan",
    "ternak",
    "sawah",
    "kakao",
]
ASKED = ("berapa {} dan {} tahun {}?", "mohon data {} {} {} untuk skripsi", "kenapa {} {} {} naik?")
ANSWER = "Data {} tersedia sampai tingkat kabupaten. Silakan unduh di laman pada menu publikasi."


def table(rows: int) -> str:
    """A table of consultations that differ in their words; one sender for each."""
    pick = random.Random(7)
    lines = ["Tanggal;Nama;No HP;Pertanyaan;Jawaban"]
    for number in range(rows):
        first, second = pick.choice(SUBJECTS), pick.choice(SUBJECTS)
        asked = pick.choice(ASKED).format(first, second, 2000 + number % 27)
        day = f"{1 + number % 28}/{1 + number % 12}/2026"
        answer = ANSWER.format(first)
        lines.append(f"{day};Harlina {number};0824{number:07};{asked} {number};{answer}")
    return "\n".join(lines) + "\n"


def main(rows: int) -> None:
    """Prints seconds for reading, and for planning in one process and in all."""
    project, _ = open_project(ROOT, today=dt.date(2026, 11, 25))
    assert project
    len(project.index.items)  # made before the clock runs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tabel.csv")
        path.write_text(table(rows), encoding="utf-8")
        begin = time.perf_counter()
        readings = [read_export(path, ExportOptions())]
        print(f"read: {time.perf_counter() - begin:.1f} s")
    for processes in (1, os.cpu_count() or 1):
        begin, used = time.perf_counter(), time.process_time()
        plan = plan_import(readings, project, decide=usual_decision, processes=processes)
        seconds, own = time.perf_counter() - begin, time.process_time() - used
        count = len(plan.planned)
        print(f"{count} planned, {processes} processes: {seconds:.1f} s, {own:.1f} s of this one")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
