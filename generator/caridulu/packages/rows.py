"""Rows of the files that lie beside entries and services: categories, links."""

from collections.abc import Sequence
from typing import Any

from caridulu.curation.yaml_changes import changed_yaml
from caridulu.knowledge import parse_yaml
from caridulu.knowledge.project_files import OFFICE_FILE

CATEGORIES, LINKS = "categories.yml", "links.yml"
# Files of a package: the list in each, and where an office has its own.
PLACES = {CATEGORIES: ("categories", "kb/categories.yml"), LINKS: ("links", OFFICE_FILE)}


def rows_in(text: str | None, key: str) -> list[dict[str, Any]]:
    file = parse_yaml(text, path="").file if text else None
    return list(file.values.get(key, ())) if file else []


def with_rows(text: str, key: str, rows: Sequence[dict[str, Any]]) -> str:
    """Adds rows to a list of a YAML text, but for those whose id is there."""

    def change(tree: Any) -> None:
        there = tree.get(key) or []
        known = {row["id"] for row in there}
        there.extend(row for row in rows if row["id"] not in known)
        tree[key] = there

    return changed_yaml(text, change) if rows else text


def without_rows(text: str, key: str, rows: Sequence[dict[str, Any]]) -> str:
    """Takes rows out of a list of a YAML text, by their ids."""
    ids = {row["id"] for row in rows}

    def change(tree: Any) -> None:
        tree[key] = [row for row in tree[key] if row["id"] not in ids]

    return changed_yaml(text, change) if ids & {row["id"] for row in rows_in(text, key)} else text
