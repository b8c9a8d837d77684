"""Reads a package from its folder, archive or address, with limits on size."""

import io
import zipfile
from collections.abc import Collection
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path, PurePosixPath

import requests

from caridulu.curation.exports.opened_files import DAMAGED
from caridulu.knowledge import check, parse_yaml
from caridulu.knowledge.model import PackageFile
from caridulu.knowledge.project_files import PACKAGE_FILES, PACKAGES, valid_id
from caridulu.knowledge.yaml.reader import SIZE_LIMIT, decode
from caridulu.messages import UserError

RECIPE = PACKAGE_FILES[0]
GROUP = "caridulu.packages"  # of entry points: an installed package names the module with its files
# Packages that come with this program: in its wheel beside this module, in its source where the
# office of the repository has its copy.
SHIPPED = (Path(__file__).parent, Path(__file__).parents[3] / "kb" / PACKAGES)
MOST_FILES = 5_000
LARGEST = 50_000_000  # bytes of a fetched archive, and of all files of a package
TIMEOUT = (10, 60)  # seconds to connect, and between two parts of an answer
ARCHIVES = (".whl", ".zip")


class PackageError(UserError):
    """A package cannot be read."""

    prefix = "packages."


def read_package(source: str, *, root: Path) -> tuple[PackageFile, dict[str, str]]:
    """Reads a package: what ``package.yml`` says, and the texts of its files by their names.

    ``source`` is a folder or an archive (from ``root`` if relative), an address, or the name of a
    package that is installed or comes with this program.
    """
    contents = _contents(source, root)
    texts: dict[str, str] = {}
    for name, content in sorted(contents.items()):
        reading = decode(content, path=name)
        if reading.text is None or reading.problems or len(content) > SIZE_LIMIT:
            raise PackageError("bad_file", name=name, source=source)
        texts[name] = reading.text
    file = parse_yaml(texts.get(RECIPE, ""), path=RECIPE).file
    checked = check(file, PackageFile) if file else None
    if checked is None or checked.problems or checked.value is None:
        raise PackageError("no_package", source=source)
    return checked.value, texts


def _contents(source: str, root: Path) -> dict[str, bytes]:
    """Reads the YAML files of a package; other files of its folder are no part of it."""
    if source.startswith(("https://", "http://")):
        return _in_archive(fetched(source), source)
    path = root / source
    if path.is_dir():
        return _in_folder(path, source)
    if path.is_file() and path.suffix in ARCHIVES:
        return _in_archive(path.read_bytes(), source)
    for folder in SHIPPED:
        if valid_id(source) and (folder / source / RECIPE).is_file():
            return _in_folder(folder / source, source)
    for found in entry_points(group=GROUP, name=source):
        return _in_folder(Path(str(files(found.module))), source)
    raise PackageError("no_package", source=source)


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Lists the files of a package, and those of its folders."""
    return (*folder.glob("*.yml"), *folder.glob("*/*.yml"))


def _in_folder(folder: Path, source: str) -> dict[str, bytes]:
    paths = filter(Path.is_file, yaml_files(folder))
    names = {path: path.relative_to(folder).as_posix() for path in paths}
    wanted = {path: name for path, name in names.items() if _belongs(name)}
    _check_sizes([path.stat().st_size for path in wanted], source)
    return {name: path.read_bytes() for path, name in wanted.items()}


def _in_archive(content: bytes, source: str) -> dict[str, bytes]:
    """Reads what lies beside the uppermost ``package.yml``."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        recipes = [name for name in archive.namelist() if PurePosixPath(name).name == RECIPE]
        top = min(recipes, key=lambda name: (name.count("/"), name), default="")
        begin = top.removesuffix(RECIPE)
        inside = [one for one in archive.infolist() if one.filename.startswith(begin)]
        named = {one.filename.removeprefix(begin): one for one in inside}
        wanted = {name: one for name, one in named.items() if top and _belongs(name)}
        _check_sizes([one.file_size for one in wanted.values()], source)
        return {name: archive.read(one) for name, one in wanted.items()}
    except DAMAGED as error:
        raise PackageError("bad_archive", source=source) from error


def _check_sizes(sizes: Collection[int], source: str) -> None:
    if len(sizes) > MOST_FILES or max(sizes, default=0) > SIZE_LIMIT or sum(sizes) > LARGEST:
        raise PackageError("too_large", source=source)


def _belongs(name: str) -> bool:
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return name in PACKAGE_FILES
    return len(path.parts) == 2 and path.suffix == ".yml" and all(
        valid_id(part) for part in (path.parts[0], path.stem)
    )  # fmt: skip


def fetched(url: str, *, most: int = LARGEST) -> bytes:
    """Fetches a file of ``most`` bytes or fewer over https.

    Raises:
        PackageError: it cannot be had.
    """
    if url.startswith("http://") and not url.startswith(("http://127.0.0.1:", "http://localhost:")):
        raise PackageError("not_https", source=url)
    try:
        with requests.get(url, timeout=TIMEOUT, stream=True) as answer:
            answer.raise_for_status()
            content = b""
            for part in answer.iter_content(65_536):
                content += part
                if len(content) > most:
                    raise PackageError("too_large", source=url)
            return content
    except requests.RequestException as error:
        raise PackageError("not_fetched", source=url) from error
