"""What must be reviewed, as a list and as a calendar."""

import re
from pathlib import Path

from tests.text_files import replace_in


def test_due_lists_what_is_past_or_near(project: Path, run) -> None:
    assert run("due").out == "Tidak ada entri atau layanan yang harus ditinjau.\n"
    path = project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"
    replace_in(path, "review_by: 2027-10-01", "review_by: 2026-11-20")

    assert run("due").out == (
        "2026-11-20 apa-itu-inflasi: Tinjau: Apa itu inflasi? (lewat 5 hari)\n"
    )


def test_the_calendar_has_a_day_for_each_review_and_release(tmp_path: Path, run) -> None:
    path = tmp_path / "tinjau.ics"

    run("due", ics=path)

    content = path.read_bytes()
    text = content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == 8
    assert "UID:unduh-publikasi-release@caridulu\r\n" in text
    assert "DTSTART;VALUE=DATE:20270226\r\nDTEND;VALUE=DATE:20270227\r\n" in text
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    run("due", ics=path)
    assert path.read_bytes() == content


def test_due_tells_the_builds_that_schedules_need_from_today_on(project: Path, run) -> None:
    path = project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"
    text = path.read_text(encoding="utf-8")
    days = "status: published\npublish_on: 2026-11-25\nhide_after: 2026-12-20\n"
    path.write_text(text.replace("status: published\n", days), encoding="utf-8")
    other = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    past = "status: published\npublish_on: 2026-11-24\n"
    text = other.read_text(encoding="utf-8").replace("status: published\n", past)
    other.write_text(text, encoding="utf-8")

    assert run("due").out == (
        "2026-11-25 apa-itu-inflasi: Bangun situs, mulai terbit: Apa itu inflasi?\n"
        "2026-12-21 apa-itu-inflasi: Bangun situs, tidak tampil lagi: Apa itu inflasi?\n"
    )


def test_due_lists_services_too(project: Path, run) -> None:
    path = project / "content" / "services" / "konsultasi.yml"
    text = re.sub("review_by: .*", "review_by: 2026-11-20", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")

    assert run("due").out == (
        "2026-11-20 konsultasi: Tinjau layanan: Konsultasi statistik (lewat 5 hari)\n"
    )
