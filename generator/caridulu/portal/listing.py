"""``offices.yml`` -> the offices of a portal, or problems with their place."""

from pathlib import Path

from pydantic import Field

from caridulu.knowledge import check, finding, read_yaml
from caridulu.knowledge.model import Target
from caridulu.knowledge.model.fields import Line, Model, Slug, Url
from caridulu.knowledge.problem import ProblemsError, in_order
from caridulu.knowledge.rules.office.targets import target_problems

MOST_OFFICES = 5_000


class ListedOffice(Model):
    """One office of the list."""

    id: Slug = Field(title="Kode", description="Bagian dari alamat halaman kantor; jangan diganti.")
    url: Url = Field(title="Alamat situs", description="Alamat situs Cari Dulu kantor itu.")
    from_: Line | None = Field(
        None, alias="from", title="Asal", description="Folder situs; tanpa ini dibaca dari url."
    )
    group: Line | None = Field(None, title="Kelompok", description="Misalnya provinsinya.")
    national: bool = Field(
        default=False, title="Kantor pusat", description="true: versinya yang umum."
    )

    @property
    def address(self) -> str:
        """The site's address, which site paths follow."""
        return self.url.rstrip("/") + "/"


class PortalFile(Model):
    """The keys of ``offices.yml``."""

    name: Line = Field(title="Nama portal")
    lead: Line | None = Field(None, title="Pengantar", description="Satu kalimat di beranda.")
    offices: tuple[ListedOffice, ...] = Field(title="Kantor", min_length=1, max_length=MOST_OFFICES)
    deploy: tuple[Target, ...] = Field(
        (),
        title="Tujuan terbit",
        description="Seperti di content/office.yml sebuah kantor.",
        max_length=10,
    )


def read_listing(path: Path) -> PortalFile:
    """Reads the list of offices, each id and address once; ``ProblemsError`` if it has problems."""
    parsed = read_yaml(path, root=path.parent)
    if parsed.file is None:
        raise ProblemsError(parsed.problems)
    checked = check(parsed.file, PortalFile)
    found = [*parsed.problems, *checked.problems]
    seen: set[str] = set()
    for n, office in enumerate(checked.value.offices if checked.value else ()):
        for key, value in (("id", office.id), ("url", office.address)):
            if value in seen and not checked.problems:
                place = parsed.file.at("offices", n, key)
                found.append(finding(place, "portal.listed_twice", value=value))
            seen.add(value)
    if checked.value:
        found += target_problems(checked.value.deploy, parsed.file)
    if found or not checked.value:
        raise ProblemsError(in_order(found))
    return checked.value
