"""Rows of a list that have the id of a row before them."""

from collections.abc import Iterable, Iterator

from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.yaml.nodes import YamlFile


def repeated_ids(file: YamlFile, key: str, ids: Iterable[str], problem: str) -> Iterator[Problem]:
    """Makes ``problem`` of each such row of the list ``key``; it names the line of the first."""
    first: dict[str, Location] = {}
    for i, id_ in enumerate(ids):
        place = file.at(key, i, "id")
        if first.setdefault(id_, place) is not place:
            yield finding(place, problem, id=id_, line=first[id_].line)
