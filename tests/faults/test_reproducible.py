"""The same content gives the same bytes, whatever the machine, the day, and the way the files came there."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

from tests.conftest import CONTENT, SEED_ISSUE
from tests.faults.archives import snapshot, write_issue

ONE_MACHINE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "825984000"}
ANOTHER = {"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}
"""With no SOURCE_DATE_EPOCH: its builds are of today."""


def backfile(folder: Path, *arguments: str, machine: dict[str, str], umask: int = 0o022) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=kept | machine,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in snapshot(folder).items()}


def copy_in_order(files: dict[str, bytes], folder: Path, seed: int) -> None:
    """Write ``files`` one after the other, in an order drawn by ``seed``: folders list them otherwise."""
    drawn = sorted(files)
    random.Random(seed).shuffle(drawn)
    for name in drawn:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(files[name])


def test_builds_on_two_machines_give_the_same_bytes(tmp_path: Path) -> None:
    for day in range(1, 13):
        write_issue(tmp_path / "made", day, 5)
    files = snapshot(CONTENT) | snapshot(tmp_path / "made")
    one, another = tmp_path / "one", tmp_path / "another" / "far away 档案"
    copy_in_order(files, one / "content", 1)
    copy_in_order(files, another / "content", 2)
    options = ("build", "--precompress", "--base-url", "https://archive.example.org/")
    backfile(one, *options, "--jobs", "1", machine=ONE_MACHINE)
    cold = digests(one / "site")
    assert sum(name.endswith(".html") for name in cold) > 72
    assert any(name.startswith("pagefind/") for name in cold)
    backfile(another, *options, "--jobs", "3", machine=ANOTHER, umask=0o077)
    assert digests(another / "site") == cold
    backfile(one, *options, "--jobs", "3", machine=ANOTHER)  # with what the first build has kept
    assert digests(one / "site") == cold


def test_imports_on_two_machines_give_the_same_files(tmp_path: Path) -> None:
    made = []
    for folder, jobs, machine in (("one", "1", ONE_MACHINE), ("another", "3", ANOTHER)):
        (tmp_path / folder).mkdir()
        page = (SEED_ISSUE / "source" / "page.txt").read_bytes()
        (tmp_path / folder / "page.txt").write_bytes(page + b"\f" + page)
        options = ("--publication", "tmt-kuaibao", "--date", "2022-09-20", "--page", "01", "--jobs", jobs)
        epoch = {"SOURCE_DATE_EPOCH": ONE_MACHINE["SOURCE_DATE_EPOCH"]}
        backfile(tmp_path / folder, "import", "page.txt", *options, machine=machine | epoch)
        made.append(digests(tmp_path / folder / "content"))
    assert made[0] == made[1]
    assert "tmt-kuaibao/2022-09-20/p02/01.md" in made[0]
