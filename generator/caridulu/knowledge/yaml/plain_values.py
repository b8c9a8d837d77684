"""YAML text -> what it says, without places: nobody asks where the values of a right file stand."""

from typing import Any

import yaml

from caridulu.knowledge.yaml.nodes import LOADER, NOT_GIVEN
from caridulu.knowledge.yaml.syntax import DEPTH_LIMIT

PLAIN_KEY = {str}


def plain_values(text: str) -> dict[str, Any] | None:
    """The values of a text of keys and values, or None where only the tree can tell them.

    The same as ``values_of`` gives for the tree. None is the answer for whatever may be a problem
    of notation: broken YAML, anchors, tags, keys that are odd or stand twice, hidden characters.
    """
    try:
        value = _read(text)
    except (yaml.YAMLError, ValueError, OverflowError, _OddError):
        return None
    return value if isinstance(value, dict) else None


class _OddError(Exception):
    """Notation that may be a problem."""


def _read(text: str) -> Any:
    levels: list[list[Any]] = []  # what was read beside the lists and mappings that are open
    values: list[Any] = []
    documents = 0
    for event in yaml.parse(text, LOADER):
        if isinstance(event, yaml.ScalarEvent):
            values.append(_text(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if event.anchor is not None or event.tag is not None or len(levels) == DEPTH_LIMIT:
                raise _OddError
            levels.append(values)
            values = []
        elif isinstance(event, yaml.SequenceEndEvent):
            levels[-1].append(values)
            values = levels.pop()
        elif isinstance(event, yaml.MappingEndEvent):
            levels[-1].append(_pairs(values[::2], values[1::2]))
            values = levels.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        elif isinstance(event, yaml.AliasEvent):
            raise _OddError
    if documents != 1:
        raise _OddError
    return values[0]


def _text(event: yaml.ScalarEvent) -> str | None:
    """A scalar as typed, or None when it is not given."""
    value: str = event.value
    if event.anchor is not None or event.tag is not None:
        raise _OddError
    if event.style == '"' and (not value.isprintable() or "<" in value or ">" in value):
        raise _OddError  # an escape may have hidden it in the file
    return None if value in NOT_GIVEN and not event.style else value


def _pairs(keys: list[Any], values: list[Any]) -> dict[str, Any]:
    if not {*map(type, keys)} <= PLAIN_KEY or "<<" in keys:
        raise _OddError
    pairs = dict(zip(keys, values, strict=True))
    if len(pairs) < len(keys):
        raise _OddError
    return {key: value for key, value in pairs.items() if value is not None}
