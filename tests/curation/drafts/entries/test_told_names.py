"""A person whom one part of a conversation names is hidden in all of them."""

from caridulu.curation.drafts.entries.draft_entry import DraftWriter, usual_decision
from caridulu.curation.exports.consultation import Consultation, Reading, SourceKind
from caridulu.curation.project import Project
from caridulu.knowledge import Location


def _consultation(question: str, answer: str, kind: SourceKind) -> Consultation:
    return Consultation(
        channel="",
        question=question,
        answer=answer,
        place=Location("chat.txt", 1),
        key=(question,),
        kind=kind,
    )


def _answers(project: Project, *sources: Consultation) -> list[str]:
    redactor = project.redactor_of(Reading(consultations=sources))
    writer = DraftWriter(redactor, project.knowledge.office.channels, decide=usual_decision)
    return [writer.draft(one, digest="").answer for one in sources]


def test_the_answer_knows_who_asked(opened: Project) -> None:
    asked = "saya Karsono Tewu dari dinas, ada data panen?"

    answers = _answers(
        opened, _consultation(asked, "Sudah dikirim, Tewu sudah baca.", SourceKind.ROW)
    )

    assert answers == ["Sudah dikirim, [nama] sudah baca."]


def test_all_consultations_of_a_chat_know_who_was_named_in_one(opened: Project) -> None:
    first = _consultation("ini Vandi mau kerja, ada lowongan?", "Belum ada.", SourceKind.TALK)
    second = _consultation("umur berapa bisa?", "Sampai 50, tua Vandi itu.", SourceKind.TALK)

    assert _answers(opened, second, first) == ["Sampai 50, tua [nama] itu.", "Belum ada."]


def test_a_place_is_one_in_all_consultations_of_a_chat(opened: Project) -> None:
    first = _consultation("berapa penduduk Desa Tawing?", "Ada di laman.", SourceKind.TALK)
    second = _consultation("siapa yang datang?", "Nanti petugas Tawing datang.", SourceKind.TALK)

    assert _answers(opened, first, second)[1] == "Nanti petugas Tawing datang."


def test_the_rows_of_a_table_are_no_one_conversation(opened: Project) -> None:
    first = _consultation("saya Sompa mau tanya, ada data?", "Ada.", SourceKind.ROW)
    second = _consultation("berapa luas?", "Luas Sompa 30 ha.", SourceKind.ROW)

    assert _answers(opened, first, second) == ["Ada.", "Luas Sompa 30 ha."]


def test_what_was_doubtful_once_is_hidden_where_it_is_certain(opened: Project) -> None:
    doubtful = _consultation("berapa harga?", "Bingar: harga naik.", SourceKind.ROW)
    certain = _consultation("siapa petugasnya?", "Pak Bingar di loket.", SourceKind.ROW)

    assert _answers(opened, doubtful, certain)[1] == "Pak [nama] di loket."
