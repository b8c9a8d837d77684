"""A redacted question -> the phrasing of an entry that it may become."""

import re

from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.privacy.redaction import Redactor, placeholders

LONGEST = 160  # characters; a longer question is a story, and finds too much
_PART_ENDS = re.compile(r"(?<=[,;.!?])\s+")
_LEFT_OVER = re.compile(
    r"(?:\b(?:pak|bu|bapak|ibu|kak|saya|sy|dari|dengan|dgn|an|a\.n\.?|nama|untuk|utk|kepada|ke|di|"
    r"oleh|atas|milik|punya|bernama)\s*)+$",
    re.I,
)


def phrasing_of(question: str, redactor: Redactor) -> str:
    """Makes a phrasing of a redacted question: on one line, without greeting and marks.

    It is empty where too little is left, or too much.
    """
    marks = placeholders()
    text = redactor.redacted(without_greeting(question), asked=True)
    parts = [part for part in _PART_ENDS.split(text) if not marks.search(part)]
    if not parts:  # one sentence, with a name in it
        parts = [_LEFT_OVER.sub("", part).strip() for part in marks.split(text)]
    line = one_line(" ".join(filter(None, parts)), LONGEST + 1).strip(" ,;.!-")
    is_whole = len(line) <= LONGEST and len(re.findall(r"[^\W\d_]{2,}", line)) > 1
    return line if is_whole else ""
