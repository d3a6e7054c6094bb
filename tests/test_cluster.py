"""The stages on a Dask cluster: the same bytes, also where a worker is killed in the middle."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from generator.cluster import on_cluster
from generator.errors import BackfileError, ExitCode
from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.pipeline.importing import import_sources
from generator.pipeline.settling import ImportRequest
from generator.workers import Jobs
from tests.conftest import PROJECT, Run

ISSUES = 24


@contextlib.contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[str]]:
    """Run one of Dask's programs, and end it in the end."""
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DASK_DISTRIBUTED__COMM__RETRY__COUNT": "3"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str], what: str) -> str:
    """Return what ``process`` says behind ``what``."""
    assert process.stderr
    return next(line.split(what)[1].strip() for line in process.stderr if what in line)


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """A scheduler and three workers, each a process of its own."""
    with contextlib.ExitStack() as stack:
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        scheduler = stack.enter_context(started("distributed.cli.dask_scheduler", *options))
        address = said(scheduler, "Scheduler at:")
        options = (address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = [stack.enter_context(started("distributed.cli.dask_worker", *options)) for _ in range(3)]
        for worker in workers:
            said(worker, "Registered to:")
        yield address, workers


class Killing(Executor):
    """An executor that does something when it has been given so many things to do."""

    def __init__(self, executor: Executor, at: int, then: Callable[[], None]) -> None:
        self._executor, self._left, self._then = executor, at, then

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        future = self._executor.submit(work, *given, **named)
        self._left -= 1
        if not self._left:
            self._then()
        return future


def archive(folder: Path, importing: Jobs, building: Jobs) -> None:
    """Import and build an archive in ``folder``."""
    folder.mkdir()
    lines = [
        {
            "date": f"1996-01-{1 + n % ISSUES:02d}",
            "title": f"第{n}座桥",
            "text": f"石桥{n}开放。" * 9,
        }
        for n in range(ISSUES * 2)
    ]
    (folder / "all.jsonl").write_text("".join(json.dumps(line) + "\r\n" for line in lines))
    import_sources(ImportRequest((folder / "all.jsonl",), folder / "content", "wanbao", jobs=importing))
    layouts = (built_in_layouts(),)
    build_site(
        BuildRequest(
            folder / "content", layouts, folder / "site", folder / "cache", jobs=building, precompress=True
        )
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        f"{path.relative_to(folder)}": path.read_bytes()
        for part in ("content", "site")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }


def test_a_cluster_of_which_a_worker_is_killed_gives_the_same_bytes(
    cluster: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, workers = cluster
    monkeypatch.chdir(tmp_path)
    archive(tmp_path / "here", 1, 1)
    with on_cluster(address, tmp_path) as executor:
        importing = Killing(executor, ISSUES // 2, workers[0].kill)
        archive(tmp_path / "there", importing, Killing(executor, ISSUES + 1, workers[1].kill))
    assert [worker.wait() for worker in workers[:2]] == [-9, -9]
    assert workers[2].poll() is None
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def test_the_commands_take_a_scheduler(cluster: tuple[str, list[subprocess.Popen[str]]], run: Run) -> None:
    Path("a.jsonl").write_text(
        '{"date": "1996-01-02", "title": "甲"}\n{"date": "1996-01-03", "title": "乙"}\n'
    )
    given = ("--scheduler", cluster[0])
    assert run("import", "a.jsonl", "--publication", "wanbao", *given)[0] == ExitCode.DONE
    assert run("build", "--no-search", *given)[0] == ExitCode.DONE
    assert Path("site/wanbao/1996-01-03/p01/01.html").is_file()


def test_what_is_missing_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster.PATIENCE", 0.2)
    status, _, err = run("build", "--scheduler", "tcp://127.0.0.1:9")
    assert (status, "no scheduler answers at tcp://127.0.0.1:9" in err) == (ExitCode.UNUSABLE, True)
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, _, err = run("build", "--scheduler", "tcp://127.0.0.1:9")
    assert (status, 'pip install "backfile[distributed]"' in err) == (ExitCode.UNUSABLE, True)


def test_workers_have_to_see_the_folder_and_be_of_the_same_version(
    cluster: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BackfileError, match="does not see"), on_cluster(cluster[0], tmp_path / "elsewhere"):
        pass
    monkeypatch.setattr("generator.cluster.__version__", "99.0")
    with pytest.raises(BackfileError, match=r"here it is 99\.0"), on_cluster(cluster[0], tmp_path):
        pass
