"""The curation commands: parsed values and text streams in, an exit code out.

Every command takes ``out`` and ``err``; 0 is success, 1 a problem that was told. ``root`` is the
project's folder, ``today`` the day on which the command runs.
"""

from caridulu.cli.import_exports import import_, template
from caridulu.cli.publish import archive, explain, publish, review
from caridulu.cli.redact import redact, senders_ahead
from caridulu.cli.reports import due, duplicates, gaps

__all__ = [
    "archive",
    "due",
    "duplicates",
    "explain",
    "gaps",
    "import_",
    "publish",
    "redact",
    "review",
    "senders_ahead",
    "template",
]
