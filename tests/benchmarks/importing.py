"""How long reading a large chat and the plan of a large table take, in one process and in all.

The same of a large FAQ that is public already: with the garbage collector paused, and without.

python -m tests.benchmarks.importing [ROWS [MEGABYTES [QUESTIONS]]]

A busy machine makes the seconds of the clock useless; those of the processor are told beside them:
those of this process, in which the others are waited for, and of the other ones.
"""

import datetime as dt
import inspect
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.faq.faq_decisions import FaqDecisions
from caridulu.curation.drafts.faq.faq_findings import checked_faq
from caridulu.curation.drafts.faq.faq_import import plan_faq
from caridulu.curation.drafts.plan.import_plan import plan_import
from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import open_project
from tests import ROOT

ROWS = 20_000
MEGABYTES = 50
PROCESSES = sorted({1, os.cpu_count() or 1})
QUESTIONS = 15_000
OFFICE = "Kantor Statistik"
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


def chat(megabytes: int) -> Iterator[str]:
    """Yields the lines of a chat in which every third message is a question."""
    pick = random.Random(7)
    sent, count, size = dt.datetime(2015, 1, 1, 8), 0, 0
    while size < megabytes * 1_000_000:
        first, second = pick.choice(SUBJECTS), pick.choice(SUBJECTS)
        asked = pick.choice(ASKED).format(first, second, 2000 + count % 27)
        said = (("Warga", asked), (OFFICE, ANSWER.format(first)), ("Warga", "Baik terima kasih"))
        for who, text in said:
            sent += dt.timedelta(minutes=pick.randint(1, 20))
            line = f"{sent:%d/%m/%y %H.%M} - {who}: {text}\n"
            count, size = count + 1, size + len(line)
            yield line


def read_large_chat(path: Path, *, processes: int) -> None:
    """Prints seconds, and the most memory that this process has ever used."""
    begin, used, beside = time.perf_counter(), time.process_time(), _used_beside()
    reading = read_export(path, ExportOptions(officers=(OFFICE,)), processes=processes)
    seconds, own = time.perf_counter() - begin, time.process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"chat: {len(reading.consultations)} read, {processes} processes: {seconds:.1f} s"
        f" ({own:.1f} + {_used_beside() - beside:.1f} s), {most} MB in use"
    )


def _used_beside() -> float:
    """Seconds of the processor that processes of this one have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def check_large_faq(questions: int) -> None:
    """Prints seconds of the processor for the plan of an FAQ, and for its check in both ways."""
    today = dt.date(2026, 11, 25)
    project = open_project(ROOT, today=today)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "faq.csv")
        path.write_text(table(questions), encoding="utf-8")
        readings = [read_export(path, ExportOptions())]
    decisions = FaqDecisions(lambda *_: None)
    used = time.process_time()
    plan = plan_faq(readings, project, decide=decisions, source="SK 1", today=today)
    texts = plan.texts(project)
    print(f"FAQ of {len(plan.entries)}: planned and written in {time.process_time() - used:.1f} s")

    def print_check(name: str, check: Callable[..., object]) -> None:
        used = time.process_time()
        check(plan, project, texts, today=today)
        print(f"checked in {time.process_time() - used:.1f} s, collector {name}", flush=True)

    for way in (("paused", checked_faq), ("not paused", inspect.unwrap(checked_faq))):
        process = get_context("fork").Process(target=print_check, args=way)  # no cache of the other
        process.start()
        process.join()


def main(rows: int, megabytes: int, questions: int) -> None:
    """Prints seconds for reading, and for planning in one process and in all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "chat.txt")
        with path.open("w", encoding="utf-8") as file:
            file.writelines(chat(megabytes))
        for processes in PROCESSES:  # first: the most memory is that of the whole process
            read_large_chat(path, processes=processes)
    project = open_project(ROOT, today=dt.date(2026, 11, 25))
    len(project.index.items)  # made before the clock runs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tabel.csv")
        path.write_text(table(rows), encoding="utf-8")
        begin = time.perf_counter()
        readings = [read_export(path, ExportOptions())]
        print(f"read: {time.perf_counter() - begin:.1f} s")
    for processes in PROCESSES:
        begin, used = time.perf_counter(), time.process_time()
        plan = plan_import(readings, project, decide=usual_decision, processes=processes)
        seconds, own = time.perf_counter() - begin, time.process_time() - used
        count = len(plan.planned)
        print(f"{count} planned, {processes} processes: {seconds:.1f} s, {own:.1f} s of this one")
    check_large_faq(questions)


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    main(*numbers, *(ROWS, MEGABYTES, QUESTIONS)[len(numbers) :])
