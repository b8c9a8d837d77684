"""``python -m windows_zip``: builds the zip."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from caridulu import __version__
from windows_zip.archive import LongPathError, Runtime, RuntimeFileError, write_zip
from windows_zip.wheels import EPOCH, PIP, Wheel, WheelError, needed_wheels, pins_of

ROOT = Path(__file__).parents[2]
EXTRAS = frozenset({"sftp", "s3", "keyring"})  # every kind of target, and the system's keyring


def main() -> int:
    """Builds the zip, or says in one line why not."""
    options = arguments().parse_args()
    options.wheels.mkdir(parents=True, exist_ok=True)
    target = options.out / f"caridulu-windows-{__version__}.zip"
    try:
        runtime = Runtime.read(options.runtime, options.sha256)
        pins = pins_of((ROOT / "constraints.txt").read_text("utf-8"))
        wheels = needed_wheels(
            own_wheel(options.wheels),
            EXTRAS,
            pins=pins,
            folder=options.wheels,
            python=runtime.python,
        )
        write_zip(target, __version__, runtime, wheels)
    except (LongPathError, RuntimeFileError, WheelError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}: {len(wheels)} wheels, {target.stat().st_size / 1e6:.0f} MB")
    return 0


def arguments() -> argparse.ArgumentParser:
    """Reads what is given: the runtime with its hash, and two folders."""
    parser = argparse.ArgumentParser(prog="windows_zip", description=__doc__)
    runtime = "python-3.*-embed-amd64.zip, as downloaded from python.org"
    parser.add_argument("--runtime", type=Path, required=True, help=runtime)
    parser.add_argument("--sha256", required=True, help="its SHA-256, as python.org gives it")
    wheels = "folder of wheels; what it lacks is downloaded into it"
    parser.add_argument("--wheels", type=Path, default=Path("wheels"), help=wheels)
    parser.add_argument("--out", type=Path, default=Path(), help="folder of the finished zip")
    return parser


def own_wheel(folder: Path) -> Wheel:
    """Builds the wheel of this repository."""
    build = (*PIP, "wheel", "--no-deps", "--no-build-isolation")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run([*build, "--wheel-dir", folder, ROOT], env=environment, check=True)
    return Wheel(folder / f"caridulu-{__version__}-py3-none-any.whl")


if __name__ == "__main__":
    sys.exit(main())
