"""Mails of an asker and an office, as a mailbox holds them."""

from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.mail.mailbox import read_mail

OFFICE = "Layanan <layanan@kantor.example>"
ANI = "Ani <ani@surel.example>"


def mail_of(sender: str, subject: str, day: int, text: str, *, to: str = "", **head: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = sender, subject
    mail["To"] = to or (OFFICE if sender != OFFICE else ANI)
    mail["Date"] = f"{day:02} Feb 2026 09:00:00 +0800"
    for name, value in head.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return b"From x@y.example Mon Feb 02 09:00:00 2026\n" + bytes(mail) + b"\n"


def read_mails(folder: Path, mails: Iterable[bytes]) -> Reading:
    path = folder / "a.mbox"
    path.write_bytes(b"".join(mails))
    return read_mail(path, ExportOptions(officers=("layanan@kantor.example",)))


def asked_in(reading: Reading) -> list[tuple[str, str]]:
    return [(made.question, made.answer) for made in reading.consultations]
