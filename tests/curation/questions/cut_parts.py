"""A question and its answer, cut into parts."""

from caridulu.curation.exports.consultation import Consultation, Course, SourceKind
from caridulu.curation.questions.several_questions import parts_of
from caridulu.knowledge import Location

PERLU = "Untuk akreditasi kami perlu 1) jumlah jamban per desa 2) siapa yang melegalisir buku"
JAMBAN = "Jumlah jamban per desa ada di Podes. Angka pastinya di Dinas Kesehatan."
LEGALISIR = "buku PDF tidak dilegalisir lagi, cukup tanda tangan elektronik."


def parts(
    question: str,
    answer: str,
    *,
    pairs: tuple[tuple[str, str], ...] = (),
    kind: SourceKind = SourceKind.MESSAGES,
) -> list[tuple[str, str]]:
    place = Location("a.mbox", 1)
    source = Consultation(
        "E-mail", question, answer, place, ("k",), course=Course(pairs), kind=kind
    )
    return [(part.question, part.answer) for part in parts_of(source)]
