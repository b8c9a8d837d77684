import re
from dataclasses import replace

import pytest

from caridulu.knowledge.model import ComponentGroup, Components, Limit, ServiceStandard
from caridulu.site.pages.service_ways import service_ways, way_with
from tests.site.pages.test_render_pages import build
from tests.site.sample_office import KNOWLEDGE, SERVICE

VISIT, ONLINE = "Kunjungan langsung", "Daring"


def group(heading: str | None, *items: str, numbered: bool = False) -> ComponentGroup:
    return ComponentGroup(heading=heading, items=items, numbered=numbered)


def standard(**components: tuple[ComponentGroup, ...]) -> ServiceStandard:
    limits = {
        "waiting": Limit(amount=10, unit="menit"),
        "reply": Limit(amount=3, unit="hari kerja"),
        "silence": Limit(amount=3, unit="hari"),
    }
    values = {
        "components": Components(**components),
        "limits": limits,
        "waiting_limit": "waiting",
        "reply_limit": "reply",
    }
    return SERVICE.model_copy(update=values)


TWO_WAYS = standard(
    requirements=(group(ONLINE, "Memiliki akun."), group(VISIT, "Mengisi buku tamu.")),
    procedure=(group(VISIT, "Ambil nomor.", "Temui petugas.", numbered=True),),
    turnaround=(
        group("Isian ringkas", "3 hari."),
        group(VISIT, "Dilayani maksimal 10 menit."),
        group(ONLINE, "Dijawab maksimal 3 hari kerja."),
    ),
    fee=(group(None, "Tidak dipungut biaya."),),
)


def page_of(service: ServiceStandard) -> str:
    return build(replace(KNOWLEDGE, services=(service,)))["layanan/konsultasi-statistik/"]


def test_a_heading_of_two_components_is_a_way_in_the_order_of_appearance() -> None:
    assert [way.title for way in service_ways(TWO_WAYS)] == [ONLINE, VISIT]


def test_a_way_has_its_own_parts_and_what_holds_for_all() -> None:
    online, visit = service_ways(TWO_WAYS)
    assert online.requirements == (group(None, "Memiliki akun."),)
    assert online.procedure == ()
    assert visit.procedure == (group(None, "Ambil nomor.", "Temui petugas.", numbered=True),)
    assert visit.fee == online.fee == ("Tidak dipungut biaya.",)
    assert visit.turnaround == ("Dilayani maksimal 10 menit.",)


def test_a_time_is_not_also_the_shorter_one_in_it() -> None:
    online, visit = service_ways(TWO_WAYS)
    assert (online.limits, visit.limits) == (("3 hari kerja",), ("10 menit",))


def test_a_promise_leads_to_the_way_that_keeps_it() -> None:
    found = [way_with(TWO_WAYS, limit) for limit in ("10 menit", "3 hari kerja", None)]
    assert [way.title for way in found if way] == [VISIT, ONLINE, ONLINE]
    home = build(replace(KNOWLEDGE, services=(TWO_WAYS,)))[""]
    assert re.findall(r"#(cara-[\w-]+)", home)[:2] == ["cara-kunjungan-langsung", "cara-daring"]


@pytest.mark.parametrize(
    "components",
    [
        {"requirements": (group(VISIT, "Syarat."), group(ONLINE, "Syarat."))},
        {"requirements": (group(VISIT, "Syarat."),), "procedure": (group(VISIT, "Langkah."),)},
        {"requirements": (group(VISIT, "Satu."), group(VISIT, "Dua."), group(ONLINE, "Tiga."))},
    ],
    ids=["in one component only", "one way", "twice in one component"],
)
def test_headings_that_do_not_pair_up_are_no_ways(
    components: dict[str, tuple[ComponentGroup, ...]],
) -> None:
    service = standard(**components)
    assert service_ways(service) == ()
    assert way_with(service, "10 menit") is None
    assert '<h2 id="persyaratan">Persyaratan</h2>' in page_of(service)
    assert "<details" not in page_of(service).partition("<main")[2]


def test_the_page_leads_to_its_ways_and_loses_nothing_of_the_standard() -> None:
    page = page_of(TWO_WAYS)
    assert re.findall(r'<a href="#([\w-]+)">', page) == [
        "cara-daring",
        "cara-kunjungan-langsung",
        "mengadu",
    ]
    whole = page.partition("Standar lengkap menurut komponen</summary>")[2]
    for name in Components.model_fields:
        for one in getattr(TWO_WAYS.components, name):
            assert one.heading is None or f"<h4>{one.heading}</h4>" in whole
            assert all(item in whole for item in one.items)
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
