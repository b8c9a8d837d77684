"""Text -> accounts of people on social networks: ``ig saya rina_w``, ``@rina_w``, addresses.

Those of institutions stay, and so do prices (``@Rp5.000``), hours, mentions by number and code.
"""

import re
from collections.abc import Iterator

from caridulu.privacy.entities.institutions import INSTITUTIONS, REACH, is_of_institution
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.spoken_words import SELVES
from caridulu.privacy.lists.word_lists import usual_word_lists

NETWORKS = (
    "instagram|insta|ig|facebook|fb|telegram|tele|tiktok|twitter|linkedin|youtube|medsos|sosmed"
)
CUES = f"{NETWORKS}|line|com|net|me"  # of which each account has one, or an @
SHORTEST = 4  # letters of a usual name with which an account begins, or a region in its end
# Pages of networks that are nobody's own: posts, groups, invitations.
_NO_PROFILE = (
    r"(?:p|reels?|tv|explore|groups|pages|events?|watch|share|sharer|story|photo|permalink|hashtag|"
    r"search|login|help|legal|policies|privacy|business|about|joinchat|addlist|s|c|i|intent|home)"
)
_PROFILE = re.compile(
    r"(?<![\w-])(?:linkedin\.com/in/|(?:tiktok|youtube|threads)\.(?:com|net)/(?:c/|user/|(?=@))|"
    r"(?:instagram|facebook|fb|twitter|x)\.com/(?:people/|stories/)?|(?:t|m|fb|telegram)\.me/)"
    rf"(?!{_NO_PROFILE}(?:\.php)?(?![\w.]))"
    r"(?P<account>@?(?P<name>profile\.php\?id=\d+|[\w.%-]*\w)(?:[/?][\w/?=&%.-]*\w)?)",
    re.I,
)
_LABELLED = re.compile(
    rf"\b(?:id line|line(?= (?:saya|sy)\b)|{NETWORKS})(?:/[a-z]{{1,9}})?"
    rf"(?P<told>(?:-?(?:nya|ku)\b|\s?[:=]| (?:{SELVES}|nya|pribadi|suami|istri|anak|adik|kakak|"
    r"teman)\b)*)"
    r"(?: (?:adalah|ialah|itu|is|atas nama)\b)?[\s\"'(-]{0,3}(?<!\w)"
    rf"(?P<account>@?(?!(?:https?|www|{NETWORKS})\b)"
    r"(?P<name>[A-Za-z_](?:[\w.]{0,40}\w)(?-i:(?: [A-Z][a-z']+){0,3})))(?![\w@(]|\.\w)",
    re.I,
)
# No price and no hour; before and behind it neither an e-mail address nor code.
_MENTION = re.compile(
    r"(?<![\w.@=\[/`%])(?<!= )(?P<account>@(?P<name>[A-Za-z_][\w.]{1,40}\w))(?![\w@/(]|\.\w| ?=)"
)
# Prices, rounds of censuses, versions, ends of e-mail addresses.
_NO_ACCOUNT = re.compile(
    r"(?:rp|idr|usd|se|sp|st|v)[\d.]+[a-z]{0,4}|everyone|.*\.(?:com|net|org|(?:co|ac|or|sch|web)\.id)"
)
_PUBLIC = re.compile(
    rf"(?:{INSTITUTIONS}|sensus|ppid|humas|info|kominfo|dis(?:dik|kom|duk|per)|"
    r"pem(?:prov|des)|desa|nagari|univ)|.*(?:statisti|[._]bps$|(?:official|resmi|go\.?id|bot)$)"
)
_OF_BPS = re.compile(r"bps(?:(?:kab|kota|prov|statis|[._\d\s]).*|ri)?")
_OURS = re.compile(r"\b(?:kami|kita|resmi)\b[^.;!?]*$", re.I)


def find_social_accounts(text: str) -> Iterator[Entity]:
    """Finds accounts in a line; those that may be an institution's, or a word, are asked about."""
    for pattern in (_PROFILE, _LABELLED, _MENTION):
        for match in pattern.finditer(text):
            certain = _is_of_person(pattern, match)
            if certain is not None:
                before = text[max(0, match.start("account") - REACH) : match.start("account")]
                certain &= not (is_of_institution(before) or _OURS.search(before))
                yield Entity(Kind.HANDLE, match["account"], *match.span("account"), certain)


def _is_of_person(pattern: re.Pattern[str], match: re.Match[str]) -> bool | None:
    """Says whether an account is certainly a person's; None where it is none, or public."""
    low, lists = match["name"].lower(), usual_word_lists()
    if low.startswith("bps"):
        return None if _OF_BPS.fullmatch(low) or low[3:] in lists.regions else False
    is_one_word = pattern is _MENTION and low in lists.names  # ``@Rizal`` is left to names' rules
    if is_one_word or _PUBLIC.match(low) or _NO_ACCOUNT.fullmatch(low):
        return None
    parts = re.findall(r"[a-z]+", low)
    words = [part for part in parts if part in lists.titles or not lists.is_common(part)]
    begins = (word[:n] for word in words for n in range(SHORTEST, len(word) + 1))
    of_region = any(low[n:] in lists.regions for n in range(1, len(low) - SHORTEST))
    is_sure = (pattern is _PROFILE or match["account"][0] == "@" != match[0][0]) and not of_region
    if is_sure or not lists.names.isdisjoint(begins):
        return True
    if lists.is_common(low):  # ``teman2``, too
        return None
    is_told = pattern is _LABELLED and bool(match["told"])
    if re.search(r"[\d_]", low):
        return bool(words or is_told)
    return False if words and (is_told or pattern is not _LABELLED) else None
