"""Copies of packages in ``kb/paket/``: compared with their pins, merged with own files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from caridulu.knowledge.model import NamedLink, NamedLinksFile, Office, Packaged, PackageFile
from caridulu.knowledge.package_hash import package_hash, text_hash
from caridulu.knowledge.problem import Location, Problem, finding, notice
from caridulu.knowledge.project_files import Layout, PackageCopy, ProjectFiles
from caridulu.knowledge.yaml.checked import Checked, FileCache, M, check, check_path, text_problems
from caridulu.knowledge.yaml.layers import key_paths, laid_over
from caridulu.knowledge.yaml.nodes import YamlFile, parse_yaml, values_of
from caridulu.knowledge.yaml.reader import as_yaml


def _says_otherwise(own: YamlFile, below: YamlFile, key_path: str) -> bool:
    """Whether the office's file says a key otherwise; while it is tried, a file says all keys."""
    mine, theirs = (file.find(*key_path.split(".")) for file in (own, below))
    return mine is None or theirs is None or values_of(mine) != values_of(theirs)


def _keys_by_owner(own: YamlFile, below: YamlFile) -> dict[str, tuple[str, ...]]:
    """Divides key paths: ``own`` are what the office says otherwise, ``theirs`` the package's rest.

    An own ``en`` covers ``en.answer`` of the package.
    """
    keys = (key for key in key_paths(own.root) if key.partition(".")[0] != "package")
    said = tuple(key for key in keys if _says_otherwise(own, below, key))
    covered = tuple(f"{key}." for key in said)
    left = (key for key in key_paths(below.root) if not f"{key}.".startswith(covered))
    return {"own": said, "theirs": tuple(left)}


@dataclass(frozen=True)
class PackageReader:
    """Reads the files of packages and merges the office's own files over them."""

    layout: Layout
    files: ProjectFiles
    cache: FileCache

    def checked(self, path: Path | None, model: type[M]) -> Checked[M]:
        """Reads one file; that a required one is absent is told elsewhere."""
        if path is None:
            return Checked("")
        return check_path(path, model, files=self.files, cache=self.cache)

    def layered(self, path: Path, model: type[M]) -> Checked[M]:
        """Reads an entry or service: the office's file, a package's, or the two merged."""
        own = self.checked(path, model)
        found = self.layout.packaged(path)
        if found is None:
            return own
        copy, below_path = found
        below = as_yaml(self.files.read(below_path), path=self.files.shown(below_path)).file
        text = below.text if below else ""
        theirs = tuple(key_paths(below.root)) if below else ()
        packaged = Packaged(name=copy.name, path=own.path, sha256=text_hash(text), theirs=theirs)
        if path == below_path or own.file is None:
            return replace(own, packaged=packaged)
        if below is None:
            return replace(self.checked(below_path, model), packaged=packaged)
        if own.file.find("package") is None:
            values = {"id": path.stem, "name": copy.name}
            taken = finding(Location(own.path), "knowledge.package_id_taken", **values)
            return replace(own, problems=(*own.problems, taken), packaged=packaged)
        merged = self._over(own.file, below, model)
        packaged = packaged.model_copy(update=_keys_by_owner(own.file, below))
        return replace(merged, id=path.stem, packaged=packaged)

    def shared(self, own: Checked[M], name: str, model: type[M], *, rows: str) -> Checked[M]:
        """Adds the rows of all packages to a file of the office, if it lacks them."""
        for copy in self.layout.packages:
            if path := copy.file(name):
                below = self.checked(path, model)
                if own.file and below.file:
                    own = self._over(own.file, below.file, model, rows=rows)
                else:
                    problems = (*own.problems, *below.problems)
                    own = replace(own if own.file else below, problems=problems)
        return own

    def links(self, office: Checked[Office]) -> Checked[Office]:
        """Adds the links that texts of packages name to the office's own."""
        if office.value is None or not self.layout.packages:
            return office
        own = {link.id for link in office.value.links}
        links = {link.id: link for link in reversed([*self._links()]) if link.id not in own}
        added = (link for _, link in sorted(links.items()))
        made = office.value.model_copy(update={"links": (*office.value.links, *added)})
        return replace(office, value=made)

    def _links(self) -> Iterator[NamedLink]:
        for copy in self.layout.packages:
            if path := copy.file("links.yml"):
                read = self.checked(path, NamedLinksFile).value
                yield from read.links if read else ()

    def _over(
        self, own: YamlFile, below: YamlFile, model: type[M], *, rows: str = ""
    ) -> Checked[M]:
        file = laid_over(own, below, rows=rows)
        made = check(file, model)
        notation = parse_yaml(own.text, path=own.path).problems
        said = () if own.below else (*notation, *text_problems(own))
        return replace(made, problems=(*said, *text_problems(below), *made.problems))

    def unreplaced_links(self, office: Checked[Office]) -> Iterator[Problem]:
        """Finds links of packages that the office should have replaced with its own."""
        if office.file is None or office.value is None:
            return
        own = {link.id for link in office.value.links}
        links = {link.id: link for link in self._links()}
        replaceable = (recipe.value.own_links for recipe in self.recipes() if recipe.value)
        for name in chain.from_iterable(replaceable):
            if name in links and name not in own:
                values = {"value": name, "url": links[name].url}
                yield notice(office.file.key("links"), "knowledge.package_link", **values)

    def recipes(self) -> tuple[Checked[PackageFile], ...]:
        """Reads every ``package.yml``."""
        return tuple(
            self.checked(path, PackageFile)
            for copy in self.layout.packages
            if (path := copy.file("package.yml"))
        )

    def problems(self, office: Checked[Office]) -> Iterator[Problem]:
        """Compares the copies with what the office has pinned, if that can be read."""
        if (file := office.file) is None or office.value is None:
            return
        copies = {copy.name: copy for copy in self.layout.packages}
        for i, pin in enumerate(office.value.packages):
            copy = copies.pop(pin.name, None)
            if copy is None:
                place = file.at("packages", i, "name")
                yield finding(place, "knowledge.package_missing", name=pin.name)
            elif self._hash(copy) != pin.sha256:
                place = file.at("packages", i, "sha256")
                yield finding(place, "knowledge.package_changed", name=pin.name)
        for copy in copies.values():
            place = Location(self.files.shown(copy.folder))
            yield finding(place, "knowledge.package_not_pinned", name=copy.name)

    def _hash(self, copy: PackageCopy) -> str:
        return package_hash(
            {
                path.relative_to(copy.folder).as_posix(): self.files.read(path).text or ""
                for path in (*copy.files, *copy.entries, *copy.services)
            }
        )
