"""The page of an entry or service whose package has changed: both texts, to choose from."""

from collections.abc import Iterable, Iterator, Sequence
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.overrides import PACKAGE, decided_text, values_of_text
from caridulu.curation.writing import Content
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.addresses import QUEUE, SERVICE_ADDRESS
from caridulu.editor.fields.form_fields import ENTRY, SERVICE, Field, Widget
from caridulu.editor.fields.form_values import of_tree
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.paths import text_of, version, version_on_disk
from caridulu.editor.forms.form_view import Difference, readable
from caridulu.editor.pages import PageParts, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.queue.queue_parts import entry_at, form_address, queue_address, queue_place
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry, ServiceStandard, parse_yaml
from caridulu.knowledge.yaml.nodes import Node, PairsNode
from caridulu.packages.making import LEFT_OUT
from caridulu.packages.service_part import may_be_shared
from caridulu.site.serve.local_server import Refusal, Reply, Request

DECIDE, KEEP = "putuskan-paket", "jadikan-milik-kantor"
ACTIONS = (DECIDE, KEEP)
TAKEN = "ambil"  # the ticked keys
DATED = ("reviewed", "review_by")  # say when the office has read what then is another answer
NO_CHOICE = (*LEFT_OUT, "more_aliases")  # what an office says beside a package, not instead of it
SERVICES = f"{QUEUE}{SERVICE_ADDRESS}"
Shared = Entry | ServiceStandard


class PackagePage(PageParts):
    """Answers requests about an entry or service whose package has changed."""

    tab = "queue"

    def show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Shows every key that the office says otherwise, with the package's text."""
        shared = shared_at(snapshot, request)
        path = snapshot.root / shared.own_path
        file = EditableFile.read(_kind(shared), path, root=snapshot.root)
        return self._page(
            "package_file.html",
            snapshot,
            shared.question if isinstance(shared, Entry) else shared.name,
            request=request,
            stopped=stopped,
            address=queue_address(shared),
            form=form_address(shared),
            is_service=isinstance(shared, ServiceStandard),
            version=version_on_disk(snapshot.root, path),
            withdrawn=not file.is_packaged,
            differences=_differences(file),
            kept=shared.package.kept if shared.package else (),
            turn=queue_place(snapshot, shared),
        )

    def decide(self, _: Snapshot, request: Request) -> Reply:
        """Does what a pressed button says, unless the file has changed since it was shown."""
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            now = shared_at(snapshot, request)
            path = snapshot.root / now.own_path
            own = text_of(snapshot.root, path)
            if not now.is_behind or own is None or version(own) != request.first("_versi"):
                raise StoppedError(self._say("package_conflict"), status=HTTPStatus.CONFLICT)
            below = EditableFile.read(_kind(now), path, root=snapshot.root).below
            text = _decided_text(request, now, own, below)
            target = path
            if isinstance(now, Entry):
                values = {**values_of_text(below or ""), **values_of_text(text or "")}
                target = snapshot.root / "kb" / str(values["category"]) / path.name
            texts: dict[Path, Content] = {path: None, target: text}
            action = self._change(texts, ActionKind.PACKAGE_READ)
            return see_done(form_address(now), "package_decided", action)


def _decided_text(request: Request, shared: Shared, own: str, below: str | None) -> str | None:
    """Does in the office's file what a pressed button says; ``below`` is the package's file."""
    button = pressed(request).action
    if button == KEEP and not below:
        return changed_yaml(own, lambda tree: tree[PACKAGE].pop("sha256"))
    if button == DECIDE and below:
        return decided_text(own, below, taken=_taken(request, shared))
    raise unknown_button()


def _kind(shared: Shared) -> str:
    return ENTRY if isinstance(shared, Entry) else SERVICE


def shared_at(snapshot: Snapshot, request: Request) -> Shared:
    """Finds the entry or service about whose page in the queue a request is."""
    if not request.path.startswith(SERVICES):
        return entry_at(snapshot, request)
    name = request.path.removeprefix(SERVICES)
    if name not in snapshot.services:
        raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
    return snapshot.services[name]


def _taken(request: Request, shared: Shared) -> set[str]:
    taken = set(request.form.get(TAKEN, ())) - {PACKAGE}
    is_read = any(key.partition(".")[0] in shared.shown for key in taken)
    return taken | set(DATED) if is_read else taken


def _differences(file: EditableFile) -> tuple[Difference, ...]:
    lower = parse_yaml(file.below, path=file.name).file if file.below else None
    if lower is None:
        return ()
    return tuple(
        one
        for one in _between(file.fields, lower.root, file.tree)
        if (may_be_shared(one.name) if file.kind == SERVICE else one.name not in NO_CHOICE)
    )


def _between(
    fields: Iterable[Field], theirs: PairsNode, mine: PairsNode | None, before: str = ""
) -> Iterator[Difference]:
    """Compares two readings key by key, also within pairs that both have."""
    values = of_tree(fields, theirs), of_tree(fields, mine)
    for one in fields:
        inner = _node(theirs, one.name), _node(mine, one.name)
        key_path = f"{before}{one.name}"
        if one.widget is Widget.GROUP and all(isinstance(node, PairsNode) for node in inner):
            yield from _between(one.fields, *inner, f"{key_path}.")  # type: ignore[arg-type]
        elif values[0][one.name] != values[1][one.name]:
            said = [readable(reading[one.name], one) for reading in values]
            yield Difference(one.title, theirs=said[0], mine=said[1], name=key_path)


def _node(pairs: PairsNode | None, key: str) -> Node | None:
    found = pairs.get(key) if pairs else None
    return found[1] if found else None
