"""Named blocks of content pages: ``{{ block.channels-consultation }}`` and the like -> HTML."""

from caridulu.knowledge.model import KnowledgeBase, Purpose
from caridulu.knowledge.site_names import FORGET_BLOCK
from caridulu.site.handover.channels import channel_views
from caridulu.site.handover.handover_message import MessageDraft, Topic
from caridulu.site.html.layout import Shell
from caridulu.site.pages import views
from caridulu.site.urls import HOME

_COMPONENTS = ("requirements", "procedure", "turnaround")


class Blocks:
    """Fills the blocks of one site."""

    def __init__(
        self, knowledge: KnowledgeBase, shell: Shell, categories: views.Categories
    ) -> None:
        self._knowledge = knowledge
        self._shell = shell
        self._categories = categories
        self._services = {service.id: service for service in knowledge.services}
        self._featured = tuple(views.entry_link(one, shell.language) for one in knowledge.featured)

    def html(self, name: str, level: int, *, path: str) -> str | None:
        """Returns a block's HTML on the page at ``path``, headings from ``level``, or None."""
        if name in ("channels-consultation", "channels-complaint"):
            return self._channels(Purpose(name.removeprefix("channels-")), path=path)
        if name == FORGET_BLOCK:
            return '<p id="jejak"></p>'  # a script puts the button there: without, nothing is kept
        if name == "featured":
            return self._fragment("blocks/entries.html", path=path, entries=self._featured)
        if name in ("categories", "topics"):
            return self._fragment(f"blocks/{name}.html", path=path, categories=self._categories())
        return self._service_block(name, level, path=path)

    def _channels(self, purpose: Purpose, *, path: str) -> str:
        """Lists the channels for a purpose, with a message about it."""
        draft = MessageDraft(Topic(purpose), language=self._shell.language)
        return self._fragment(
            "blocks/channels.html",
            path=path,
            channels=channel_views(self._knowledge.office, purpose, draft),
            purpose=purpose,
        )

    def _service_block(self, name: str, level: int, *, path: str) -> str | None:
        kind, _, service_id = name.partition("-")
        service = self._services.get(service_id)
        if service is None:
            return None
        if kind in _COMPONENTS:
            groups = getattr(service.components, kind)
            return self._fragment("blocks/groups.html", path=path, groups=groups, level=level)
        if kind != "service":
            return None
        if path == HOME:  # the key facts; elsewhere the whole standard
            facts = views.tiles(service, self._knowledge.office)
            return self._fragment("blocks/tiles.html", path=path, tiles=facts)
        sections = views.service_sections(service, self._knowledge.office)
        return self._fragment("blocks/sections.html", path=path, sections=sections, level=level)

    def _fragment(self, template: str, *, path: str, **values: object) -> str:
        return self._shell.fragment(template, path=path, **values).strip()
