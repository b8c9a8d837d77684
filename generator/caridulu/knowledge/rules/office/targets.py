"""Targets of ``deploy``: what a kind needs, what it cannot use, and no secret in the project."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from caridulu.knowledge.model import Target
from caridulu.knowledge.model.target import KEYS
from caridulu.knowledge.problem import Problem, finding
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.yaml.nodes import YamlFile

# Names as servers, buckets and branches have them: nothing that a program could take for an option.
FORMS = {
    "host": re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]+\]?"),
    "bucket": re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
    "branch": re.compile(r"(?!.*(?:\.\.|//|\.lock$|[/.]$))[A-Za-z0-9_][\w./-]*", re.ASCII),
    "host_key": re.compile(r"SHA256:[A-Za-z0-9+/]{43}"),
    "user": re.compile(r"[\w.][\w.@\\-]*", re.ASCII),
    "repository": re.compile(
        r"(?:https?|ssh|file)://\S+|[\w.-]+@[\w.-]+:\S+|(?:[A-Za-z]:)?[\\/.~].*"
    ),
    "prefix": re.compile(r"(?!(?:.*/)?\.\.(?:/|$)).*"),
}


def target_problems(targets: Sequence[Target], file: YamlFile) -> Iterator[Problem]:
    """Finds targets with a code twice, without what they need, or with what they cannot use."""
    ids = (target.id for target in targets)
    yield from repeated_ids(file, "deploy", ids, "knowledge.duplicate_target")
    for i, target in enumerate(targets):
        yield from _key_problems(target, i, file)
        yield from _value_problems(target, i, file)


def _key_problems(target: Target, i: int, file: YamlFile) -> Iterator[Problem]:
    """Finds keys that a kind lacks, and those of another kind, which would say nothing."""
    kind, keys = target.kind.value, KEYS[target.kind]
    usable = (*keys.needed, *keys.possible)
    for name in keys.needed:
        if getattr(target, name) is None and file.find("deploy", i, name) is None:
            place = file.at("deploy", i, "kind")
            yield finding(place, "knowledge.target_lacks", kind=kind, name=name)
    for name in target.model_fields_set - {"id", "kind", *usable}:
        place = file.key("deploy", i, name)
        other = ", ".join(usable)
        yield finding(place, "knowledge.target_key", kind=kind, name=name, other=other)


def _value_problems(target: Target, i: int, file: YamlFile) -> Iterator[Problem]:
    for name, form in FORMS.items():
        value = getattr(target, name)
        if value is not None and not form.fullmatch(value):
            place = file.at("deploy", i, name)
            yield finding(place, f"knowledge.bad_target_{name}", value=value)
    for name in ("repository", "endpoint"):
        value = getattr(target, name)
        if value is not None and _has_secret(value):
            yield finding(file.at("deploy", i, name), "knowledge.target_secret", name=name)


def _has_secret(address: str) -> bool:
    """Whether an address carries a password, or over HTTP a token in the place of a name."""
    try:
        parts = urlsplit(address)
    except ValueError:  # an unfinished IPv6 address
        return False
    is_web = parts.scheme in ("http", "https")
    return bool(parts.password) or (is_web and bool(parts.username))
