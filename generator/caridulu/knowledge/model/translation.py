"""Texts for who reads English, beside the Indonesian ones that count."""

from pydantic import Field

from caridulu.knowledge.model.fields import Line, Model, ShortMarkdown


class Translation(Model):
    """A short English version of an answer; the Indonesian text is the one that counts."""

    question: Line = Field(title="Pertanyaan (Inggris)")
    answer: ShortMarkdown = Field(
        title="Jawaban (Inggris)", description="Satu atau dua kalimat; terjemahan, bukan sumber."
    )
