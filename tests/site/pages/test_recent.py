"""What the home page calls new: what the office did, not what came with a package."""

import datetime as dt

from caridulu.knowledge.model import Entry, Packaged
from caridulu.messages import Language
from caridulu.site.pages.views import recent_entries
from tests.site.sample_office import KNOWLEDGE

BULK, LATER = dt.date(2026, 11, 1), dt.date(2026, 11, 20)
[FIRST, *_] = KNOWLEDGE.published


def entry(name: str, day: dt.date, **fields: object) -> Entry:
    own = {"id": name, "question": f"{name}?", "compiled": day, "reviewed": None}
    return FIRST.model_copy(update={**own, **fields})


def shown(*entries: Entry) -> list[str]:
    bulk = (entry(f"lama-{n}", BULK) for n in range(4))
    return [link.title for link in recent_entries([*bulk, *entries], Language.ID)]


def test_what_the_office_wrote_later_is_new() -> None:
    assert shown(entry("jadwal", LATER)) == ["jadwal?"]


def test_what_came_with_a_package_is_new_once_the_office_looked_through_or_adjusted_it() -> None:
    plain = Packaged(name="bps-dasar", path="kb/paket/bps-dasar/x.yml", sha256="0")
    adjusted = Packaged(name="bps-dasar", path="kb/x.yml", sha256="0", own=("answer",))
    assert shown(entry("istilah", LATER, packaged=plain)) == []
    assert shown(entry("istilah", LATER, packaged=adjusted)) == ["istilah?"]
    assert shown(entry("istilah", BULK, packaged=plain, reviewed=LATER)) == ["istilah?"]
