"""Making an index in the tests: issues of made-up documents, and a site that it is put into as a build does."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.search import (
    FOLDER,
    EntryChanges,
    IndexFolders,
    SearchDocument,
    SearchEntry,
    SearchIssue,
    SearchReport,
    build_index,
)

Issues = Mapping[str, Sequence[SearchDocument]]


def as_issues(documents: Iterable[SearchDocument]) -> Issues:
    """The documents of each issue, by its id, as theirs say."""
    issues: dict[str, list[SearchDocument]] = {}
    for document in documents:
        issues.setdefault(document.id.rsplit("/", 2)[0], []).append(document)
    return issues


def about(issue_id: str, documents: Sequence[SearchDocument]) -> SearchIssue:
    """What the index is told of an issue."""
    digest = hashlib.sha256(repr(sorted(documents, key=lambda d: d.id)).encode(errors="surrogatepass"))
    characters = sum(len(text) for document in documents for text in document.texts())
    return SearchIssue(issue_id, documents[0].date, digest.hexdigest(), characters)


def read_issues(ids: Sequence[str], issues: Issues) -> Iterator[SearchDocument]:
    """The documents of issues, as a build reads them."""
    for issue_id in ids:
        yield from issues[issue_id]


def everything(entries: Iterable[SearchEntry], revision: str = "") -> EntryChanges:
    """All that is offered; headlines as if they were of one issue."""
    listed = list(entries)
    headlines = [entry for entry in listed if entry.kind == "article"]
    terms = [(entry.kind, entry.label, entry) for entry in listed if entry.kind != "article"]
    return EntryChanges(revision, [("a/2020-01-01", headlines)], terms, whole=True)


def make_index(
    documents: Iterable[SearchDocument],
    site: Path,
    *,
    cache: Path,
    entries: Iterable[SearchEntry] = (),
    jobs: int = 1,
) -> SearchReport:
    """Make the index of ``documents`` and put it into ``site``, which may have one, as the writer of a site does."""
    new = site / ".new"
    report = make_files(documents, new, standing=site / FOLDER, cache=cache, entries=entries, jobs=jobs)
    put_in_place(new, site / FOLDER, report.unused)
    return report


def make_files(
    documents: Iterable[SearchDocument],
    target: Path,
    *,
    standing: Path | None,
    cache: Path,
    entries: Iterable[SearchEntry] = (),
    jobs: int = 1,
) -> SearchReport:
    """Write into ``target`` what the index of ``documents`` has and the one that is ``standing`` has not."""
    issues = as_issues(documents)
    return build_index(
        [about(issue_id, of_issue) for issue_id, of_issue in issues.items()],
        functools.partial(read_issues, issues=issues),
        lambda _: everything(entries),
        folders=IndexFolders(target, standing, cache),
        jobs=jobs,
    )


def put_in_place(new: Path, index: Path, unused: Iterable[str]) -> None:
    """Move new files into the index of a site, the manifest last, and remove what is unused."""
    files = [path for path in new.rglob("*") if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == "manifest.json"):
        target = index / path.relative_to(new)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    for name in unused:
        (index / name).unlink()
        if not any((index / name).parent.iterdir()):
            (index / name).parent.rmdir()
    shutil.rmtree(new, ignore_errors=True)
