"""Templates -> pages of the editor."""

import re
from collections.abc import Callable
from functools import cache, cached_property
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from caridulu.editor.forms.fields import Field
from caridulu.editor.http.web import Reply, form_token
from caridulu.editor.workspace import Snapshot
from caridulu.messages import Language, message
from caridulu.messages.editor import MESSAGES
from caridulu.site.html.icons import icon_source
from caridulu.site.html.layout import THEME

HERE = Path(__file__).parent
TABS = (
    ("entries", "/"),
    ("queue", "/antrean"),
    ("categories", "/kategori"),
    ("lexicon", "/leksikon"),
    ("office", "/kantor"),
    ("services", "/layanan"),
    ("pages", "/halaman"),
    ("problems", "/periksa"),
    ("sending", "/kirim"),
)


class Renderer:
    """Renders pages in one language, for one session."""

    def __init__(
        self, *, token: str, language: Language, waiting: Callable[[], int] = lambda: 0
    ) -> None:
        """``waiting`` counts the files that wait to be sent."""
        self.language = language
        self._waiting = waiting
        self._environment = Environment(
            loader=FileSystemLoader([HERE / "templates"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "t": self.say,
            "icon": _icon,
            "language": language.value,
            "form_token": form_token(token),
            "choice_name": self.choice_name,
            "help_of": self.help_of,
            "choice_names": self.choice_names,
        }

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the editor."""
        return message(f"editor.{name}", self.language, **values)

    def choice_name(self, field: str, choice: str) -> str:
        """What people read for a value of a fixed set."""
        kind = {"status": "status", "days": "day"}.get(field, "choice")
        return self.say(f"{kind}_{choice}")

    def choice_names(self, field: Field) -> list[tuple[str, str]]:
        """All values of a fixed set with what people read."""
        return [(choice, self.choice_name(field.name, choice)) for choice in field.choices]

    def help_of(self, field: Field, control: str) -> str:
        """What helps to fill in a field; the model's words are for who writes YAML."""
        name = "help_" + re.sub(r"\.(\d+\.)?", "_", control)
        return self.say(name) if name in MESSAGES else field.help

    def page(
        self,
        template: str,
        *,
        title: str,
        tab: str = "",
        snapshot: Snapshot | None = None,
        status: HTTPStatus = HTTPStatus.OK,
        **values: object,
    ) -> Reply:
        """A whole page; without ``snapshot`` its tabs have no counts."""
        office = snapshot.knowledge.office.short_name if snapshot and snapshot.knowledge else ""
        html = self._environment.get_template(template).render(
            title=title, tab=tab, tabs=self._tabs(snapshot), office=office, **values
        )
        return Reply(html.encode("utf-8"), status)

    def _tabs(self, snapshot: Snapshot | None) -> list[tuple[str, str, int]]:
        """Name, address and count of each tab."""
        counts = {}
        if snapshot:
            counts = {
                "queue": len(snapshot.waiting),
                "problems": len(snapshot.problems),
                "sending": self._waiting(),
            }
        return [(name, address, counts.get(name, 0)) for name, address in TABS]

    def part(self, template: str, **values: object) -> Reply:
        """A part of a page, for the script to put in place."""
        html = self._environment.get_template(template).render(**values)
        return Reply(html.encode("utf-8"))

    @cached_property
    def assets(self) -> dict[str, Reply]:
        """Style sheets, script and icon by address."""
        theme = THEME / "assets"
        style = (theme / "style.css").read_text("utf-8")
        own = (HERE / "assets" / "editor.css").read_text("utf-8")
        script = (HERE / "assets" / "editor.js").read_text("utf-8")
        drawing = (theme / "icon.svg").read_text("utf-8")
        return {
            "/aset/situs.css": Reply(style.encode(), kind="text/css; charset=utf-8"),
            "/aset/penyunting.css": Reply(own.encode(), kind="text/css; charset=utf-8"),
            "/aset/penyunting.js": Reply(script.encode(), kind="text/javascript; charset=utf-8"),
            "/aset/ikon.svg": Reply(drawing.encode(), kind="image/svg+xml"),
        }


@cache
def _icon(name: str) -> Markup:
    """An icon for the eye only: the words beside it say the same."""
    start = r'<svg class="icon" aria-hidden="true" \1'
    return Markup(re.sub(r"<svg [^>]*?(viewBox=)", start, icon_source(name)))
