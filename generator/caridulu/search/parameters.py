"""Numbers, marks and patterns of both engines: Python imports them, the browser is sent them.

Every name in capitals travels in the manifest of the published index, in camel case. Patterns are
written so that Python (with ``re.ASCII``) and JavaScript read them alike.
"""

import math

# Text -> tokens -> terms. A dropped character joins what stands around it: e-mail, 2.100, jum'at;
# what comes first in a pattern is looked for fast, so that is the character itself.
TOKEN = "[0-9a-z]+"
DROPPED = "|".join(
    (
        r"-(?<=\be-)(?=[a-z]{3})",
        r"\.(?<=[0-9]\.)(?=[0-9]{3}(?![0-9]))",
        "['`\u2018\u2019\u02bc](?<=[a-z].)(?=[a-z])",
    )
)
REPEATED = "^([a-z]{3,})2$"  # laki2 -> laki, as laki-laki gives laki twice
DOUBLED = r"([a-z])\1+"
DRAWN_OUT = r"([a-z])\1{2,}"  # no Indonesian word has a letter three times
PARTICLE = "^(.{3,}?)(?:kah|lah|pun|nya|ku|mu)$"
MAX_ROMAN = 4  # letters of a Roman numeral: viii
MIN_STEMMED = 4  # letters; shorter words are their own stem

# Terms of several words, and what stands in place of a word in them.
START, END = "^", "$"  # of a question
NOT_FOR = "!"
GAP = "?"
MAX_FORM = 5  # terms in a lexicon form

# Weights over 16, chosen by hand after trying a few values on mistyped, abbreviated and unfinished
# queries of three development collections; guarded by tests/search/query/test_relevance.py.
WHOLE = 16  # the word itself, its skeleton, what it may become while it is typed; a pair
CLITIC = 15  # gratisji -> gratis
ONE_EDIT = 14
TWO_EDITS = 10
DOUBTFUL = 8  # padi may be a misspelt padu, and a word that an unknown word begins may be meant
# A common candidate is likelier meant than a rare one: weight * (idf_least / idf) ** 0.2,
# by sixteenths of the ratio, so that both engines use the same integers.
LIKELIHOOD = tuple(round(WHOLE * math.pow(step / WHOLE, 0.2)) for step in range(WHOLE + 1))

# How much of a query, of the vocabulary and of what is found there is looked at.
MAX_TEXT = 300  # characters of a query
MAX_WORDS = 24
MAX_PAIRED = 3  # candidates of a word
MAX_READ = 8  # spellings of a word
MIN_TYPED = 2  # letters of the last word before it is completed
MIN_LONGER = 4  # letters of an unknown word
MIN_REST = 3  # letters before a clitic
MAX_SHARDS = 2  # with longer words

# Outcome: share of the query's weight found in the best entry, over 16, and for an answer also how
# far it stands before the second. tests/benchmarks/nothing_found.py prints the whole curve.
ANSWERED_SHARE = 12
LEAD_SHARE = 8
LEAST_SHARE = 8  # of an answer: among few entries every one leads
WEAK_SHARE = 3
FULL_PART = 24  # a smaller part is a passing mention: not all of the word was found
WEAK_DIVISOR = 4  # of the weight of a question word
YEAR = "^(?:19|20)[0-9]{2}$"
