"""``backfile init``: an archive of one's own that builds and checks at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import yaml

from generator.config import read_settings
from generator.errors import ExitCode
from generator.vocabulary_file import read_vocabulary
from tests.conftest import Run


def test_a_new_archive_is_whole(run: Run) -> None:
    status, out, _ = run("init", "archive")
    assert (status, "Next: cd archive" in out) == (ExitCode.DONE, True)
    folder = Path("archive")
    assert read_settings(folder / "content").publications["shili"].name_supplied
    assert read_vocabulary(folder / "content").terms == ()
    kinds = [
        yaml.safe_load(path.read_text().split("---\n")[1])["kind"]
        for path in sorted((folder / "content/shili/2024-01-01/p01").glob("*.md"))
    ]
    assert kinds == ["article", "article", "notice", "furniture"]
    assert (
        run("build", "--content", "archive/content", "--site", "archive/site", "--no-search")[0]
        == ExitCode.DONE
    )
    assert run("check", "--content", "archive/content", "--site", "archive/site")[0] == ExitCode.DONE
    assert (folder / "site/.gitignore").read_text() == "*\n!.gitignore\n"
    assert "/site/*" in (folder / ".gitignore").read_text()


def test_the_workflow_says_what_to_fill_in(run: Run) -> None:
    run("init", ".")
    text = Path(".github/workflows/publish.yml").read_text()
    steps = yaml.safe_load(text)["jobs"]["publish"]["steps"]
    assert any("backfile build --base-url" in step.get("run", "") for step in steps)
    assert text.count("TO FILL IN") == 2


def test_an_archive_is_not_started_twice(run: Run) -> None:
    run("init", ".")
    Path("content/archive.toml").write_text('title = "mine"\n')
    status, _, err = run("init", ".")
    assert (status, "the folder is an archive already" in err) == (ExitCode.UNUSABLE, True)
    assert tomllib.loads(Path("content/archive.toml").read_text()) == {"title": "mine"}


def test_files_that_are_there_already_stay(run: Run) -> None:
    Path(".gitignore").write_text("mine\n")
    assert run("init")[0] == ExitCode.DONE
    assert Path(".gitignore").read_text() == "mine\n"
