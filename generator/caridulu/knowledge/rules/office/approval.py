"""Whether the office stands behind the site: who said so and when, or that it has not yet."""

from collections.abc import Iterator

from caridulu.knowledge.model import Office
from caridulu.knowledge.problem import Problem, finding, notice
from caridulu.knowledge.yaml.nodes import YamlFile


def approval_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Notices that a site is on trial; an approval must say by whom and on which day."""
    if office.approval.is_trial:
        yield notice(file.key("approval"), "knowledge.on_trial")
        return
    for name in ("by", "on"):
        if not getattr(office.approval, name):
            place = file.key("approval", name)
            place = place if file.find("approval", name) else file.key("approval", "status")
            yield finding(place, f"knowledge.approved_without_{name}")
