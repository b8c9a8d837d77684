"""A package's files -> the hash that an office pins."""

import hashlib
from collections.abc import Mapping


def text_hash(text: str) -> str:
    """Computes the SHA-256 of a text with line feeds, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def package_hash(texts: Mapping[str, str]) -> str:
    """Computes the SHA-256 of a package's files by their names in it, whatever their order."""
    return text_hash("".join(f"{text_hash(texts[name])}  {name}\n" for name in sorted(texts)))
