"""What all judges need: packages of their own under target/outside, and files that we wrote."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "target" / "outside"


def packages(name, *wanted):
    """Goes on in a virtual environment of this name that has these packages, each with its version."""
    place = PLACE / f"venv-{name}"
    python = place / "bin" / "python"
    if Path(sys.prefix).resolve() == place.resolve():
        return
    done = place / "packages.txt"
    if not done.exists() or done.read_text() != "\n".join(wanted):
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *wanted], check=True)
        done.write_text("\n".join(wanted))
    os.execv(python, [str(python), *sys.argv])


def node_packages(name, *wanted):
    """A folder with these packages of npm in it."""
    place = PLACE / f"node-{name}"
    done = place / "packages.txt"
    if not done.exists() or done.read_text() != "\n".join(wanted):
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private":true,"type":"module"}\n')
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *wanted], cwd=place, check=True)
        done.write_text("\n".join(wanted))
    return place


def samples(word=None):
    """Writes the samples, and gives the files of a format; without one, the folder."""
    folder = PLACE / "samples"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", "samples", folder], cwd=ROOT, check=True)
    return sorted((folder / word).iterdir()) if word else folder


def checkout(variable, what):
    """The checkout of a judge that is a repository; ends with a line where it is not given."""
    place = os.environ.get(variable)
    if not place:
        print(f"skipped: {variable} names no checkout of {what}")
        sys.exit(0)
    return Path(place)


class Table:
    """What was judged, a line each; the last line says how many were right."""

    def __init__(self):
        self.right = self.all = 0

    def line(self, name, fault=""):
        self.all += 1
        self.right += not fault
        print(f"{name:60} {fault or 'right'}")

    def end(self):
        print(f"{self.right} of {self.all} right")
        sys.exit(self.right != self.all or self.all == 0)
