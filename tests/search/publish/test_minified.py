"""Scripts for the browser, with the minifier and where it is not installed."""

import subprocess
from pathlib import Path

import pytest

from caridulu.search.publish import minified

SCRIPT = """// Counts.
const step = 2;
function twice(number) {
  const doubled = number * step;
  return doubled;
}"""


def test_only_exported_names_stay() -> None:
    small = minified.small_module(SCRIPT, ["twice"])
    assert "twice" in small
    assert not [word for word in ("Counts", "step", "doubled", "number") if word in small]


@pytest.mark.parametrize("installed", [True, False])
def test_a_script_does_the_same_without_the_minifier(
    node: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    if not installed:
        monkeypatch.setattr(minified, "minify", None)
    script = tmp_path / "module.mjs"
    script.write_text(minified.small_module(SCRIPT, ["twice"]) + "console.log(twice(21));", "utf-8")
    ran = subprocess.run([node, script], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "42\n"


def test_what_exports_nothing_runs_at_once(node: str) -> None:
    script = minified.small_module(f"{SCRIPT}\nconsole.log(twice(21));", [])
    ran = subprocess.run([node, "-e", script], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "42\n"
