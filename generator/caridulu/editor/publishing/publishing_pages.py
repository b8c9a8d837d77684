"""The page that publishes the site, goes back to the version before, and leads to the targets."""

from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus

from caridulu.editor.addresses import PUBLISHING
from caridulu.editor.files.file_kinds import OPTIONAL, address_of, kind_of, name_of
from caridulu.editor.forms.problem_pages import problem_rows
from caridulu.editor.jobs import Job, Tell
from caridulu.editor.pages import Pages, pressed, unknown_button
from caridulu.editor.publishing.site_work import (
    Act,
    Assignment,
    SiteJob,
    SiteWork,
    Work,
    WorkResult,
)
from caridulu.editor.publishing.target_page import TARGETS, TargetPage
from caridulu.editor.publishing.unpublished import unpublished
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.working_as import WORKING_AS
from caridulu.knowledge.model import Target, TargetKind
from caridulu.publishing import published_sources
from caridulu.publishing.deployment import WayBack
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

BACK = f"{PUBLISHING}/kembali"
PREPARE, PUBLISH, TAKE_OVER = "siapkan", "terbitkan", "terbitkan-ganti"
LOOK, GO_BACK = "lihat-kembali", "kembali"
MOST = 30  # names of files on the page
OVER = ("foreign_files", "unknown_answers")  # what may be taken over, if the officer says so


class PublishingPages(Pages):
    """Answers requests about publishing; what takes long goes on in the background."""

    tab, places, folders = "publishing", (PUBLISHING, BACK), (TARGETS,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._work = SiteWork(self._workspace, renderer)
        self._job: Job[WorkResult] = Job(renderer.say, broken="publish_broken")
        self._targets = TargetPage(saver, renderer, self._work)
        self._fingerprints = published_sources.SourceFingerprints(self._workspace.root)

    def close(self) -> None:
        self._work.close()

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        is_target = request.path.startswith(TARGETS)
        if WORKING_AS.get() and (is_target or request.is_post):
            # A folder may lie anywhere on the computer that runs the editor, and so may secrets.
            raise Refusal(HTTPStatus.FORBIDDEN, "publishing_elsewhere")
        if is_target:
            if request.is_post:
                return self._targets.save(snapshot, request, self._try)
            return self._form(snapshot, request)
        if request.is_post:
            return self._begin(snapshot, request)
        if request.path == BACK:
            return self._back_page(snapshot)
        return self._show(snapshot, request)

    def _begin(self, snapshot: Snapshot, request: Request) -> Reply:
        action, name = pressed(request)
        name = name or request.first("tujuan")
        targets = snapshot.targets
        target = next((one for one in targets if one.id == name), None)
        if action == PREPARE:
            target = target or next(iter(targets), None)
            self._start(Work.PREPARE, target, partial(self._work.prepare, target))
            return see_other(PUBLISHING)
        works: dict[str, tuple[Work, Callable[[Target, Tell], WorkResult]]] = {
            PUBLISH: (Work.PUBLISH, self._work.publish),
            TAKE_OVER: (Work.PUBLISH, partial(self._work.publish, take_over=True)),
            LOOK: (Work.LOOK, self._work.look_back),
            GO_BACK: (Work.BACK, self._work.go_back),
        }
        if target is None or action not in works:
            raise unknown_button()
        work, act = works[action]
        self._start(work, target, partial(act, target))
        return see_other(BACK if action == LOOK else PUBLISHING)

    def _start(self, work: Work, target: Target | None, act: Act) -> None:
        """Begins unless something else is going on: the page then shows that."""
        about = Assignment(work, target, self._workspace.snapshot())
        said = self._say(f"publish_work_{work.value}")
        self._job.start(partial(self._work.outcome, act), told=said, about=about)

    def _last(self) -> SiteJob | None:
        """Returns what is being done, or was done last."""
        run = self._job.run
        return SiteJob(run) if run else None

    def _show(self, snapshot: Snapshot, request: Request) -> Reply:
        targets, job = snapshot.targets, self._shown_job(snapshot)
        office = snapshot.knowledge.office if snapshot.knowledge else None
        states = [unpublished(snapshot, one, self._fingerprints) for one in targets]
        changed = {
            one.target.id: [self._named(snapshot, path) for path in one.paths[:MOST]]
            for one in states
        }
        outcome = job.outcome if job else None
        problems = outcome.problems if outcome and outcome.problems else snapshot.problems
        return self._page(
            "publishing.html",
            snapshot,
            self._say("title_publishing"),
            request=request,
            job=job,
            states=states,
            changed=changed,
            most=MOST,
            chosen=self._chosen(targets),
            site_url=office.site_url if office and any(one.published for one in states) else "",
            problems=problem_rows(snapshot, self._renderer, problems),
            preview=self._work.preview_address,
            may_take_over=bool(outcome and outcome.reason in OVER),
            kinds=[kind.value for kind in TargetKind],
        )

    def _chosen(self, targets: Sequence[Target]) -> str:
        """Returns the code of the target that was worked with last, or of the first one."""
        job, codes = self._last(), [one.id for one in targets]
        last = job.target.id if job and job.target else ""
        return last if last in codes else next(iter(codes), "")

    def _shown_job(self, snapshot: Snapshot) -> SiteJob | None:
        """Returns the last job, unless another page shows its end or the project has changed."""
        job = self._last()
        ended = job.outcome if job else None
        if job is None or ended is None:
            return job
        work = job.about.work
        about_content = ended.is_done or ended.problems or work is Work.PREPARE
        is_old = about_content and snapshot is not job.about.snapshot
        return None if is_old or work in (Work.TRY, Work.LOOK) else job

    def _named(self, snapshot: Snapshot, path: str) -> tuple[str, str]:
        """Finds the address of a file's form, and the name that people know the file by."""
        has_form = (snapshot.root / path).is_file() or kind_of(path) in OPTIONAL
        return address_of(path) if has_form else "", name_of(snapshot, path, self._say)

    def _back_page(self, snapshot: Snapshot) -> Reply:
        """Shows what going back would change, before it does."""
        job = self._last()
        if job is None or job.target is None or job.about.work is not Work.LOOK:
            return see_other(PUBLISHING)  # nobody has asked, or something else is being done
        way = job.outcome.way_back if job.outcome else None
        files = _differing(snapshot, job.target, way) if way else None
        return self._page(
            "publishing_back.html",
            snapshot,
            self._say("publish_back"),
            job=job,
            target=job.target,
            way=way,
            files=[self._named(snapshot, path) for path in files[:MOST]] if files else files,
            left=max(0, len(files or ()) - MOST),
        )

    def _form(self, snapshot: Snapshot, request: Request) -> Reply:
        form = self._targets.form_at(snapshot, request)
        job, name = self._last(), request.path.removeprefix(TARGETS)
        is_own = job and job.about.work is Work.TRY and job.target and job.target.id == name
        return self._targets.show(snapshot, form, request, job=job if is_own else None)

    def _try(self, target: Target) -> None:
        self._start(Work.TRY, target, partial(self._work.try_out, target))


def _differing(snapshot: Snapshot, target: Target, way: WayBack) -> tuple[str, ...] | None:
    """Lists files that differ between the two versions; None if not both are known."""
    versions = published_sources.versions_of(snapshot.root, target)
    known = {one.at: one.sources for one in versions}
    now = known.get(way.now.published) if way.now else None
    before = known.get(way.version.published)
    return published_sources.changed_sources(before, now) if now and before else None
