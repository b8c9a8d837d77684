"""A Markdown page <-> its title and its body, so that a form can ask for each by itself."""

import re
from dataclasses import dataclass

from pydantic import Field

from caridulu.curation.writing import transplanted
from caridulu.editor.files.typed_text import tidy_markdown
from caridulu.knowledge.model import Line, Markdown, Model
from caridulu.knowledge.problem import Location
from caridulu.knowledge.yaml.checked import Loc

_TITLE = re.compile(r"\n*#[ \t]+(?P<title>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n+|$)")


class PageFields(Model):
    """What the form of ``content/<id>.md`` asks for."""

    title: Line = Field(
        title="Judul", description="Judul halaman, juga di daftar halaman pada kaki situs."
    )
    body: Markdown = Field(
        title="Isi halaman",
        description="Markdown. Paragraf pertama juga menjadi ringkasan bagi mesin pencari. Baris"
        " seperti {{ block.channels-consultation }} diganti situs dengan daftar kanal; biarkan"
        " berdiri sendiri pada satu baris.",
    )


@dataclass(frozen=True)
class PageText:
    """A page's text; ``title`` is empty when it does not begin with one."""

    text: str

    @property
    def title(self) -> str:
        found = _TITLE.match(self.text)
        return found["title"] if found else ""

    @property
    def body(self) -> str:
        return self.text[self._body_begin :].strip("\n")

    @property
    def _body_begin(self) -> int:
        found = _TITLE.match(self.text)
        return found.end() if found else 0

    def saying(self, title: str, body: str) -> str:
        """The text with this title and body, all other lines as they are."""
        before = _laid_out(self.title, tidy_markdown(self.body))
        after = _laid_out(title, body)
        if not self.text or before == after:
            return self.text or after
        changed = PageText(transplanted(self.text, before, after))
        is_said = (changed.title, tidy_markdown(changed.body)) == (title, body)
        return changed.text if is_said else after

    def field_at(self, place: Location) -> Loc:
        """The field that a place of the file is in, the body's with its line, counted from 0."""
        above = self.text.count("\n", 0, self._body_begin)
        return ("title",) if place.line <= above else ("body", place.line - above - 1)


def _laid_out(title: str, body: str) -> str:
    return f"# {title}\n\n{body}\n" if title else f"{body}\n"
