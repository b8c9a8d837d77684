"""Problems in the words of forms."""

from collections.abc import Iterable

from caridulu.editor.fields.form_fields import ENTRY, form_fields
from caridulu.editor.fields.remarks import Remark, in_plain_words
from caridulu.editor.saving.personal_data_remarks import IN_OTHER_WORDS, sentence
from caridulu.knowledge import Problem
from caridulu.messages import Language


def sentences(problems: Iterable[Problem], language: Language) -> list[str]:
    """Says problems in the words of forms, each once."""
    told = [
        sentence(problem, language)
        if problem.key in IN_OTHER_WORDS
        else in_plain_words(Remark((), problem.sentence(language)), form_fields(ENTRY)).text
        for problem in problems
    ]
    return list(dict.fromkeys(told))
