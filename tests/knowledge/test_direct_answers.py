"""What every office is asked is answered from what it has supplied, or said to be missing."""

import datetime as dt
import re
from pathlib import Path

import pytest

from caridulu.knowledge import (
    Channel,
    ChannelKind,
    Components,
    DirectAnswer,
    KnowledgeBase,
    Office,
    ServiceStandard,
    fold_phrase,
    load,
)
from caridulu.knowledge.direct_answers import beside_entries, direct_answers, direct_id
from caridulu.knowledge.model import ComponentGroup, DirectKind, Limit, Opening, Purpose, Source
from tests.text_files import replace_in

VISIT = Channel(
    id="kunjungan",
    kind=ChannelKind.VISIT,
    label="Datang langsung",
    purposes=(Purpose.CONSULTATION,),
)
BARE = Office(
    name="Kantor Pertanahan Kota Baru",
    short_name="Kantah Baru",
    region="Kota Baru",
    timezone="Asia/Jakarta",
    timezone_label="WIB",
    channels=(VISIT,),
)


def answer(
    kind: DirectKind, office: Office = BARE, services: tuple[ServiceStandard, ...] = ()
) -> DirectAnswer:
    return next(one for one in direct_answers(office, services) if one.kind is kind)


def service(name: str, **components: tuple[ComponentGroup, ...]) -> ServiceStandard:
    return ServiceStandard(
        id=name.lower(),
        name=name,
        summary=f"Tentang {name}.",
        limits={"reply": Limit(amount=3, unit="hari kerja")},
        components=Components(**components),
        sources=(Source(title=f"Standar {name}"),),
    )


def test_an_answer_knows_whether_the_office_has_stated_the_fact() -> None:
    supplied = {one.kind for one in direct_answers(BARE, ()) if one.is_supplied}

    assert supplied == {DirectKind.CONTACT}


def test_an_office_that_has_supplied_nothing_says_so_and_names_its_channels() -> None:
    unsaid = [one for one in direct_answers(BARE, ()) if one.kind is not DirectKind.CONTACT]

    assert len(unsaid) == len(DirectKind) - 1
    for one in unsaid:
        assert re.search("(belum|tidak) dimuat di situs ini", one.answer), one.id
        assert "**Datang langsung**" in one.answer, one.id
        assert one.sources == ()


@pytest.mark.parametrize("kind", [DirectKind.HOURS, DirectKind.ADDRESS, DirectKind.FACILITIES])
def test_nobody_is_told_to_come_to_ask_what_to_know_before_coming(kind: DirectKind) -> None:
    mail = Channel(
        id="email",
        kind=ChannelKind.EMAIL,
        label="E-mail",
        address="kantor@contoh.example",
        purposes=(Purpose.CONSULTATION,),
        verified=True,
    )

    said = answer(kind, BARE.model_copy(update={"channels": (VISIT, mail)}))

    assert said.answer.endswith("\n\n- **E-mail:** kantor@contoh.example")
    assert said.en.answer.endswith("\n\n- **E-mail:** kantor@contoh.example")


@pytest.mark.parametrize("kind", DirectKind)
def test_every_answer_is_filled_in_for_any_office(kind: DirectKind) -> None:
    one = answer(kind)
    texts = (one.question, one.answer, *one.phrases)

    assert not [text for text in texts if re.search(r"[{}]|(?i:bombana|\bbps\b|statisti)", text)]
    assert one.question.endswith("?")
    assert len({fold_phrase(phrase) for phrase in one.phrases}) == len(one.phrases) >= 10


def test_no_two_answers_share_a_phrase() -> None:
    phrases = [fold_phrase(p) for one in direct_answers(BARE, ()) for p in one.phrases]

    assert len(phrases) == len(set(phrases))


def test_ids_are_the_same_for_every_office() -> None:
    assert tuple(one.id for one in direct_answers(BARE, ())) == tuple(map(direct_id, DirectKind))
    assert all(re.fullmatch("kantor(-[a-z]+)+", one) for one in map(direct_id, DirectKind))


