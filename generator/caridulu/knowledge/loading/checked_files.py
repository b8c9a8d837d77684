"""The YAML files of a project, each checked by itself."""

from dataclasses import dataclass
from typing import Any

from caridulu.knowledge.loading.packages import PackageReader
from caridulu.knowledge.model import (
    CategoriesFile,
    EntryFile,
    ImportFile,
    Lexicon,
    Office,
    PackageFile,
    ReferralsFile,
    ServiceFile,
    Status,
)
from caridulu.knowledge.problem import Problem
from caridulu.knowledge.project_files import Layout, ProjectFiles
from caridulu.knowledge.yaml.checked import Checked, FileCache


@dataclass(frozen=True)
class CheckedFiles:
    """The YAML files of a project, each checked by itself."""

    office: Checked[Office]
    categories: Checked[CategoriesFile]
    lexicon: Checked[Lexicon]
    referrals: Checked[ReferralsFile]
    tables: Checked[ImportFile]
    services: tuple[Checked[ServiceFile], ...]
    entries: tuple[Checked[EntryFile], ...]
    packages: tuple[Checked[PackageFile], ...]
    package_problems: tuple[Problem, ...]

    def all(self) -> tuple[Checked[Any], ...]:
        single = (self.office, self.categories, self.lexicon, self.referrals, self.tables)
        return (*single, *self.services, *self.entries, *self.packages)

    @property
    def public_services(self) -> tuple[Checked[ServiceFile], ...]:
        """Lists the services that visitors see, also those that cannot be read."""
        return tuple(
            one
            for one in self.services
            if one.value is None or one.value.status is Status.PUBLISHED
        )

    @property
    def unread(self) -> frozenset[str]:
        """Ids of entries that cannot be read, or not whole."""
        return frozenset(
            entry.id for entry in self.entries if entry.value is None or entry.stand_ins
        )


def check_files(layout: Layout, files: ProjectFiles, cache: FileCache) -> CheckedFiles:
    """Reads and checks each YAML file of a project."""
    reader = PackageReader(layout, files, cache)
    office = reader.checked(layout.office, Office)
    categories = reader.checked(layout.categories, CategoriesFile)
    lexicon = reader.checked(layout.lexicon, Lexicon)
    referrals = reader.checked(layout.referrals, ReferralsFile)
    return CheckedFiles(
        office=reader.links(office),
        categories=reader.shared(categories, "categories.yml", CategoriesFile, rows="id"),
        lexicon=reader.shared(lexicon, "lexicon.yml", Lexicon, rows="term"),
        referrals=reader.shared(referrals, "referrals.yml", ReferralsFile, rows="id"),
        tables=reader.checked(layout.tables, ImportFile),
        services=tuple(reader.layered(path, ServiceFile) for path in layout.services),
        entries=tuple(reader.layered(path, EntryFile) for path in layout.entries),
        packages=reader.recipes(),
        package_problems=(*reader.problems(office), *reader.unreplaced_links(office)),
    )
