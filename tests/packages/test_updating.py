"""A newer version of a package changes nothing that the office says; it waits to be read."""

import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from caridulu.curation.overrides import (
    PACKAGE,
    decided_text,
    key_paths,
    own_text,
    value_at,
    values_of_text,
    whole_text,
)
from caridulu.curation.yaml_changes import changed_yaml, yaml_tree
from caridulu.knowledge.package_hash import text_hash
from caridulu.knowledge.project_files import own_name
from caridulu.packages.updating import PackageUpdate, updated
from tests.packages.shared_project import entry, package

THEIRS = "istilah/sampel.yml"
OWN = f"kb/{THEIRS}"
OLD, NEW = package("1.0"), package("1.1", sampel="Sebagian dari populasi.", populasi="")
HASH = text_hash(OLD[THEIRS])


def _update(
    after: Mapping[str, str],
    *,
    before: Mapping[str, str] = OLD,
    own: Mapping[str, str] | None = None,
) -> PackageUpdate:
    return updated("istilah", before=before, after=after, own=own or {})


def test_changed_key_is_kept_as_it_was() -> None:
    made = _update(NEW)

    assert made == PackageUpdate(
        {
            OWN: "answer: |\n  Yang disebut sampel dijelaskan di sini.\n"
            f"package:\n  name: istilah\n  sha256: {text_hash(OLD[THEIRS])}\n"
            "  kept:\n    - answer\n"
        },
        changed=("sampel",),
    )


def test_key_that_both_have_changed_is_a_conflict() -> None:
    mine = f"answer: Punya kantor.\npackage:\n  name: istilah\n  sha256: {text_hash(OLD[THEIRS])}\n"

    made = _update(NEW, own={OWN: mine})

    assert made == PackageUpdate({}, changed=("sampel",), conflicts=("sampel",))


def test_aliases_of_the_office_stand_beside_newer_ones_of_the_package() -> None:
    mine = f"more_aliases: [sampel tu apa]\npackage:\n  name: istilah\n  sha256: {HASH}\n"
    text = OLD[THEIRS].replace("[arti sampel]", "[arti sampel, Sampel tu apa, makna sampel]")
    after = {**OLD, THEIRS: text}

    made = _update(after, own={OWN: mine})

    assert (made.changed, made.conflicts) == (("sampel",), ())
    held = made.texts[OWN] or ""
    assert _said(held)["aliases"] == ["arti sampel"]
    decided = decided_text(held, text, taken={"aliases"})
    assert decided is None  # the package says it by now
    mine = mine.replace("[sampel tu apa]", "[sampel tu apa, sampel itu apaji]")
    held = _update(after, own={OWN: mine}).texts[OWN] or ""
    assert _said(decided_text(held, text, taken={"aliases"}) or "")["more_aliases"] == [
        "sampel itu apaji"
    ]


def test_new_entry_is_a_draft() -> None:
    after = package("1.1", sampel="", populasi="", sensus="")

    assert _update(after) == PackageUpdate(
        {
            "kb/istilah/sensus.yml": "status: draft\npackage:\n  name: istilah\n"
            f"  sha256: {text_hash(after['istilah/sensus.yml'])}\n"
        },
        new=("sensus",),
    )


def test_withdrawn_entry_becomes_the_office_s() -> None:
    made = _update(package("1.1", populasi=""))

    base = f"package:\n  name: istilah\n  sha256: {text_hash(OLD[THEIRS])}\n"
    assert made == PackageUpdate({OWN: OLD[THEIRS] + base}, withdrawn=("sampel",))


def test_own_entry_with_the_id_of_a_new_one_stays() -> None:
    mine = entry("sensus", "Jawaban kantor sendiri.")
    after = package("1.1", sampel="", populasi="", sensus="")

    made = _update(after, own={"kb/istilah/sensus.yml": mine})

    text = made.texts["kb/istilah/sensus.yml"]
    assert text
    assert (
        whole_text(text, after["istilah/sensus.yml"], name="istilah").count("kantor sendiri") == 1
    )
    assert (made.new, made.met) == ((), ("sensus",))


def test_adjustment_that_the_package_has_taken_over_is_gone() -> None:
    mine = (
        "answer: |\n  Sebagian dari populasi.\n"
        f"package:\n  name: istilah\n  sha256: {text_hash(OLD[THEIRS])}\n"
    )

    assert _update(NEW, own={OWN: mine}) == PackageUpdate({OWN: None}, changed=("sampel",))


@pytest.mark.parametrize(
    "seeds", [range(30), pytest.param(range(30, 1_000), marks=pytest.mark.slow)], ids=str
)
def test_nothing_local_is_ever_lost(seeds: range) -> None:
    """1,000 random sequences of versions of the package, edits of the office, and decisions."""
    for seed in seeds:
        office = _Office(random.Random(seed))
        for step in range(3):
            office.step(f"seed {seed}, step {step}")


ENTRY_WAYS = ("question", "answer", "tags", "aliases", "more_aliases", "data_period", "status")
SERVICE_WAYS = ("summary", "components.fee", "components.products", "components.staffing", "status")
SHARED = {
    "sampel": "istilah/sampel.yml",
    "sensus": "istilah/sensus.yml",
    "layanan:sampel": "services/sampel.yml",
    "layanan:peta": "services/peta.yml",
}
NEEDED = ("question", "answer", "summary", "components.fee", "status")  # no file is without


