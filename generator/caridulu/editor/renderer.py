"""Templates -> pages of the editor."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cache, cached_property, partial
from http import HTTPStatus
from pathlib import Path

from markupsafe import Markup, escape

from caridulu.curation.drafts.plan.set_aside import place_in
from caridulu.editor import addresses
from caridulu.editor.fields.form_fields import Field
from caridulu.editor.http.auth import FORM_KEY, TOKEN_CONTROL, form_token
from caridulu.editor.workspace import Snapshot
from caridulu.journal.git import without_mail
from caridulu.journal.working_as import WORKING_AS
from caridulu.knowledge import Status
from caridulu.knowledge.markdown import excerpt
from caridulu.messages import Language, message, messages_of
from caridulu.privacy.redaction import placeholders
from caridulu.site.html.dates import long_date, long_month
from caridulu.site.html.icons import inline_icon
from caridulu.site.html.layout import THEME
from caridulu.site.html.style_sheet import style_sheet
from caridulu.site.html.templates import environment
from caridulu.site.serve.local_server import Reply

LONGEST = 20_000  # characters of a text in which differences are marked
UPLOAD_KINDS = ".png,.jpg,.jpeg,.webp,.pdf"
HERE = Path(__file__).parent
STYLE, SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
KEY_CONTROL = Markup('<input type="hidden" name="{}" value="{}">')  # in every form
TABS = (
    ("month", addresses.MONTH),
    ("entries", addresses.ENTRIES),
    ("reply", addresses.REPLY),
    ("import", addresses.IMPORTS),
    ("queue", addresses.QUEUE),
    ("sending", addresses.SENDING),
    ("publishing", addresses.PUBLISHING),
    ("more", addresses.MORE),
)
MORE = (  # behind one tab: on a telephone all tabs must fit into two rows
    ("problems", addresses.PROBLEMS),
    ("reading", addresses.READING),
    ("categories", addresses.CATEGORIES),
    ("lexicon", addresses.LEXICON),
    ("referrals", addresses.REFERRALS),
    ("office", addresses.OFFICE),
    ("services", addresses.SERVICES),
    ("pages", addresses.PAGES),
    ("attachments", addresses.ATTACHMENTS),
)


class Renderer:
    """Renders pages in one language, for one session."""

    def __init__(
        self, *, token: str, language: Language, waiting: Callable[[], int] = lambda: 0
    ) -> None:
        """``waiting`` counts the files that wait to be sent."""
        self.language = language
        self._token = token
        self.is_shared = False  # whether colleagues can come in
        self._waiting = waiting
        self._environment = environment(HERE / "templates", t=self.say)
        self._environment.filters |= {
            "excerpt": lambda text, limit: excerpt(text, limit=limit),
            # Personal data in its context is written ``hubungi >0812...< ya``.
            "in_context": lambda text: Markup(
                re.sub(r"&gt;((?:(?!&[lg]t;).)+)&lt;", r"<mark>\1</mark>", str(escape(text)))
            ),
            "marked": _marked,
        }
        self._environment.globals |= {
            "icon": cache(inline_icon),
            "language": language.value,
            "choice_name": self.choice_name,
            "export_address": addresses.export_address,
            "named_choices": self._named_choices,
            "help_of": self._help_of,
            "moment": self._moment,
            "month_words": self._month,
            "moment_there": self._moment_there,
            "person": without_mail,
            "place_in": partial(place_in, language=language),
            "with_marks": with_marks,
            "upload_kinds": UPLOAD_KINDS,
            "statuses": [status.value for status in Status],
        }

    def say(self, name: str, /, **values: object) -> str:
        """Says a sentence; days in it are written in words."""
        for key, value in values.items():
            if isinstance(value, date):
                values[key] = long_date(value, self.language)
        return message(f"editor.{name}", self.language, **values)

    def _month(self, month: str) -> str:
        """Writes ``2026-11`` in words."""
        return long_month(date.fromisoformat(f"{month}-01"), self.language)

    def _moment(self, at: float | datetime) -> str:
        """Writes a day and the time of day, by the clock of this computer."""
        when = at if isinstance(at, datetime) else datetime.fromtimestamp(at)
        return self._moment_there(when.astimezone())

    def _moment_there(self, at: datetime) -> str:
        """Writes a day and the time of day, by the clock that ``at`` was read from."""
        return self.say("moment", day=at.date(), time=f"{at:%H.%M}")

    def choice_name(self, field: str, choice: str) -> str:
        """Names a value of a fixed set as people read it."""
        kind = {"status": "status", "days": "day", "answers": "answers"}.get(field, "choice")
        return self.say(f"{kind}_{choice}")

    def _named_choices(self, field: Field) -> list[tuple[str, str]]:
        """Lists all values of a fixed set with their names."""
        return [(choice, self.choice_name(field.name, choice)) for choice in field.choices]

    def _help_of(self, field: Field, control: str) -> str:
        """Returns what helps to fill in a field; the model's words are for who writes YAML."""
        name = "help_" + re.sub(r"\.(\d+\.)?", "_", control)
        return self.say(name) if name in messages_of("editor") else field.help

    def page(
        self,
        template: str,
        *,
        title: str,
        tab: str = "",
        snapshot: Snapshot | None = None,
        status: HTTPStatus = HTTPStatus.OK,
        has_tabs: bool = True,
        **values: object,
    ) -> Reply:
        """Renders a whole page; without ``snapshot`` its tabs have no counts."""
        office, counts = "", {}
        if snapshot:
            office = snapshot.knowledge.office.short_name if snapshot.knowledge else ""
            counts = {
                "queue": len(snapshot.waiting),
                "more": len(snapshot.problems),
                "sending": self._waiting(),
            }
        shares = self.is_shared and not WORKING_AS.get()
        listed = (*TABS, ("share", addresses.SHARE)) if shares else TABS
        tabs = [(name, address, counts.get(name, 0)) for name, address in listed if has_tabs]
        tab = "more" if tab in dict(MORE) else tab
        shown = {"title": title, "tab": tab, "tabs": tabs, "office": office, "notice": None}
        return Reply(self._html(template, shown | values), status)

    def part(self, template: str, **values: object) -> Reply:
        """Renders a part of a page, for the script to put in place."""
        return Reply(self._html(template, values))

    def _html(self, template: str, values: Mapping[str, object]) -> bytes:
        """Fills a template in; its forms are those of whose request it is."""
        key = form_token(FORM_KEY.get() or self._token)
        whose = {"form_key": KEY_CONTROL.format(TOKEN_CONTROL, key), "guest": WORKING_AS.get()}
        return self._environment.get_template(template).render(**whose, **values).encode("utf-8")

    @cached_property
    def assets(self) -> dict[str, Reply]:
        """Style sheets, script and icon by address."""
        own, icon = HERE / "assets", THEME / "assets" / "icon.svg"
        found = {
            "/aset/situs.css": Reply(style_sheet().encode("utf-8"), kind=STYLE),
            "/aset/penyunting.css": Reply((own / "editor.css").read_bytes(), kind=STYLE),
            "/aset/ikon.svg": Reply(icon.read_bytes(), kind="image/svg+xml"),
        }
        for path in own.glob("*.js"):
            found[f"/aset/{path.name}"] = Reply(path.read_bytes(), kind=SCRIPT)
        return found


def _marked(text: str, doubted: Iterable[str] = ()) -> Markup:
    """Highlights placeholders for personal data in a text, and words that may be some."""
    words = sorted({str(escape(word)) for word in doubted if word}, key=len, reverse=True)
    found = re.compile("|".join([placeholders().pattern, *map(re.escape, words)]))

    def mark(match: re.Match[str]) -> str:
        look = ' class="doubt"' if match[0] in words else ""
        return f"<mark{look}>{match[0]}</mark>"

    return Markup(found.sub(mark, str(escape(text))))


def with_marks(first: str, second: str) -> tuple[Markup, Markup]:
    """Marks in each text the words that the other does not have there."""
    if max(len(first), len(second)) > LONGEST:
        return escape(first), escape(second)
    one, other = (re.findall(r"\s+|[^\s]+", text) for text in (first, second))
    left, right = list[Markup](), list[Markup]()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        for marked, text in ((left, "".join(one[i1:i2])), (right, "".join(other[j1:j2]))):
            is_marked = tag != "equal" and text.strip()
            marked.append(Markup("<mark>{}</mark>").format(text) if is_marked else escape(text))
    return Markup().join(left), Markup().join(right)
