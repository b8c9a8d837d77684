"""Links of a whole project: those that lead nowhere, and names that should be links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caridulu.knowledge.model import Components, Referral, ServiceStandard, Status
from caridulu.knowledge.problem import Problem
from caridulu.knowledge.rules.facts import Facts
from caridulu.knowledge.rules.links import LinkTargets, text_problems
from caridulu.knowledge.rules.mentions import Mentions
from caridulu.knowledge.rules.relations import PlacedEntry
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import YamlFile


@dataclass(frozen=True)
class ProjectLinks:
    """What links of a project are checked against."""

    facts: Facts
    targets: LinkTargets
    mentions: Mentions

    def of_entry(self, placed: PlacedEntry) -> Iterator[Problem]:
        """Checks an entry's answer in both languages; its English text names without linking."""
        entry, file = placed.entry, placed.file
        public = entry.status is Status.PUBLISHED
        texts: list[tuple[str, Loc]] = [(entry.answer, ("answer",))]
        texts += [(entry.en.answer, ("en", "answer"))] if entry.en else []
        for text, loc in texts:
            yield from text_problems(text, loc, file, self.facts, self.targets, public=public)
        if entry.status is not Status.ARCHIVED:
            yield from self.mentions.in_value(file, "answer", own=f"entri:{entry.id}")

    def of_service(self, service: ServiceStandard, file: YamlFile) -> Iterator[Problem]:
        """Checks the items of a service standard."""
        for name in Components.model_fields:
            for i, group in enumerate(getattr(service.components, name)):
                for n, item in enumerate(group.items):
                    loc = ("components", name, i, "items", n)
                    yield from text_problems(item, loc, file, self.facts, self.targets, public=True)

    def of_referrals(self, referrals: Iterable[Referral], file: YamlFile) -> Iterator[Problem]:
        """Checks what referrals say; the links beside it are links to what it names, too."""
        for i, referral in enumerate(referrals):
            loc = ("referrals", i, "guidance")
            text = referral.guidance
            yield from text_problems(text, loc, file, self.facts, self.targets, public=True)
            own = f"entri:{referral.published_id}"
            beside = [link.url for link in referral.links]
            yield from self.mentions.in_value(file, *loc, own=own, beside=beside)