def _said(text: str) -> dict[str, Any]:
    """What a file says; line ends after it say nothing."""
    values = values_of_text(text).items()
    return {key: one.strip() if isinstance(one, str) else one for key, one in values}


@cache
def _read(own: str | None, below: str | None) -> dict[str, Any] | None:
    """What is read of an office's file over a package's; most stay the same at most steps."""
    if below is not None:
        said = _said(whole_text(own, below, name="istilah"))
    else:
        said = _said(own) if own else {}
    said.pop(PACKAGE, None)
    return said or None


def _short(shared_id: str, answer: str = "Penjelasan.") -> str:
    """An entry or a service that takes little time to read and write."""
    if shared_id.startswith("layanan:"):
        components = "components:\n  fee: [Gratis.]\n  products: [Surat.]\n"
        return f"name: {shared_id[8:]}\nsummary: {answer}\n{components}status: published\n"
    return f"question: Apa itu {shared_id}?\nanswer: {answer}\nstatus: published\n"


def _put(tree: Any, way: str, value: object) -> None:
    """Lets pairs say something at a way; None takes it away."""
    *outer, key = way.split(".")
    for name in outer:
        tree = tree.setdefault(name, {})
    if value is None:
        tree.pop(key, None)
    else:
        tree[key] = value


class _Office:
    """An office with a package, and what it says according to all that was done."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        there = ("sampel", "layanan:sampel")
        self.package = {SHARED[one]: _short(one) for one in there}
        self.own: dict[str, str] = {}
        self.expected = {one: self.says(one) for one in SHARED}

    def says(self, shared_id: str) -> dict[str, Any] | None:
        """What visitors and officers read of a file; None when there is none."""
        return deepcopy(_read(*self._files(shared_id)))

    def _files(self, shared_id: str) -> tuple[str | None, str | None]:
        path = SHARED[shared_id]
        return self.own.get(own_name(path)), self.package.get(path)

    def step(self, told: str) -> None:
        chance = self.chance
        does = chance.choice([self.upstream, self.upstream, self.edit, self.add, self.decide])
        does()
        for one in SHARED:
            assert self.says(one) == self.expected[one], f"{told}, {does.__name__}, {one}"

    def upstream(self) -> None:
        """A newer version: files are changed, withdrawn, added; what the office says stays."""
        after = dict(self._newer())
        made = updated("istilah", before=self.package, after=after, own=self.own)
        for path, text in made.texts.items():
            self._keep(path, text)
        self.package = after
        for one in made.new:
            assert self.expected[one] is None
            assert (self.says(one) or {}).get("status") == "draft"
            self.expected[one] = self.says(one)

    def _newer(self) -> Iterator[tuple[str, str]]:
        for one, path in SHARED.items():
            text = self.package.get(path)
            if self.chance.random() < 0.2:
                text = None if text else _short(one)
            if text and self.chance.random() < 0.6:
                text = self._changed(one, text)
            if text:
                yield path, text

    def _changed(self, shared_id: str, text: str) -> str:
        """A YAML text in which one value reads otherwise, or is gone."""
        ways = SERVICE_WAYS if shared_id.startswith("layanan:") else ENTRY_WAYS
        way, number = self.chance.choice(ways), self.chance.randrange(4)
        is_list = way in ("tags", "aliases", "more_aliases") or way.startswith("components.")
        value: object = [f"Butir {number}"] if is_list else f"Jawaban {number}"
        if way == "status":
            value = ("published", "archived")[number % 2]
        gone = not number and way not in NEEDED
        return changed_yaml(text, lambda tree: _put(tree, way, None if gone else value))

    def edit(self) -> None:
        """The office changes a file, a package's or its own."""
        one = self.chance.choice(tuple(SHARED))
        own, below = self._files(one)
        if below is None and own is None:
            return
        whole = whole_text(own, below, name="istilah") if below else own or ""
        whole = self._changed(one, whole)
        path = own_name(SHARED[one])
        self._keep(path, own_text(whole, below, before=own) if below else whole)
        said = _said(whole)
        said.pop(PACKAGE, None)
        self.expected[one] = said

    def add(self) -> None:
        """The office writes a file of its own where there is none."""
        one = self.chance.choice(tuple(SHARED))
        if self.says(one) is None:
            self._keep(own_name(SHARED[one]), _short(one, "Jawaban kantor."))
            self.expected[one] = self.says(one)

    def decide(self) -> None:
        """An officer takes some keys from the package and keeps the others."""
        one = self.chance.choice(tuple(SHARED))
        own, below = self._files(one)
        if below is None or own is None:
            return
        taken = [way for way in key_paths(yaml_tree(own)) if self.chance.random() < 0.5]
        self._keep(own_name(SHARED[one]), decided_text(own, below, taken=taken))
        theirs, mine = _said(below), self.expected[one] or {}
        for way in taken:
            _put(mine, way, value_at(theirs, way))
        self.expected[one] = mine

    def _keep(self, path: str, text: str | None) -> None:
        if text is None:
            self.own.pop(path, None)
        else:
            self.own[path] = text
