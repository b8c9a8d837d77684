"""Facts are written once and filled in wherever they are referenced."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import Entry, KnowledgeBase, format_text, load
from caridulu.knowledge.markdown import item_words, plain_text
from caridulu.site.html.markdown_html import item_html
from tests.text_files import replace_in


@pytest.fixture
def knowledge(sample_root: Path, today: dt.date) -> KnowledgeBase:
    result = load(sample_root, today=today)
    assert result.knowledge is not None
    return result.knowledge


def _entry(knowledge: KnowledgeBase, entry_id: str) -> Entry:
    return next(entry for entry in knowledge.entries if entry.id == entry_id)


def test_office_and_fee_are_filled_into_answers(knowledge: KnowledgeBase) -> None:
    answer = _entry(knowledge, "biaya-konsultasi").answer

    assert answer.startswith(
        "Tidak. Konsultasi statistik di Kantor Statistik Kabupaten Contoh **tidak dipungut biaya**,"
    )
    assert "Standar pelayanan menyebut: Tidak dipungut biaya." in answer


def test_limits_and_channels_are_filled_into_answers(knowledge: KnowledgeBase) -> None:
    assert _entry(knowledge, "lama-jawaban-daring").answer == (
        "Pertanyaan daring dijawab paling lama 3 hari kerja setelah permintaan Anda jelas.\n"
        "\n"
        "- WhatsApp: 081200001234\n"
        "- E-mail: [layanan@statistik.contoh.example](mailto:layanan@statistik.contoh.example)"
    )


def test_references_are_filled_into_services(knowledge: KnowledgeBase) -> None:
    (service,) = knowledge.services

    assert service.id == "konsultasi"
    assert service.summary == (
        "Bertanya kepada petugas Kantor Statistik Contoh tentang data dan cara membacanya."
    )
    assert service.components.turnaround[0].items == (
        "Kunjungan dilayani paling lama 10 menit setelah antrean sebelumnya selesai.",
        "Pertanyaan daring dijawab paling lama 3 hari kerja.",
    )
    assert str(service.limits["reply"]) == "3 hari kerja"


def test_question_and_aliases_may_hold_references(project: Path, today: dt.date) -> None:
    (project / "kb" / "konsultasi" / "nomor.yml").write_text(
        'question: "{{ office.short_name }} ada di wilayah mana?"\n'
        "aliases:\n"
        "  - wilayah kerja {{office.region}}\n"
        "  - kantor di {{ office.place }}\n"
        '  - "{{ channel.wa }} nomor siapa"\n'
        "answer: Ya.\n"
        "category: konsultasi\n",
        encoding="utf-8",
    )

    result = load(project, today=today)

    assert format_text(result.problems) == ""
    assert result.knowledge is not None
    entry = _entry(result.knowledge, "nomor")
    assert entry.question == "Kantor Statistik Contoh ada di wilayah mana?"
    assert entry.aliases == (
        "wilayah kerja Kabupaten Contoh",
        "kantor di Contoh",
        "081200001234 nomor siapa",
    )


@pytest.mark.parametrize(
    ("region", "place"),
    [
        ("Kota Administrasi Jakarta Barat", "Jakarta Barat"),
        ("Kab. Buton Tengah", "Buton Tengah"),
        ("Desa Sukamaju", "Sukamaju"),
        ("Kotabaru", "Kotabaru"),
        ("Nasional", "Nasional"),
        ("Kota Kendari, Sulawesi Tenggara", "Kendari"),
        ("Kabupaten Fakfak, Provinsi Papua Barat", "Fakfak"),
        ("Kabupaten Buton, Kota Baubau", "Buton, Kota Baubau"),
        ("Kabupaten Muna, Buton, dan Wakatobi", "Muna, Buton, dan Wakatobi"),
    ],
)
def test_a_place_is_a_region_without_its_kind_and_province(
    project: Path, today: dt.date, region: str, place: str
) -> None:
    path = project / "content" / "office.yml"
    replace_in(path, "region: Kabupaten Contoh", f"region: {region}")

    knowledge = load(project, today=today).knowledge

    assert knowledge
    assert knowledge.office.place == place


def test_page_has_title_description_and_body(knowledge: KnowledgeBase) -> None:
    page = next(page for page in knowledge.pages if page.id == "konsultasi")

    assert page.title == "Ajukan konsultasi"
    assert page.description == (
        "Bila jawabannya belum ada, tanyakan kepada petugas. Pertanyaan daring dijawab paling lama"
        " 3 hari kerja."
    )
    assert page.body == (
        "Bila jawabannya belum ada, **tanyakan kepada petugas**. Pertanyaan daring dijawab\n"
        "paling lama 3 hari kerja.\n"
        "\n"
        "{{ block.channels-consultation }}\n"
        "\n"
        "## Persyaratan\n"
        "\n"
        "{{ block.requirements-konsultasi }}\n"
    )


def test_page_of_blocks_only_has_no_description(project: Path, today: dt.date) -> None:
    (project / "content" / "daftar.md").write_text(
        "Daftar *entri*\n==============\n\n{{ block.categories }}\n", encoding="utf-8"
    )

    result = load(project, today=today)

    assert result.knowledge is not None
    page = next(page for page in result.knowledge.pages if page.id == "daftar")
    assert (page.title, page.description) == ("Daftar entri", "")
    assert page.body == "{{ block.categories }}\n"


def test_an_unconfirmed_number_says_so_where_it_is_filled_in(project: Path, today: dt.date) -> None:
    office = project / "content" / "office.yml"
    text = office.read_text(encoding="utf-8")
    first, number, rest = text.partition('address: "081200001234"')
    office.write_text(first + number + rest.replace("verified: true", "verified: false", 1))

    result = load(project, today=today)

    assert result.knowledge is not None
    assert "- WhatsApp: 081200001234 (belum dipastikan kantor)\n" in (
        _entry(result.knowledge, "lama-jawaban-daring").answer
    )
    procedure = result.knowledge.services[0].components.procedure
    assert any(
        "melalui WhatsApp 081200001234 (belum dipastikan kantor)." in item
        for group in procedure
        for item in group.items
    )


LINKS = """\
links:
  - id: silastik
    title: Silastik [baru]
    url: https://silastik.contoh.example/a(b)
  - id: mengadu
    title: cara mengadu
    url: entri:cara-mengadu
