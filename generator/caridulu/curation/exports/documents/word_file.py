"""A DOCX file -> the HTML of its text."""

import re
import zipfile
from pathlib import Path
from xml.parsers.expat import ExpatError

import mammoth

from caridulu.curation.exports.documents.page_outline import MOST_ELEMENTS
from caridulu.curation.exports.opened_files import DAMAGED, OLE, check_size, check_zip, refuse

LARGEST = 30_000_000  # bytes; pictures count
LARGEST_TEXT = 20_000_000  # bytes of the unpacked text
_TEXT = "word/document.xml"
_PARAGRAPH = re.compile(rb"<w:p[ >]")
# Titles that Word has besides "Heading 1" to "Heading 6", also under Indonesian names.
_STYLES = """
p[style-name='Title'] => h1.judul:fresh
p[style-name='Subtitle'] => p.subjudul:fresh
p[style-name='Judul'] => h1.judul:fresh
p[style-name='Judul 1'] => h1:fresh
p[style-name='Judul 2'] => h2:fresh
p[style-name='Judul 3'] => h3:fresh
"""
# What mammoth raises for a package that is no document, or whose XML is broken.
_BROKEN = (*DAMAGED, ExpatError, KeyError, AttributeError, IndexError, TypeError, RecursionError)


def html_of_word(path: Path) -> str:
    """Converts a document; pictures, comments and text that was struck out by tracking are left."""
    check_size(path, largest=LARGEST)
    with path.open("rb") as stream:
        if stream.read(len(OLE)) == OLE:
            raise refuse(path, "old_word")
    with check_zip(path) as archive:
        sizes = {one.filename: one.file_size for one in archive.infolist()}
    if _TEXT not in sizes:
        raise refuse(path, "no_word")
    if sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels"))) > LARGEST_TEXT:
        raise refuse(path, "zip_bomb", size=sum(sizes.values()) // 1_000_000)
    try:
        with zipfile.ZipFile(path) as archive:
            count = len(_PARAGRAPH.findall(archive.read(_TEXT)))
        if count > MOST_ELEMENTS:  # converting them would take a minute, and be for nothing
            raise refuse(path, "long_document", limit=MOST_ELEMENTS)
        with path.open("rb") as stream:
            converted = mammoth.convert_to_html(
                stream,
                style_map=_STYLES,
                convert_image=mammoth.images.img_element(lambda _: {}),
                external_file_access=False,
            )
    except _BROKEN as error:
        raise refuse(path, "corrupt_word") from error
    return re.sub(r"<sup><a [^>]*>\[\d+\]</a></sup>", "", str(converted.value))
