from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from caridulu.curation.exports import handover_line
from caridulu.messages import Language
from caridulu.site.client.browser_values import MESSAGE_FORMAT, browser_strings
from caridulu.site.handover.channels import ask_url, mistake_url, newer_url
from caridulu.site.handover.contact_links import mailto_link, whatsapp_link
from caridulu.site.handover.handover_message import (
    MessageDraft,
    ReadEntry,
    Topic,
    message_text,
    subject_text,
)
from tests.site.sample_office import OFFICE as SAMPLE
from tests.site.sample_office import entry

OUTCOMES = {letter: name for name, letter in handover_line.OUTCOMES.items()}
MAILTO_LIMIT, WHATSAPP_LIMIT = 1_800, 4_000
OFFICE = "BPS Kabupaten Bombana"
READ = ReadEntry("biaya-konsultasi", "Apakah konsultasi statistik dipungut biaya?")
ASKED = MessageDraft(
    Topic.CONSULTATION,
    question="data kucing liar poleang",
    searches=("kucing", "data kucing liar poleang"),
    read_entries=(READ,),
    outcome="N",
)
LONG = "Saya memerlukan jumlah rumah tangga perikanan & budidaya menurut desa, " * 40
DRAFTS = [
    ASKED,
    MessageDraft(Topic.CONSULTATION),
    MessageDraft(Topic.COMPLAINT),
    MessageDraft(Topic.NEWER),
    MessageDraft(Topic.NEWER, question="Berapa inflasi Bombana? (kb/inflasi-bombana/)"),
    MessageDraft(Topic.COMPLAINT, question="antrean lama", searches=("antrean lama",), outcome="W"),
    MessageDraft(Topic.CONSULTATION, question="  spasi   ganda\tdan tab ", searches=("A|B  C",)),
    MessageDraft(
        Topic.CONSULTATION, question=LONG, searches=("x" * 200,), read_entries=(READ,) * 9
    ),
    MessageDraft(Topic.COMPLAINT, question="🙂" * 300, searches=("é" * 90, "🙂" * 90, "”" * 90)),
    MessageDraft(
        Topic.CONSULTATION, question="INFLASI “Bombana” \N{EN DASH} 2024?", searches=("INFLASI É",)
    ),
]


def test_a_consultation_is_written_in_full() -> None:
    assert message_text(ASKED, office=OFFICE) == (
        "Halo BPS Kabupaten Bombana, saya ingin berkonsultasi.\n"
        "\n"
        "Pertanyaan saya:\n"
        "data kucing liar poleang\n"
        "\n"
        "Wilayah: (bila perlu: kabupaten, kecamatan, atau desa)\n"
        "Tahun/periode: (bila perlu)\n"
        "\n"
        "Sudah saya baca:\n"
        "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)\n"
        "\n"
        "Kata cari: kucing | data kucing liar poleang\n"
        "Kode: CD1-K-N-793ac781\n"
        "Dikirim dari halaman Cari Dulu"
    )


def test_a_message_without_a_search_leaves_room_for_the_question() -> None:
    assert message_text(MessageDraft(Topic.COMPLAINT), office=OFFICE) == (
        "Halo BPS Kabupaten Bombana, saya ingin menyampaikan pengaduan.\n"
        "\n"
        "Yang saya adukan:\n"
        "(tulis pengaduan di sini)\n"
        "\n"
        "Waktu dan tempat kejadian: (tulis di sini)\n"
        "Yang saya harapkan: (tulis di sini)\n"
        "\n"
        "Kode: CD1-P-U-811c9dc5\n"
        "Dikirim dari halaman Cari Dulu"
    )


def test_the_subject_says_what_it_is_about() -> None:
    assert subject_text(ASKED) == "Konsultasi: data kucing liar poleang"
    assert subject_text(MessageDraft(Topic.CONSULTATION)) == "Konsultasi: pertanyaan baru"
    assert subject_text(MessageDraft(Topic.COMPLAINT)) == "Pengaduan: keluhan tentang layanan"