def test_hours_and_address_of_the_office_are_written_out() -> None:
    office = BARE.model_copy(
        update={
            "hours": (Opening(days=(1, 2, 3, 4), opens="08:00", closes="15.30"),),
            "street_address": "Jalan Angka Nomor 10",
            "sources": (Source(title="Papan pengumuman"),),
        }
    )

    hours, address = answer(DirectKind.HOURS, office), answer(DirectKind.ADDRESS, office)

    assert hours.answer.endswith("(WIB):\n\n- Senin\N{EN DASH}Kamis 08.00\N{EN DASH}15.30")
    assert hours.sources == office.sources
    assert "**Jalan Angka Nomor 10**" in address.answer
    assert "search?query=Jalan%20Angka%20Nomor%2010%2C%20Kota%20Baru)" in address.answer


def test_who_is_disabled_reads_what_the_standard_says_of_it_or_that_it_says_nothing() -> None:
    items = ("Tempat parkir.", "Juru bahasa isyarat, dengan janji.")
    interpreter = service("Surat", facilities=(ComponentGroup(items=items),))
    told = answer(DirectKind.DISABILITY, services=(interpreter,))
    assert told.is_supplied
    assert "\n- Juru bahasa isyarat, dengan janji.\n" in told.answer
    assert "parkir" not in told.answer
    untold = answer(DirectKind.DISABILITY, services=())
    assert not untold.is_supplied
    assert "pendamping, belum dimuat di situs ini. Tanyakan lewat" in untold.answer


def test_facilities_come_from_the_service_standard() -> None:
    ramp = service("Surat", facilities=(ComponentGroup(items=("Jalur kursi roda.",)),))

    told = answer(DirectKind.FACILITIES, services=(ramp,))

    assert told.answer.endswith("\n\n- Jalur kursi roda.")
    assert told.is_supplied
    assert told.sources == ramp.sources


def test_a_place_of_service_is_told_while_the_address_is_missing() -> None:
    visit = VISIT.model_copy(update={"address": "Loket 1"})
    office = BARE.model_copy(update={"channels": (visit,)})

    assert (
        "Tempat layanan yang sudah tercantum: Loket 1." in answer(DirectKind.ADDRESS, office).answer
    )


def test_numbers_come_with_a_warning_and_with_what_is_missing() -> None:
    wa = Channel(
        id="wa",
        kind=ChannelKind.WHATSAPP,
        label="WhatsApp",
        address="081200001234",
        purposes=(Purpose.CONSULTATION,),
        note="Hanya pesan.",
    )
    said = answer(DirectKind.CONTACT, BARE.model_copy(update={"channels": (wa,)})).answer

    assert "- **WhatsApp:** 081200001234 (belum dipastikan kantor). Hanya pesan." in said
    assert said.endswith("Belum dimuat di situs ini: nomor telepon, alamat e-mail.")


def test_complaints_go_to_complaint_channels_only() -> None:
    box = Channel(
        id="kotak", kind=ChannelKind.BOX, label="Kotak saran", purposes=(Purpose.COMPLAINT,)
    )
    said = answer(DirectKind.COMPLAINT, BARE.model_copy(update={"channels": (VISIT, box)})).answer

    assert "**Kotak saran**" in said
    assert "Datang langsung" not in said


def test_fee_and_time_are_those_of_the_service_standards() -> None:
    visit = ComponentGroup(heading="Kunjungan", items=("Paling lama 10 menit.",))
    free = ComponentGroup(items=("Tidak dipungut biaya.",))
    one = service("Konsultasi", fee=(free,), turnaround=(visit,))

    fee, time = (answer(k, BARE, (one,)) for k in (DirectKind.FEE, DirectKind.REPLY_TIME))

    assert fee.answer.endswith("\n\n- Tidak dipungut biaya.")
    assert fee.sources == one.sources
    assert time.answer.endswith("\n\n- **Kunjungan:** Paling lama 10 menit.")
    both = answer(DirectKind.FEE, BARE, (one, service("Legalisir", fee=(free,)))).answer
    assert "- **Konsultasi:** Tidak dipungut biaya.\n- **Legalisir:** Tidak dipungut" in both


