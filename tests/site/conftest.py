"""Fixtures of the site's tests: a finished sample site, and node for the JavaScript twins."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from caridulu.site.build import pipeline
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.asset_files import BROWSER
from tests.site.mkdocs_project import CONFIG
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, TODAY


@pytest.fixture(scope="session")
def site() -> Site:
    return SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()


@pytest.fixture(scope="session")
def html(site: Site) -> dict[str, str]:
    """The finished pages by site path."""
    return {page.path: page.html for page in site.pages}


@pytest.fixture
def office(built_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample project with MkDocs' settings, built before; its search costs nothing."""
    (built_project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    monkeypatch.setattr(pipeline, "make_index", lambda *_, **__: FAKE_SEARCH)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 2026-11-25
    return built_project


# Reads lines of a module, an expression and lists of arguments; writes a line of values for each.
CALLS = """
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const [module, expression, cases] = JSON.parse(line);
  const answer = { values: null, problem: null };
  try {
    const twin = await import(module);
    const call = new Function("twin", "given", `return ${expression};`);
    answer.values = cases.map((given) => call(twin, given));
  } catch (problem) {
    answer.problem = problem.stack;
  }
  console.log(JSON.stringify(answer));
}
"""


@pytest.fixture(scope="session")
def in_node(node: str) -> Iterator[Callable[[str, str, list[Any]], list[Any]]]:
    """Calls a function of a browser module with each list of arguments; one process for all."""
    with subprocess.Popen(
        [node, "--input-type=module", "-e", CALLS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # Node only warns that it had to guess the type of a .js file without a package.json.
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        asked, said = process.stdin, process.stdout
        assert asked
        assert said

        def call(module: str, expression: str, cases: list[Any]) -> list[Any]:
            print(
                json.dumps([(BROWSER / module).as_uri(), expression, cases]), file=asked, flush=True
            )
            answer = json.loads(said.readline())
            assert answer["problem"] is None, answer["problem"]
            values: list[Any] = answer["values"]
            return values

        yield call
