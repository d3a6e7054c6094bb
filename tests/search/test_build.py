"""Making the index: whole, the same every time, and only what changed anew."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.search import IndexFolders, SearchDocument, SearchIssue, build_index, engine
from generator.search.cache import open_cache
from generator.search.cuts import KeptCuts
from tests.search.archive import DOCUMENTS
from tests.search.making import everything, make_files, make_index

FEW = DOCUMENTS[:60]


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by their paths in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(documents: Iterable[SearchDocument], folder: Path, *, jobs: int = 1) -> tuple[int, int]:
    """Build the index of ``documents`` in ``folder``; return the number of parts and of those reused."""
    report = make_index(documents, folder / "site", cache=folder / "cache", jobs=jobs)
    return report.parts, report.reused


def test_the_order_of_documents_and_the_number_of_jobs_do_not_show(tmp_path: Path) -> None:
    build(FEW, tmp_path / "one")
    build(reversed(FEW), tmp_path / "other", jobs=2)
    assert files(tmp_path / "one" / "site") == files(tmp_path / "other" / "site")


def test_only_the_part_that_changed_is_made_again(tmp_path: Path) -> None:
    parts, _ = build(FEW, tmp_path)
    assert build(FEW, tmp_path) == (parts, parts)
    changed = (*FEW[:-1], dataclasses.replace(FEW[-1], title="另一个标题"))
    assert build(changed, tmp_path) == (parts, parts - 1)
    build(changed, tmp_path / "cold")
    assert files(tmp_path / "site") == files(tmp_path / "cold" / "site")


def test_the_manifest_names_every_part_with_its_dates(tmp_path: Path) -> None:
    build(FEW, tmp_path)
    index = tmp_path / "site" / "pagefind"
    manifest = json.loads((index / "manifest.json").read_text())
    assert sum(part["count"] for part in manifest["parts"]) == len(FEW)
    assert manifest["parts"][0]["from"] == min(d.date for d in FEW).isoformat()
    assert manifest["parts"][-1]["to"] == max(d.date for d in FEW).isoformat()
    named = {
        "manifest.json",
        manifest["folding"],
        manifest["vocabulary"],
        "suggest",
        *(p["folder"] for p in manifest["parts"]),
    }
    assert {path.name for path in index.iterdir()} == named


def test_an_archive_without_articles_has_an_empty_index(tmp_path: Path) -> None:
    assert build((), tmp_path) == (0, 0)
    assert json.loads((tmp_path / "site" / "pagefind" / "manifest.json").read_text())["parts"] == []


def test_a_failing_engine_is_reported_and_the_old_index_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(FEW, tmp_path)
    before = files(tmp_path / "site")
    false = tmp_path / "false"
    false.write_text("#!/bin/sh\nexit 3\n")
    false.chmod(0o755)
    monkeypatch.setattr(engine, "find_engine", lambda: false)
    with pytest.raises(BackfileError, match=r"Pagefind failed .* status 3.*--no-search"):
        build(DOCUMENTS[:61], tmp_path)
    assert files(tmp_path / "site") == before


def test_a_missing_engine_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError("no such program")

    monkeypatch.setattr(engine.pagefind_bin, "get_executable", missing)
    with pytest.raises(BackfileError, match="pagefind-bin"):
        build(FEW, tmp_path)


def test_a_problem_with_a_document_is_raised_and_does_not_hang() -> None:
    def texts() -> Iterable[str]:
        yield "算力"
        raise RuntimeError("cannot be cut")

    with pytest.raises(RuntimeError, match="cannot be cut"):
        engine.run_engine(texts())


def test_a_kept_part_that_lost_a_file_or_its_content_is_made_again(tmp_path: Path) -> None:
    build(FEW, tmp_path)
    whole = files(tmp_path / "site")
    kept = next((tmp_path / "cache" / "search" / "parts").iterdir())
    for damage in (
        lambda: next(kept.glob("index/*")).write_bytes(b""),
        lambda: next(kept.glob("text/*")).unlink(),
        (kept / "words.json").unlink,
        lambda: (kept / "part.json").write_bytes(b"[]"),
    ):
        damage()
        shutil.rmtree(tmp_path / "site")
        assert build(FEW, tmp_path) == (1, 0)
        assert files(tmp_path / "site") == whole


def test_what_the_site_has_lost_is_put_there_again_and_nothing_else(tmp_path: Path) -> None:
    build(FEW, tmp_path)
    site, new = tmp_path / "site" / "pagefind", tmp_path / "new"
    whole = files(site)
    damaged = next(site.glob("*/rows.pack"))
    damaged.write_bytes(b"")
    next(site.glob("suggest/*")).unlink()
    (site / "left").write_bytes(b"")
    report = make_files(FEW, new, standing=site, cache=tmp_path / "cache")
    assert report.reused == report.parts
    assert len(files(new)) == 2
    assert report.unused == ("left",)
    assert files(site) | files(new) == whole | {"left": b""}


def test_an_issue_of_which_nothing_is_searched_makes_no_part(tmp_path: Path) -> None:
    issue = SearchIssue("a/2020-01-01", dt.date(2020, 1, 1), "", 0)
    report = build_index(
        [issue],
        lambda _: iter(()),
        lambda _: everything(()),
        folders=IndexFolders(tmp_path / "new", None, tmp_path / "cache"),
        jobs=1,
    )
    assert report.documents == 0
    assert json.loads((tmp_path / "new" / "manifest.json").read_bytes())["parts"] == []


def test_builds_that_share_a_cache_wait_for_one_another(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with open_cache(tmp_path):
            order.append("second")

    with open_cache(tmp_path) as parts:
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
        assert parts.is_dir()
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.parametrize("kept", ["[]", "{", '"x"', "{}", '{"jieba": "0", "words": {}}', '{"words": [1]}'])
def test_kept_cuts_of_another_form_are_cut_again(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "cuts.json"
    path.write_text(kept)
    read = KeptCuts(path)
    assert read.words_of("数据中心")
    read.save()
    assert json.loads(path.read_text())["words"]


def test_cuts_of_another_jieba_are_cut_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cuts.json"
    monkeypatch.setattr("generator.search.cuts.version", lambda _: "0")
    old = KeptCuts(path)
    monkeypatch.setattr("generator.search.cuts.words.cut", lambda _: ["旧词"])
    assert old.words_of("数据中心") == ["旧词"]
    old.save()
    monkeypatch.undo()
    assert "旧词" not in KeptCuts(path).words_of("数据中心")