def knowledge_of(root: Path, today: dt.date) -> KnowledgeBase:
    loaded = load(root, today=today)
    assert loaded.ok
    assert loaded.knowledge
    return loaded.knowledge


def test_an_entry_that_answers_takes_the_place_the_phrases_and_the_address(
    project: Path, today: dt.date
) -> None:
    knowledge = knowledge_of(project, today)

    assert "kantor-biaya" not in {one.id for one in knowledge.direct_answers}
    assert "berapa biayanya" in knowledge.direct_phrases["biaya-konsultasi"]
    assert ("kantor-biaya", "biaya-konsultasi") in knowledge.redirects


def test_a_draft_takes_nothing(project: Path, today: dt.date) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    replace_in(path, "answers: fee\n", "")
    draft = project / "kb/konsultasi/konsultasi-lewat-video.yml"
    draft.write_text(draft.read_text("utf-8") + "answers: fee\n", "utf-8")

    knowledge = knowledge_of(project, today)

    assert "kantor-biaya" in {one.id for one in knowledge.direct_answers}
    assert "konsultasi-lewat-video" not in knowledge.direct_phrases


def test_a_phrase_of_an_entry_or_a_referral_stays_with_it(project: Path, today: dt.date) -> None:
    entries = knowledge_of(project, today).entries
    answers = direct_answers(BARE, ())

    left = beside_entries(answers, entries, taken={"jam buka"})

    hours = next(one for one in left.made if one.kind is DirectKind.HOURS)
    assert "jam buka" not in hours.phrases
    assert "jam buka kantor" in hours.phrases


def test_links_may_lead_to_direct_answers_and_referrals(project: Path, today: dt.date) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    text = path.read_text("utf-8")
    links = "[jam](entri:kantor-jam-buka), [biaya](entri:kantor-biaya), [ktp](entri:rujukan-ktp)"
    path.write_text(text.replace("Produk lain", f"Lihat {links}. Produk lain"), "utf-8")
    assert load(project, today=today).ok

    path.write_text(text.replace("Produk lain", "[sim](entri:rujukan-sim), produk lain"), "utf-8")
    assert [one.key for one in load(project, today=today).problems] == [
        "knowledge.unknown_link_near"
    ]


def test_every_answer_is_given_in_english_too() -> None:
    rich = BARE.model_copy(
        update={
            "hours": (Opening(days=(1, 2, 3), opens="08.00", closes="15.00"),),
            "street_address": "Jalan Angka 1",
            "website": "https://contoh.example",
        }
    )
    fee = service("Ukur", fee=(ComponentGroup(items=("Gratis.",)),))
    for office, services in ((BARE, ()), (rich, (fee,))):
        for one in direct_answers(office, services):
            assert one.en is not None
            assert BARE.name in one.en.question, one.id
            said = f"{one.en.question} {one.en.answer}"
            assert not re.search(r"\{\w+\}| belum | kantor |Kanal|Senin", said), one.id

    english = {one.kind: one.en.answer for one in direct_answers(rich, (fee,)) if one.en}
    assert "- Monday\N{EN DASH}Wednesday 08.00\N{EN DASH}15.00" in english[DirectKind.HOURS]
    assert "in Indonesian:\n\n- Gratis." in english[DirectKind.FEE]


def test_an_english_answer_names_channels_by_their_kind_and_says_what_is_not_confirmed() -> None:
    phone = Channel(
        id="telepon",
        kind=ChannelKind.PHONE,
        label="Telepon kantor",
        address="0401 1234567",
        purposes=(Purpose.CONSULTATION,),
        note="Pada jam kerja.",
    )
    said = answer(DirectKind.CONTACT, BARE.model_copy(update={"channels": (phone, VISIT)})).en

    assert said is not None
    assert "- **Telephone:** 0401 1234567 (not confirmed by the office)\n" in said.answer
    assert "- **Visit in person**\n" in said.answer
    assert said.answer.endswith("Not on this site yet: WhatsApp number, e-mail address.")
