"""Numbers, marks and patterns of both engines: Python imports them, the browser is sent them.

Every name in capitals is a constant of the browser's search, too (``publish/client.py``). Patterns
are written so that Python (with ``re.ASCII``) and JavaScript read them alike.
"""

import math

from caridulu.knowledge import site_names

# Text -> tokens -> terms. A dropped character joins what stands around it: e-mail, y-to-d, 2.100,
# jum'at; an English "'s" goes whole. What comes first in a pattern is looked for fast, so that is
# the character itself.
TOKEN = "[0-9a-z]+"
DROPPED = "|".join(
    (
        r"-(?<=\b[a-z]-)(?=[0-9a-z])",
        r"[ -](?<=\b[a-z][ -])(?=(?:to|on)[ -][a-z]\b)",
        r"[ -](?<=\b[a-z][ -](?:to|on)[ -])(?=[a-z]\b)",
        r"\.(?<=[0-9]\.)(?=[0-9]{3}(?![0-9]))",
        "['`\u2018\u2019\u02bc](?<=[a-z].)(?:s\\b|(?=[a-z]))",
    )
)
REPEATED = "^([a-z]{3,})2$"  # laki2 -> laki, as laki-laki gives laki twice
DOUBLED = r"([a-z])\1+"
PARTICLE = "^(.{3,}?)(?:kah|lah|pun|nya|ku|mu)$"
SPOKEN = "^(.{4,}?)(?:ji|ka|ki|ko|mi|mo|pi|ta)$"  # brapami, in Sulawesi -> brapa; mappi is no map
CLAUSE = r"[,.;:?!\n]+(?=\s|$)"  # what ends a clause; 1.200 is a number, bps.go.id a name
ANNOUNCES = "tanya"  # in a courtesy behind which the question stands
PART, ASKS = "|", "!"  # what stands in place of a courtesy, and of one that announces
MIN_STEMMED = 4  # letters; shorter words are their own stem

# Terms of several words, and what stands in place of a word in them.
START, END = "^", "$"  # of a question
NOT_FOR = "!"

# Weights over 16, chosen by hand after trying a few values on mistyped, abbreviated and unfinished
# queries of three development collections; guarded by tests/search/query/test_relevance.py.
WHOLE = 16  # the word itself, its skeleton, what it may become while it is typed; a pair
CLITIC = 15  # gratisji -> gratis
ONE_EDIT = 14
TWO_EDITS = 10
DOUBTFUL = 8  # padi may be a misspelt padu
LIKELY = 12  # a reading of this weight is sure if it stands beside its neighbour in some question
# What cannot be an Indonesian word is surely misspelt; what could be one is read as another only if
# it is long. Of real words 1 in 70 looks impossible, of words with one wrong letter 2 in 5.
SURE_ONE, SURE_TWO = 7, 11  # letters of a possible word with one edit, with two
_CONSONANT = "(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwxyz])"
_ONSET = f"(?:[bdfgkptv][lr]|s[ptklmnwr]|s[ptk][lr]|[dkst]w|[pt]s|[tdgsc]h|gn|[pf]y|{_CONSONANT})"
_CODA = "(?:ng|kh|sy|[bdfghklmnprstwy]|[bknr]s|ngs|rt)"
_FINAL = f"(?:[bklmnpr]s|[fklnprs]t|[lnr]d|[lnrs]k|[lrs]m|rn|ngs|mp|r[bfgpl]|[cgst]h|{_CONSONANT})"
POSSIBLE = f"^{_ONSET}?[aeiou]{{1,3}}(?:{_CODA}?{_ONSET}[aeiou]{{1,3}})*{_FINAL}?(?:nya|kan)?$"
# A common candidate is likelier meant than a rare one: weight * (idf_least / idf) ** 0.2,
# by sixteenths of the ratio, so that both engines use the same integers.
LIKELIHOOD = tuple(round(WHOLE * math.pow(step / WHOLE, 0.2)) for step in range(WHOLE + 1))
# What a known word may become scores at most half of the word itself, however rare: "peta" is more
# surely what it says than "petambak".
COMPLETED = WHOLE // 2

# A score keeps at least 9/20, and all of it for an entry that holds all that was asked. A word is
# held wholly from the part on that one mention in an answer of average length has: a mention in one
# of thirty aliases, or in a long text, is held less. 8/20 lost .0025 on misspelt questions to
# passages, 24 for HELD_PART .007 on a set of news.
KEPT_LEAST, KEPT_ALL = 9, 20
HELD_PART = 16

# Listed beside the best is what has an eighth of its score, and holds a sixth of what it holds.
LISTED_SCORE, LISTED_HELD = 8, 6

# How much of a query, of the vocabulary and of what is found there is looked at.
MAX_TEXT = 1_000  # characters of a query
MAX_WORDS = 24  # where there are more, of those that ask
MAX_PAIRED = 3  # candidates of a word
MAX_READ = 8  # spellings of a word
MIN_TYPED = 2  # letters of the last word before it is completed
MIN_REST = 3  # letters before a clitic
MAX_SHARDS = 2  # with longer words

# Outcome: what speaks for the best entry, each from 0 to EVIDENCE but the lead, times its weight.
# Fitted as tests/benchmarks/fit_confidence.py does, to its sets and some outside the repository
# (docs/decisions/confidence.md): the sum less ANSWERED_LEAST, over EVIDENCE * 16, is the logarithm
# of the odds that the entry answers, over the odds from which that is said.
EVIDENCE = 64
CONFIDENCE = {
    "held": 49,
    "strong": 68,
    "words": 43,
    "together": 20,
    "rivals": -52,
    "lead": 199,
}
ANSWERED_LEAST = 3_325  # odds of nearly two to one (1.8)
# Of an answer at least, twice the share and the words held: among few entries every one leads.
ANSWERED_HOLDING = 56
WEAK_SHARE = 12
REFERRED_LEAST = 1_780  # the same for a referral, chosen on those of the sets
MANY_WORDS, MANY_RIVALS = 12, 8
STRONG_PART = 64  # of a word that the question or the aliases hold
FULL_PART = 24  # a smaller part is a passing mention: not all of the word was found
WEAK_DIVISOR = 4  # of the weight of a question word
YEAR = "^(?:19|20)[0-9]{2}$"
# Of words that stand before the name of a village; no list holds these names.
VILLAGE = "desa$|lurahan"

# Asked back is which of the first hits is meant that score three quarters of the best or more.
COMPETING, COMPETING_OVER, MAX_CHOICES = 3, 4, 4
ADDED_WORDS = 3  # at most, of a label and its title, which a tap adds to the query
# A label is the id of an entry, which says in two to five words what it is about; a longer one was
# made of the question and cut, one with a number behind it is the same as another's. Else it is the
# title, less first words without which it names the matter, cut where it is too long. Chosen on 225
# short queries; guarded by tests/search/query/test_question_back.py.
TELLING_ID = (
    f"^(?!{site_names.DIRECT_PREFIX}|{site_names.REFERRAL_PREFIX}|.*-[0-9]{{1,2}}$)"
    "[a-z0-9]+(-[a-z0-9]+){1,4}$"
)
NAMED_BEFORE = "^(Apa itu|Di mana (melihat|mencari)|What (are|is)|Where can I find) "
LABEL_CUT = "^(?=.{50})(.{1,47}[^,;:])[,;:]? .*"  # more than 49 letters, cut to 48 or fewer
PLAIN_WORD = "[0-9A-Za-z\u00c0-\u024f]+(?:[-.'\u2019][0-9A-Za-z\u00c0-\u024f]+)*"