"""


@pytest.fixture
def linked(project: Path, today: dt.date) -> KnowledgeBase:
    """A project whose texts refer to named links."""
    with (project / "content" / "office.yml").open("a", encoding="utf-8") as office:
        office.write(LINKS)
    (project / "kb" / "konsultasi" / "data.yml").write_text(
        'question: "Apakah data ada di {{ link.silastik }}?"\n'
        "aliases:\n"
        '  - "buka {{ link.silastik }} dulu"\n'
        'answer: "Ada di {{ link.silastik }}. Lihat {{ link.mengadu }}."\n'
        "category: konsultasi\n"
        "en:\n"
        '  question: "Is it in {{ link.silastik }}?"\n'
        '  answer: "Within {{ konsultasi.reply }}; see {{ link.silastik }}."\n',
        encoding="utf-8",
    )
    service = project / "content" / "services" / "konsultasi.yml"
    replace_in(service, "Menyampaikan pertanyaan di", "Lihat {{ link.mengadu }}, lalu tulis di")
    result = load(project, today=today)
    assert format_text(result.problems) == ""
    assert result.knowledge is not None
    return result.knowledge


def test_a_named_link_is_a_link_in_markdown_and_its_title_elsewhere(linked: KnowledgeBase) -> None:
    entry = _entry(linked, "data")
    link = r"[Silastik \[baru\]](https://silastik.contoh.example/a%28b%29)"

    assert entry.question == "Apakah data ada di Silastik [baru]?"
    assert entry.aliases == ("buka Silastik [baru] dulu",)
    assert entry.answer == f"Ada di {link}. Lihat [cara mengadu](entri:cara-mengadu)."
    assert plain_text(entry.answer) == "Ada di Silastik [baru]. Lihat cara mengadu."


def test_an_english_text_has_english_facts(linked: KnowledgeBase) -> None:
    english = _entry(linked, "data").en

    assert english is not None
    assert english.question == "Is it in Silastik [baru]?"
    assert english.answer.startswith(r"Within 3 working days; see [Silastik \[baru\]](https:")


def test_a_named_link_is_a_link_in_an_item_of_a_service(linked: KnowledgeBase) -> None:
    (service,) = linked.services
    item = next(
        item
        for group in service.components.procedure
        for item in group.items
        if "cara mengadu" in item
    )

    assert item.startswith("Lihat [cara mengadu](entri:cara-mengadu), lalu tulis di https:")
    assert item_words(item).startswith("Lihat cara mengadu, lalu tulis di https:")
    html = item_html(f"<b> {item}", {"entri:cara-mengadu": "../kb/cara-mengadu/"}.get)
    assert html.startswith(
        '&lt;b&gt; Lihat <a href="../kb/cara-mengadu/">cara mengadu</a>, lalu tulis di'
        ' <a class="url" href="https://'
    )
