"""What is wrong with the arguments of a command, as one sentence with its remedy."""

import re
from difflib import get_close_matches

from caridulu.messages import Language, message, messages_of

# The sentences of argparse, which knows English only, each with the message that stands for it.
SENTENCES = (
    ("required", r"the following arguments are required: (?P<name>.+)"),
    (
        "choice",
        r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
    ),
    ("value", r"argument (?P<name>[^:]+): invalid (?P<kind>\w+) value: (?P<value>.+)"),
    ("without_value", r"argument (?P<name>[^:]+): expected .+"),
    ("with_value", r"argument (?P<name>[^:]+): ignored explicit argument (?P<value>.+)"),
    ("not_both", r"argument (?P<name>[^:]+): not allowed with argument (?P<other>.+)"),
    ("ambiguous", r"ambiguous option: (?P<value>.+?) could match (?P<choices>.+)"),
    ("unknown", r"unrecognized arguments: (?P<value>.+)"),
)


def wrong_usage(sentence: str, language: Language) -> str:
    """Says in ``language`` what argparse says of wrong arguments, with what to write instead."""
    for name, pattern in SENTENCES:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            said = {key: text.strip("'\"") for key, text in found.groupdict().items()}
            key, values = _remedy(name, said)
            return message(f"cli.usage_{key}", language, **values)
    return sentence


def _remedy(name: str, said: dict[str, str]) -> tuple[str, dict[str, str]]:
    if name == "choice":
        choices = [choice.strip(" '\"") for choice in said["choices"].split(",")]
        near = get_close_matches(said["value"], choices, n=1)
        if near:
            return "choice_near", {**said, "near": near[0]}
        return name, {**said, "choices": ", ".join(choices)}
    if name == "unknown" and re.search(r"--(root|lang)\b", said["value"]):
        return "misplaced", said
    kind = said.pop("kind", "")
    if f"usage_value_{kind}" in messages_of("cli"):
        return f"value_{kind}", said
    return name, said
