"""Fixtures of the site's tests: a finished sample site, and node for the JavaScript twins."""

import json
import subprocess
from collections.abc import Callable
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


@pytest.fixture(scope="session")
def in_node(node: str) -> Callable[[str, str, list[Any]], list[Any]]:
    """Calls a function of a browser module with each list of arguments, in one node process."""

    def call(module: str, expression: str, cases: list[Any]) -> list[Any]:
        script = (
            'import { readFileSync } from "node:fs";'
            f"const twin = await import({json.dumps((BROWSER / module).as_uri())});"
            'const cases = JSON.parse(readFileSync(0, "utf-8"));'
            f"const call = (given) => {expression};"
            "process.stdout.write(JSON.stringify(cases.map(call)));"
        )
        done = subprocess.run(
            [node, "--input-type=module", "-e", script],
            input=json.dumps(cases),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        # Node only warns that it had to guess the type of a .js file without a package.json.
        assert done.returncode == 0, done.stderr
        answer: list[Any] = json.loads(done.stdout)
        return answer

    return call
