"""Knowledge base -> its pages by path, each rendered when it is asked for."""

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from functools import partial

from caridulu.knowledge.complaint_topics import complaint_topics
from caridulu.knowledge.date_line import date_line
from caridulu.knowledge.markdown import excerpt
from caridulu.knowledge.model import (
    DirectAnswer,
    DirectKind,
    Entry,
    KnowledgeBase,
    Referral,
    ServiceStandard,
)
from caridulu.knowledge.site_names import CONTACT_PAGE, HOME_PAGE
from caridulu.messages import message
from caridulu.site import urls
from caridulu.site.handover.channels import ask_url, mistake_url, newer_url
from caridulu.site.html.layout import COMPLAINT_MARKS, Head, RenderedPage, Shell
from caridulu.site.pages import schema_org, views
from caridulu.site.pages.general_pages import GeneralPages, PageMaker, contact_page
from caridulu.site.pages.origin import origin_sentence
from caridulu.site.pages.related import neighbours
from caridulu.site.pages.service_ways import service_ways


class SitePages:
    """Renders the pages of one knowledge base; ``shell`` is that of the Indonesian ones.

    ``today`` decides which entries are past their review date; ``related`` gives near entries by
    entry.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        shell: Shell,
        today: dt.date,
        related: Mapping[str, Sequence[str]],
    ) -> None:
        self._knowledge = knowledge
        self._shell = shell
        self._today = today
        self._categories = functools.cache(lambda: views.category_views(knowledge))
        self._general = GeneralPages(knowledge, shell, self._categories)
        self._days: dict[str, list[dt.date]] = {}  # of entries, by category
        for entry in knowledge.published:
            if day := self._day(entry):
                self._days.setdefault(entry.category, []).append(day)
        self._names = {category.id: category.name for category in knowledge.categories}
        self._related_to = related
        self._complaints = complaint_topics(knowledge)
        self._entries = {entry.id: entry for entry in knowledge.published}

    def page_makers(self, english: Shell) -> dict[str, PageMaker]:
        """Lists the pages by path, the few English ones too, each as a function that renders it."""
        knowledge = self._knowledge
        written = {page.id: page for page in knowledge.pages}
        written.setdefault(CONTACT_PAGE, contact_page(self._shell))
        home = written.pop(HOME_PAGE, None)
        pages = {**self._general.indonesian(home)}
        for category in {entry.category for entry in knowledge.published}:
            pages[urls.category_path(category)] = partial(self._category, category)
        for entry in knowledge.published:
            pages[urls.entry_path(entry.id)] = partial(self._entry, entry)
        for answer in knowledge.direct_answers:
            pages[urls.entry_path(answer.id)] = partial(self._direct_answer, answer)
        for referral in knowledge.referrals:
            pages[urls.entry_path(referral.published_id)] = partial(self._referral, referral)
        for service in knowledge.services:
            pages[urls.service_path(service.id)] = partial(self._service, service)
        for page in written.values():
            path = urls.page_path(page.id)
            pages[path] = partial(self._general.content, page, path=path)
        return {**pages, **GeneralPages(knowledge, english, self._categories).english()}

    def _category(self, category: str) -> RenderedPage:
        view = next(view for view in self._categories() if view.category.id == category)
        steps = [
            (message("site.home"), urls.HOME),
            (message("site.categories_short"), urls.CATEGORIES),
        ]
        return self._shell.page(
            "category.html",
            Head(
                path=view.path,
                title=view.category.name,
                description=excerpt(view.category.description),
                lastmod=max(self._days.get(category, ()), default=None),
                data=schema_org.crumbs_data(steps, self._shell.whole_url_from(view.path)),
                category=category,
                marks=COMPLAINT_MARKS if category in self._complaints.categories else {},
            ),
            view=view,
            complaint=self._complaint_channels(category, view.path),
        )

    def _entry(self, entry: Entry) -> RenderedPage:
        path, office = urls.entry_path(entry.id), self._knowledge.office
        steps = self._steps(entry.category)
        near = neighbours(entry, self._related_to.get(entry.id, ()), self._entries)
        return self._shell.page(
            "entry.html",
            Head(
                path=path,
                title=entry.question,
                description=excerpt(entry.answer),
                lastmod=self._day(entry),
                answered=True,
                data=schema_org.crumbs_data(steps, self._shell.whole_url_from(path)),
                category=entry.category,
                marks=COMPLAINT_MARKS if entry.category in self._complaints.categories else {},
            ),
            answer=self._general.html(entry.answer, path=path),
            english=self._general.translation(entry.en, path=path),
            steps=steps,
            near=[(other.question, urls.entry_path(other.id)) for other in near],
            complaint=self._complaint_channels(entry.category, path),
            entry=entry,
            is_past_review=self._is_past(entry.review_by),
            next_release=None if self._is_past(entry.next_release) else entry.next_release,
            newer_url=partial(newer_url, office, entry.question, path),
            mistake_url=mistake_url(office, entry.id, entry.question),
            ask_url=ask_url(office, entry),
            origin=self._origin(entry),
        )

    def _direct_answer(self, answer: DirectAnswer) -> RenderedPage:
        path = urls.entry_path(answer.id)
        complains = answer.kind is DirectKind.COMPLAINT
        return self._shell.page(
            "direct.html",
            Head(
                path=path,
                title=answer.question,
                description=excerpt(answer.answer),
                answered=True,
                marks=COMPLAINT_MARKS if complains else {},
            ),
            complaint=self._general.complaint_channels(path) if complains else "",
            body=self._general.html(answer.answer, path=path),
            english=self._general.translation(answer.en, path=path),
            sources=answer.sources,
            mistake_url=mistake_url(self._knowledge.office, answer.id, answer.question),
        )

    def _referral(self, referral: Referral) -> RenderedPage:
        path, office = urls.entry_path(referral.published_id), self._knowledge.office
        lead = self._shell.say(
            "referral_lead", office=office.name, institution=referral.institution
        )
        return self._shell.page(
            "referral.html",
            Head(
                path=path,
                title=referral.matter,
                description=excerpt(f"{lead} {referral.guidance}"),
            ),
            referral=referral,
            body=self._general.html(referral.guidance, path=path),
            mistake_url=mistake_url(office, referral.published_id, referral.matter),
        )

    def _service(self, service: ServiceStandard) -> RenderedPage:
        ways, office = service_ways(service), self._knowledge.office
        sections = views.service_sections(service, office)
        tiles = views.tiles(service, office)
        if ways:  # each tells its own time and fee
            hours = views.hours_tile(office)
            tiles = (hours,) if hours else ()
        return self._shell.page(
            "service.html",
            Head(
                path=urls.service_path(service.id),
                title=service.name,
                description=excerpt(service.summary),
                style="service",
                answered=True,
                lastmod=self._day(service),
                data=schema_org.service_data(service, office),
            ),
            service=service,
            is_past_review=self._is_past(service.review_by),
            newer_url=partial(newer_url, office, service.name, urls.service_path(service.id)),
            tiles=tiles,
            ways=ways,
            complaints=next((one for one in sections if one.name == "complaints"), None),
            sections=sections,
            missing=views.missing_components(service),
            origin=self._origin(service),
        )

    def _origin(self, shared: Entry | ServiceStandard) -> str:
        return origin_sentence(shared, self._knowledge.packages, self._knowledge.office)

    def _complaint_channels(self, category: str, path: str) -> str:
        """Writes the way to complain, on the pages of a category that is about complaints."""
        is_complaint = category in self._complaints.categories
        return self._general.complaint_channels(path) if is_complaint else ""

    def _steps(self, category: str) -> list[tuple[str, str]]:
        """Lists the breadcrumbs to the entries of a category: titles and site paths."""
        name = self._names.get(category, category)
        topics = (message("site.categories_short"), urls.CATEGORIES)
        return [topics, (name, urls.category_path(category))]

    def _day(self, dated: Entry | ServiceStandard) -> dt.date | None:
        line = date_line(dated, self._knowledge.office.approval)
        return line.day if line else None

    def _is_past(self, day: dt.date | None) -> bool:
        return day is not None and day < self._today
