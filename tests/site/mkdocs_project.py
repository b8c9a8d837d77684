"""A project's settings for MkDocs, and what a build left in a folder."""

from pathlib import Path

CONFIG = """\
site_name: Cari Dulu
docs_dir: content
theme:
  name: material
  font: false
plugins:
  - caridulu
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