def test_in_english_each_line_is_in_both_languages_and_counting_stays() -> None:
    assert message_text(replace(ASKED, language=Language.EN), office=OFFICE) == (
        "Halo BPS Kabupaten Bombana, saya ingin berkonsultasi. (Hello, I would like a"
        " consultation. Please answer in English if you can.)\n"
        "\n"
        "Pertanyaan saya (my question):\n"
        "data kucing liar poleang\n"
        "\n"
        "Wilayah (area): (if it matters: regency, subdistrict or village)\n"
        "Tahun/periode (year or period): (if it matters)\n"
        "\n"
        "Sudah saya baca (I have read):\n"
        "- Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)\n"
        "\n"
        "Kata cari: kucing | data kucing liar poleang\n"
        "Kode: CD1-K-N-793ac781\n"
        "Dikirim dari halaman Cari Dulu (sent from this site)"
    )


def test_the_messages_of_a_page_fit_into_a_link_however_long_its_title() -> None:
    long = entry("a" * 80, "Berapa jumlah rumah tangga perikanan " * 8, "Banyak.")
    links = (
        newer_url(SAMPLE, long.question, f"kb/{long.id}/"),
        ask_url(SAMPLE, long),
        mistake_url(SAMPLE, long.id, long.question),
    )
    assert all(link and len(link) <= MAILTO_LIMIT for link in links)


def in_browser(in_node, language: Language, *functions: str) -> list[Any]:
    """What functions of the browser's twin make of each draft."""
    config = {
        "office": OFFICE,
        "format": MESSAGE_FORMAT,
        "strings": browser_strings("message_", language=language),
    }
    cases = [
        [
            {
                "topic": draft.topic.value,
                "question": draft.question,
                "searches": list(draft.searches),
                "readEntries": [
                    {"id": each.id, "title": each.title} for each in draft.read_entries
                ],
                "outcome": OUTCOMES.get(draft.outcome),
            },
            config,
        ]
        for draft in DRAFTS
    ]
    made: list[Any] = in_node("handover/handover_message.js", f"[{', '.join(functions)}]", cases)
    return made


@pytest.mark.node
@pytest.mark.parametrize("language", Language)
def test_the_browser_writes_the_same_message(in_node, language: Language) -> None:
    drafts = [replace(draft, language=language) for draft in DRAFTS]
    functions = ("twin.messageText(...given)", "twin.subjectText(...given)")
    assert in_browser(in_node, language, *functions) == [
        [message_text(draft, office=OFFICE), subject_text(draft)] for draft in drafts
    ]


@pytest.mark.node
@pytest.mark.parametrize("language", Language)
def test_a_long_question_is_cut_politely_so_that_the_link_opens(
    in_node, language: Language
) -> None:
    links = in_browser(
        in_node,
        language,
        'twin.messageMailtoLink("bps7406@bps.go.id", ...given)',
        'twin.messageWhatsappLink("6282261848787", ...given)',
    )
    for draft, (mail, chat) in zip(DRAFTS, links, strict=True):
        said = replace(draft, language=language)
        text = message_text(said, office=OFFICE)
        in_mail = mailto_link("bps7406@bps.go.id", subject_text(said), text)
        in_chat = whatsapp_link("6282261848787", text)
        for link, whole, limit in ((mail, in_mail, MAILTO_LIMIT), (chat, in_chat, WHATSAPP_LIMIT)):
            assert len(link) <= limit
            assert (link == whole) is (len(whole) <= limit)
    body = parse_qs(urlsplit(links[7][0]).query)["body"][0]
    cut = {Language.ID: "… (dipotong)", Language.EN: "… (cut)"}[language]
    assert "Saya memerlukan jumlah rumah tangga" in body
    assert cut in body
    assert "Kode: CD1-K-U-" in body
    assert "Dikirim dari halaman Cari Dulu" in body.splitlines()[-1]
