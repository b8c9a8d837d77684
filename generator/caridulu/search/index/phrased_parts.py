"""Encodes in a term's part how often an entry's question and aliases have the term.

A part is rounded so that its remainder by PHRASED_STEP is

    3  in the question, in the aliases more than once, or in an entry with few aliases
    2  in the aliases once
    0  elsewhere: in the answer, or in the lexicon for what the entry is about

so that postings need no number more. Words that one entry's phrasings have and another's have not
tell near entries apart, whether the words are rare or not.
"""

from collections.abc import Mapping

from caridulu.search.index.fields import BEGINNING

PHRASED_STEP = 4
OFTEN, ONCE = 3, 2
# Words in aliases for each in a question, from which on parts are rounded. Elsewhere they would be
# less exact for nothing: .007 MRR@10 on one set of passages.
LEAST_ALIASED = 2
# Words of the aliases of an entry that has few, the beginning of its answer among them: whatever it
# says may be asked of it. Otherwise it loses .02 MRR@10 more beside rich ones
# (tests/benchmarks/fairness.py).
SHORT_ALIASES = BEGINNING + 16


def phrased_step(lengths: Mapping[str, int]) -> int:
    """Returns what parts are rounded by, of words counted by field: 1 where few are in aliases."""
    questions, aliases = lengths.get("question", 0), lengths.get("aliases", 0)
    return PHRASED_STEP if aliases >= LEAST_ALIASED * questions > 0 else 1


def phrased_part(part: int, *, is_asked: bool, aliases: int, length: int) -> int:
    """Returns the part nearest to this one that tells how often an entry's phrasings have a term.

    ``aliases`` says how often these have it, ``length`` how many words they are, and ``is_asked``
    whether the question has it.
    """
    phrased = ONCE if aliases else 0
    if is_asked or aliases > 1 or length <= SHORT_ALIASES:
        phrased = OFTEN
    half = PHRASED_STEP // 2  # the farthest that a part is moved
    nearest = part + (phrased - part + half) % PHRASED_STEP - half
    return nearest if nearest > 0 else nearest + PHRASED_STEP
