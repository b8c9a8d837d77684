"""A problem stands at the character that an editor typed, whatever the style of the YAML value."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.knowledge import load, parse_yaml
from caridulu.knowledge.located_text import text_of_value
from caridulu.knowledge.yaml.nodes import TextNode

FOUND = "entri:tidak-ada"  # typed once in each of the texts, and leads nowhere
STYLES = {
    "plain": "answer: Lihat {{ office.name }} [itu](entri:tidak-ada).\n",
    "plain on several lines": "answer: Lihat\n  {{ office.name }}\n\n   [itu](entri:tidak-ada).\n",
    "single quotes": "answer: 'Mau''an ''{{ channel.wa }}'' [itu](entri:tidak-ada).'\n",
    "double quotes": 'answer: "\\"Lihat\\"\\n\\x41\\u00e9\\t\\_ [itu](entri:tidak-ada)."\n',
    "double quotes on several lines": 'answer: "Lihat \\\n   \\ \\n\n  [itu](entri:tidak-ada)."\n',
    "literal": "answer: |  # catatan\n\n  Lihat\n\n  - > [itu](entri:tidak-ada)\n",
    "literal with indentation": "answer: |2-\n   Lihat\n   [itu](entri:tidak-ada)\n",
    "folded": "answer: >\n  Lihat\n  {{ office.name }} *atau*\n\n\n  [itu](entri:tidak-ada)\n",
    "in braces": "{question: Apa, answer: 'x [itu](entri:tidak-ada)', category: konsultasi}\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_link_is_located_in_every_style_of_yaml(
    style: str, project: Path, today: dt.date
) -> None:
    text = STYLES[style]
    text = text if text[0] == "{" else f"question: Apa?\ncategory: konsultasi\n{text}"

    result = load(project, today=today, changes={"kb/konsultasi/apa.yml": text})

    before = text[: text.index(FOUND)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert [str(problem.location) for problem in result.problems] == [
        f"kb/konsultasi/apa.yml:{line}:{column}"
    ]


@given(st.text(alphabet="ab'\"\\ \n\té:", max_size=30).filter(lambda text: "@" not in text))
def test_the_character_found_is_the_one_asked_for(text: str) -> None:
    quoted = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    source = f'kunci:\n  - "{quoted}@"\n'
    file = parse_yaml(source, path="x.yml").file
    assert file is not None
    node = file.find("kunci", 0)
    assert isinstance(node, TextNode)
    typed = text_of_value(file, node)

    place = typed.locate(typed.text.index("@"))

    assert source.split("\n")[place.line - 1][place.column - 1] == "@"
