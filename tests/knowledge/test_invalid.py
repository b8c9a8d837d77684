"""What an editor reads for each broken project; a new case needs no code: broken_projects.py."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.knowledge import LoadResult, Severity, format_text
from caridulu.messages import Language, messages_of
from tests.knowledge.broken_projects import (
    ANCHOR,
    BOMB,
    BROKEN,
    GENERATED,
    GeneratedCase,
    bytes_case,
    folder_cases,
    load_folder_case,
    load_generated_case,
)

Loaded = Callable[[Path | GeneratedCase], LoadResult]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """What loading a case gives; each is loaded once."""
    results: dict[str, LoadResult] = {}

    def of(case: Path | GeneratedCase) -> LoadResult:
        if case.name not in results:
            root = tmp_path_factory.mktemp("kasus") / "proyek"
            load = load_folder_case if isinstance(case, Path) else load_generated_case
            results[case.name] = load(case, root)
        return results[case.name]

    return of


@pytest.mark.parametrize("case", folder_cases(), ids=lambda case: case.name)
def test_broken_project_is_explained(case: Path, loaded: Loaded) -> None:
    result = loaded(case)

    expected = (case / "expected.problems").read_text(encoding="utf-8")
    assert format_text(result.problems) == expected


@pytest.mark.parametrize("case", GENERATED, ids=lambda case: case.name)
def test_file_that_is_no_text_is_explained(case: GeneratedCase, loaded: Loaded) -> None:
    result = loaded(case)

    assert format_text(result.problems) == case.expected
    assert result.knowledge is not None
    assert len(result.knowledge.entries) == 8


def test_alias_bomb_is_refused_without_expanding_it(tmp_path: Path) -> None:
    expected = "".join(f"{BROKEN}:{line}:4: {ANCHOR}\n" for line in range(1, 11))

    result = load_generated_case(bytes_case("bomb", BOMB, ""), tmp_path / "proyek")

    ours = [problem for problem in result.problems if problem.key == "knowledge.anchor"]
    assert format_text(ours) == expected


def test_every_message_is_shown_by_some_case(loaded: Loaded) -> None:
    results = [loaded(case) for case in (*folder_cases(), *GENERATED)]

    problems = [problem for result in results for problem in result.problems]

    shown = {problem.key.removeprefix("knowledge.") for problem in problems}
    assert shown == set(messages_of("knowledge")) - {"notice"}
    assert any(problem.severity is Severity.NOTICE for problem in problems)


@pytest.mark.parametrize("case", folder_cases(), ids=lambda case: case.name)
def test_problem_can_be_read_in_english(case: Path, loaded: Loaded) -> None:
    result = loaded(case)

    for problem in result.problems:
        english = problem.text(Language.EN)
        assert english.startswith(f"{problem.location}: ")
        assert english != problem.text()
        assert not re.search(r"(?<!\{)\{\w+\}", english)


@pytest.mark.parametrize("case", folder_cases(), ids=lambda case: case.name)
def test_notices_do_not_stop_a_build(case: Path, loaded: Loaded) -> None:
    result = loaded(case)

    assert result.ok == all(p.severity is Severity.NOTICE for p in result.problems)
    assert result.knowledge is not None or not result.ok
