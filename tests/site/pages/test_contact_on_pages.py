"""Channels on the pages: confirmed ones first, unconfirmed ones as text, never far away."""

import re
from dataclasses import replace

from caridulu.knowledge.model import (
    ChannelKind,
    ComponentGroup,
)
from tests.site.pages.built_pages import build
from tests.site.sample_office import (
    KNOWLEDGE,
    OFFICE,
    SERVICE,
    channel,
)


def test_an_office_without_a_contact_page_gets_one(html: dict[str, str]) -> None:
    contact = html["kontak/"]
    assert "WhatsApp konsultasi" in contact
    assert "SP4N-LAPOR!" in contact


def test_pages_say_where_there_is_no_channel_yet() -> None:
    phone = channel("telepon", ChannelKind.PHONE, "Telepon", "0401 1234567")
    html = build(replace(KNOWLEDGE, office=OFFICE.model_copy(update={"channels": (phone,)})))

    assert "Kanal pengaduan belum dimuat di situs ini." in html["kontak/"]
    assert "Kanal konsultasi belum dimuat" not in html["kontak/"]


def test_an_unconfirmed_number_is_text_wherever_it_stands(html: dict[str, str]) -> None:
    for path, language, doubt in (
        ("kontak/", "id", "(belum dipastikan kantor)"),
        ("en/contact/", "en", "(not confirmed by the office)"),
    ):
        assert (
            html[path].count(f'848787 <em lang="{language}">{doubt}</em></span></span></div>') == 2
        )
    everywhere = "".join(html.values())
    assert "wa.me" not in everywhere
    assert "tel:" not in everywhere


def test_a_confirmed_number_is_a_link_without_a_doubt() -> None:
    number = channel("wa", ChannelKind.WHATSAPP, "WhatsApp", "081200001234")
    phone = channel("telepon", ChannelKind.PHONE, "Telepon", "0401 1234567")
    office = OFFICE.model_copy(update={"channels": (number, phone)})
    contact = build(replace(KNOWLEDGE, office=office))["kontak/"]
    assert "https://wa.me/6281200001234?text=" in contact
    assert "tel:+624011234567" in contact
    assert "belum dipastikan" not in contact


def test_confirmed_channels_are_offered_before_others(html: dict[str, str]) -> None:
    contact = html["kontak/"]
    labels = ("Aplikasi PST", "E-mail", "Datang langsung", "WhatsApp konsultasi")
    places = [contact.index(f"<b>{label}</b>") for label in labels]
    assert places == sorted(places)


def test_an_unconfirmed_form_is_an_address_not_a_number() -> None:
    form = channel("formulir", ChannelKind.FORM, "Formulir", "s.bps.go.id/x", verified=False)
    office = OFFICE.model_copy(update={"channels": (form,)})
    assert (
        "Alamat ini belum dipastikan oleh kantor."
        in build(replace(KNOWLEDGE, office=office))["kontak/"]
    )


def test_the_contact_page_has_one_name(html: dict[str, str]) -> None:
    assert "<h1>Kontak</h1>" in html["kontak/"]
    for path, text in html.items():
        name = "Contact" if path.startswith("en/") else "Kontak"
        assert re.search(r'<a class="call" href="[^"]+">(.*?)</a>', text)[1] == name, path


def test_impostors_are_warned_of_beside_numbers_and_mailboxes(html: dict[str, str]) -> None:
    sentence = "Waspadai penipu yang mengatasnamakan kantor. Jangan berikan kata sandi"
    for path in ("kontak/", "pengaduan/"):
        page = html[path]
        assert page.count(f'</ul>\n<p class="note">{sentence}') == page.count('class="channels"')
    assert "Beware of people who pose as the office." in html["en/contact/"]
    assert "Waspadai penipu: jangan berikan kata sandi" in html["kb/biaya-konsultasi/"]
    assert sentence not in html["layanan/konsultasi-statistik/"]  # names no number


def test_a_service_that_names_a_number_warns_of_impostors_beside_it() -> None:
    named = ComponentGroup(items=("WhatsApp: 0882261848787", "Kotak saran"))
    components = SERVICE.components.model_copy(update={"complaints": (named,)})
    service = SERVICE.model_copy(update={"components": components})
    page = build(replace(KNOWLEDGE, services=(service,)))["layanan/konsultasi-statistik/"]
    assert page.count("Waspadai penipu") == 1
    assert page.index("0882261848787") < page.index("Waspadai penipu") < page.index('class="facts"')


def test_contact_is_one_tap_away_on_every_page(html: dict[str, str]) -> None:
    for path, text in html.items():
        assert 'class="call"' in text, path
