"""Reads what the published index's slices say, as the browser does."""

import re

from caridulu.search.publish.shards import ALPHABET, FINAL


def decode(text: str) -> list[int]:
    """Reads the numbers that ``encode`` wrote."""
    numbers = []
    value, scale = 0, 1
    for letter in text:
        digit = ALPHABET.index(letter)
        value += digit * scale
        if digit < FINAL:
            numbers.append(value)
            value, scale = 0, 1
        else:
            scale *= len(ALPHABET) - FINAL
    return numbers


def names_of(line: str) -> list[str]:
    """Reads the names that ``name_line`` wrote."""
    names = [""]
    for shared, rest in re.findall(r"([A-Z])([^A-Z]*)", line):
        names.append(names[-1][: ord(shared) - ord("A")] + rest)
    return names[1:]
