"""Pages of what is found like an entry and is none: direct answers and referrals."""

from functools import partial

from caridulu.knowledge.markdown import excerpt
from caridulu.knowledge.model import DirectAnswer, DirectKind, KnowledgeBase, Referral
from caridulu.site.html.layout import COMPLAINT_MARKS, Head, RenderedPage, Shell
from caridulu.site.pages.entry_page import mistake_url
from caridulu.site.pages.general_pages import GeneralPages, PageMaker
from caridulu.site.urls import entry_path


class DirectPages:
    """Makes these pages, at addresses such as those of entries."""

    def __init__(self, knowledge: KnowledgeBase, shell: Shell, general: GeneralPages) -> None:
        self._knowledge = knowledge
        self._shell = shell
        self._general = general

    def makers(self) -> dict[str, PageMaker]:
        """Lists them by path."""
        answers, referrals = self._knowledge.direct_answers, self._knowledge.referrals
        return {
            **{entry_path(one.id): partial(self._answer, one) for one in answers},
            **{entry_path(one.published_id): partial(self._referral, one) for one in referrals},
        }

    def _answer(self, answer: DirectAnswer) -> RenderedPage:
        path = entry_path(answer.id)
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
        path, office = entry_path(referral.published_id), self._knowledge.office
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
