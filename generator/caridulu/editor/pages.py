"""What all pages of the editor have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path

from caridulu.curation.writing import Content
from caridulu.editor.notice import Notice, notice_of
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.problem_sentences import sentences
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.journal.action import Kind
from caridulu.knowledge import Problem
from caridulu.site.serve.local_server import Reply, Request


class StoppedError(Exception):
    """A button cannot do what it says; ``said`` are the sentences that tell why."""

    def __init__(self, *said: str) -> None:
        super().__init__(*said)
        self.said = said


class PageParts:
    """Holds what pages are made with.

    Args:
        workspace: the project that is edited.
        saver: writes its files, and knows the journal.
        renderer: makes the pages.
    """

    def __init__(self, workspace: Workspace, saver: Saver, renderer: Renderer) -> None:
        self._workspace = workspace
        self._saver = saver
        self._renderer = renderer
        self._say = renderer.say

    def _sentences(self, problems: Iterable[Problem]) -> list[str]:
        """Says problems in the words of forms, each once."""
        return sentences(problems, self._renderer.language)

    def _change(self, texts: Mapping[Path, Content], kind: Kind) -> None:
        """Writes several files at once, unless that makes problems."""
        if problems := self._saver.change(texts, kind):
            raise StoppedError(*self._sentences(problems))

    def _notice(self, request: Request) -> Notice | None:
        """What the page before this one did."""
        return notice_of(request, self._saver.journal, self._renderer)


class Pages(PageParts, ABC):
    """Answers requests about pages that belong together."""

    @abstractmethod
    def knows(self, path: str) -> bool:
        """Tells whether an address is one of these pages."""

    @abstractmethod
    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Shows a page, or does what a pressed button says."""

    def close(self) -> None:
        """Ends what runs beside the pages."""
