"""What axe-core finds wrong on a page that it was given to."""

from typing import Any

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """rules => axe.run(document, {
  runOnly: rules, resultTypes: ["violations", "incomplete"],
}).then(({violations, incomplete}) =>
  [...violations, ...incomplete.filter(({id}) => id === "color-contrast")].flatMap(({id, nodes}) =>
    nodes.map(({target, any}) => `${id}: ${target} ${any[0]?.message ?? ""}`)))"""


# What has slid out of sight has no colours for axe.
UNROLLED = "document.querySelectorAll('.choices').forEach((row) => (row.style.flexWrap = 'wrap'))"


def faults_by_scheme(page: Any) -> dict[str, list[str]]:
    """Gives what axe-core finds in light and in dark colours, which change at once."""
    page.evaluate(UNROLLED)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = page.evaluate(RUN_AXE, RULES)
    return found
