"""What commands print on standard error: sentences, progress, causes of errors."""

import sys

from caridulu.messages import Language, message


def say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr, flush=True)


def progress(text: str) -> None:
    """Prints a progress message if somebody watches the terminal."""
    if sys.stderr.isatty():
        say(text)


def not_written(error: OSError, language: Language) -> str:
    """Says why a file was not written."""
    from caridulu.curation.writing import cause  # most commands start sooner without

    values = {"path": error.filename or "-", "value": error.strerror}
    return message(f"curation.cannot_write_{cause(error)}", language, **values).rstrip()
