"""What the buttons of the page do: the same as ``caridulu deploy``, with words for forms."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caridulu.curation.progress import Progress
from caridulu.editor.fields.form_fields import office_row_fields
from caridulu.editor.fields.remarks import editor_words, with_labels
from caridulu.editor.http.auth import LOOPBACK
from caridulu.editor.jobs import Run, RunState, Tell
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import Problem
from caridulu.knowledge.model import Target
from caridulu.publishing import summaries
from caridulu.publishing.deployment import WayBack
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.publish import Publisher
from caridulu.publishing.records import Files
from caridulu.publishing.targets import try_target
from caridulu.site.build.pipeline import BuildError
from caridulu.site.serve.preview_server import PreviewServer
from caridulu.site.serve.shown_site import BuiltSite
from caridulu.site.urls import Addresses

IN_FILE = re.compile(r" (?:di|in|of) content/office\.yml")  # a form has its fields beside it


class Work(StrEnum):
    TRY = "try"
    PREPARE = "prepare"
    PUBLISH = "publish"
    LOOK = "look"
    BACK = "back"


@dataclass(frozen=True)
class WorkResult:
    said: tuple[str, ...]  # sentences for the officer
    is_done: bool = True  # whether it did what was wanted
    reason: str = ""  # the name of the failure, where a button can help
    problems: tuple[Problem, ...] = ()  # what keeps the site from being built
    way_back: WayBack | None = None  # what going back would do


Act = Callable[[Tell], WorkResult]


@dataclass(frozen=True)
class Assignment:
    """What work is for, and the project as the work has seen it."""

    work: Work
    target: Target | None
    snapshot: Snapshot


@dataclass(frozen=True)
class SiteJob:
    """A piece of work at one moment."""

    run: Run[WorkResult]

    @property
    def about(self) -> Assignment:
        about: Assignment = self.run.about
        return about

    @property
    def target(self) -> Target | None:
        return self.about.target

    @property
    def outcome(self) -> WorkResult | None:
        """How it ended; None while it goes on."""
        if self.run.state is RunState.RUNNING:
            return None
        return self.run.result or WorkResult((self.run.told,), is_done=False)


@dataclass(frozen=True)
class Prepared:
    """A built site, with the sources and the day of which it was built."""

    files: dict[str, bytes]
    sources: Files
    day: dt.date


class SiteWork:
    """Builds, previews and sends the site of one project; keeps the one that was built last."""

    def __init__(self, workspace: Workspace, renderer: Renderer) -> None:
        self._workspace = workspace
        self._renderer = renderer
        self._prepared: Prepared | None = None
        self._shown = BuiltSite()
        self._server: PreviewServer | None = None

    @property
    def preview_address(self) -> str:
        """Where the site that was built last can be seen; empty while there is none."""
        return self._server.address if self._server else ""

    def close(self) -> None:
        if self._server:
            self._server.end()
            self._server = None

    def prepare(self, target: Target | None, tell: Tell) -> WorkResult:
        """Builds the site, shows it, and says what publishing it would do."""
        say, files = self._renderer.say, self._built(tell).files
        if target is None:
            return WorkResult((say("publish_prepared"),))
        tell(say("publish_looking"))
        with self._publisher().deployment(target) as deployment:
            planned = deployment.planned(files)
        plan = summaries.plan_summary(planned, files, target, self._renderer.language)
        return WorkResult((say("publish_prepared"), plan))

    def publish(self, target: Target, tell: Tell, *, take_over: bool = False) -> WorkResult:
        """Checks, builds and sends the site; one that was built from the same sources is sent."""
        site = self._built(tell)
        done = self._publisher().send(
            site.files,
            target,
            take_over=take_over,
            sources=site.sources,
            on_progress=self._on_progress(tell),
        )
        return WorkResult(summaries.sent_summary(done, target, self._renderer.language))

    def look_back(self, target: Target, _: Tell) -> WorkResult:
        with self._publisher().deployment(target) as deployment:
            return WorkResult((), way_back=deployment.planned_back())

    def go_back(self, target: Target, tell: Tell) -> WorkResult:
        """Makes the version before public again."""
        done = self._publisher().back(target, on_progress=self._on_progress(tell))
        return WorkResult((summaries.restored_summary(done, target, self._renderer.language),))

    def try_out(self, target: Target, _: Tell) -> WorkResult:
        """Writes to a target, reads from it, and leaves it as it was."""
        contents = try_target(target, self._workspace.root)
        return WorkResult(summaries.target_summary(contents, target, self._renderer.language))

    def in_form_words(self, error: PublishingError) -> str:
        """Says why something failed to who sees buttons, not commands."""
        language = self._renderer.language
        if own := editor_words("publish_form", error.key, language, **error.values):
            return own
        said = IN_FILE.sub("", error.sentence(language))
        return with_labels(said, office_row_fields("deploy"))

    def _publisher(self) -> Publisher:
        return Publisher(self._workspace.root, today=self._workspace.today())

    def _built(self, tell: Tell) -> Prepared:
        """Returns the site as the project is now, built anew only if that has changed."""
        publisher = self._publisher()
        sources, last = publisher.sources(), self._prepared
        if last and last.sources == sources and last.day == publisher.today:
            return last
        tell(self._renderer.say("publish_building"))
        made = Prepared(publisher.finished_site(), sources, publisher.today)
        self._prepared = made
        self._show(made.files)
        return made

    def _show(self, files: Mapping[str, bytes]) -> None:
        knowledge = self._workspace.snapshot().knowledge
        self._shown.show(files, base=Addresses.of(knowledge).base_path if knowledge else "/")
        if self._server is None:
            self._server = PreviewServer(self._shown, host=LOOPBACK, port=0)
            self._server.begin()

    def _on_progress(self, tell: Tell) -> Progress:
        language = self._renderer.language
        return lambda done, total: tell(summaries.progress_line(done, total, language), done, total)

    def outcome(self, act: Act, tell: Tell) -> WorkResult:
        """Does one of these works; what stands in the way is an outcome, too."""
        try:
            return act(tell)
        except BuildError as error:
            said = self._renderer.say("publish_problems", count=len(error.found))
            return WorkResult((said,), is_done=False, problems=error.found)
        except PublishingError as error:
            return WorkResult((self.in_form_words(error),), is_done=False, reason=error.key)
