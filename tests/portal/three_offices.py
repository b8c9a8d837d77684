"""Three offices that use one package, one of which has adjusted an entry of it; as built sites."""

from pathlib import Path

from caridulu.site.build.pipeline import build_site
from caridulu.site.build.write_site import write_site
from tests import TODAY
from tests.packages import shared_project
from tests.sample_copy import copy_sample

LIST = """\
name: Tanya Statistik Contoh
lead: Satu pencarian untuk semua kantor.
offices:
"""
OFFICE = """\
  - id: {id}
    url: https://{id}.contoh.example/
    from: {id}/situs
    group: Provinsi Contoh
"""
REGIONS = {"bombana": "Bombana", "buton-tengah": "Buton Tengah", "wakatobi": "Wakatobi"}
ADJUSTED = """\
aliases: [semesta penelitian, wilayah generalisasi]
answer: |
  Di Wakatobi populasi penelitian ditanyakan dahulu kepada petugas.
package:
  name: istilah
  sha256: null
"""


def write_offices(folder: Path) -> Path:
    """Builds the sites and writes the list of them; gives the list."""
    for name, region in REGIONS.items():
        _build(folder / name, region)
    return write_list(folder, *REGIONS)


def write_list(folder: Path, *ids: str, national: str = "bombana") -> Path:
    """Writes a list of offices in this order."""
    path = folder / "offices.yml"
    rows = [
        OFFICE.format(id=one) + ("    national: true\n" if one == national else "") for one in ids
    ]
    path.write_text(LIST + "".join(rows), "utf-8")
    return path


def _build(folder: Path, region: str) -> None:
    project = copy_sample(folder / "proyek")
    for path in (project / "content" / "office.yml", *(project / "kb").rglob("*.yml")):
        text = path.read_text("utf-8").replace("Kabupaten Contoh", f"Kabupaten {region}")
        path.write_text(text.replace("Statistik Contoh", f"Statistik {region}"), "utf-8")
    shared_project.use(project, shared_project.package())
    if region == "Wakatobi":
        own = project / "kb" / "istilah" / "populasi.yml"
        own.parent.mkdir()
        own.write_text(ADJUSTED.replace("  sha256: null\n", ""), "utf-8")
    write_site(build_site(project, today=TODAY), folder / "situs")
