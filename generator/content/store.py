"""What import brings -> the files of an issue, without losing a word that a person wrote."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.article_file import amend_article, format_article, parse_article
from generator.content.claims import Versions
from generator.content.delivery import ImportedSource
from generator.content.files import read_text, write_file, write_together
from generator.content.issue_file import read_issue_record
from generator.content.issue_writing import format_issue_record
from generator.content.journal import write_changes
from generator.content.listing import IMPORTED, symbolic_link
from generator.content.merge_notes import note_merge
from generator.content.merging import Merged, merge
from generator.content.numbering import fresh_number
from generator.content.source_lines import read_source_lines, split_lines, without_superseded
from generator.content.source_record import with_page, with_source, with_superseded
from generator.content.versions import Made, Present, make_theirs, read_present
from generator.errors import BackfileError, Diagnostic
from generator.model import Article, IssueRecord


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one page of one source file."""

    label: str
    file: str
    articles: tuple[Article, ...]
    """The page's articles as import made them, in their order."""
    kept: tuple[str, ...] = ()
    """Ids of articles that hold a person's corrections, or that a person took away."""
    differs: tuple[str, ...] = ()
    """Ids of articles in which a person and the program have changed the same; the person's stays."""
    beside: tuple[str, ...] = ()
    """Other source files that have given articles to the same page."""


@dataclass(frozen=True, slots=True)
class StoredIssue:
    """An issue after an import: its record, its pages' results, and the files to write and to remove."""

    record: IssueRecord
    pages: tuple[PageResult, ...]
    folder: Path
    writes: Mapping[str, bytes] = field(default_factory=dict)
    """What is new or changed, by its path inside the folder."""
    removals: tuple[str, ...] = ()
    seen: Mapping[str, bytes | None] = field(default_factory=dict)
    """The article files as they were when this was planned, None for those that were not there."""
    articles: Mapping[str, Article] = field(default_factory=dict)
    """Every article of the issue as it is after the import, by id."""
    notes: tuple[Diagnostic, ...] = ()
    """What could not be combined with a person's corrections, and what was counted anew."""


def plan_issue(
    content: Path, issue: IssueRecord, sources: tuple[ImportedSource, ...], today: dt.date
) -> StoredIssue:
    """Return what has to be written under ``content`` so that ``issue`` holds ``sources``; writes nothing.

    What a person has changed, moved, added or removed since the last import stays so. Raises ``BackfileError`` where
    a source of the same name but another text is there already, where an article of the issue cannot be read, and
    where the issue is reached through a symbolic link.
    """
    folder = content / issue.publication / issue.folder
    refuse_links(folder)
    record = read_issue_record(folder) if (folder / "issue.toml").is_file() else issue
    if issue.date_basis and not record.date_basis:
        record = dataclasses.replace(record, date_basis=issue.date_basis)
    for source in sources:
        record = with_source(record, source, folder, today)
    lines = read_source_lines(folder, record)
    lines |= {source.file: split_lines(source.data, source.encoding) for source in sources}
    standing = without_superseded(lines, record)
    present = read_present(folder, standing)
    fresh = fresh_number(record, (*present.base, *present.mine))
    made = make_theirs(present, sources, standing, record.id, fresh)
    record = with_superseded(record, made.replaced, lines)
    standing = without_superseded(lines, record)
    merged = merge(Versions(present.base, present.mine, made.theirs), standing, fresh, present.held)
    ids = {*present.base, *present.mine, *merged.articles, *merged.theirs}
    record = _with_pages(record, ids, {label for _, label in made.pages}, sources)
    writes = {source.file: source.data for source in sources} | dict(_article_files(merged, present))
    earlier = read_text(folder / "issue.toml") if (folder / "issue.toml").is_file() else ""
    writes["issue.toml"] = format_issue_record(record, earlier).encode()
    is_there = folder.exists()
    changes = {name: data for name, data in writes.items() if not is_there or _bytes(folder / name) != data}
    files = {_file(each) for each in present.mine} | {_file(each, imported=True) for each in present.base}
    removals = tuple(sorted(files - writes.keys()))
    articles = [name for name in (*changes, *removals) if name.endswith(".md")]
    seen = {name: _bytes(folder / name) if is_there else None for name in articles}
    return StoredIssue(
        record,
        tuple(_results(record, sources, made, merged, present)),
        folder,
        changes,
        removals,
        seen,
        merged.articles,
        note_merge(folder, merged, present, standing),
    )


def _with_pages(
    record: IssueRecord, ids: Collection[str], labels: Collection[str], sources: Iterable[ImportedSource]
) -> IssueRecord:
    """Return ``record`` with the pages of all ``ids`` and those with ``labels``, and the last number of each."""
    for label in sorted({each.split("/")[-2][1:] for each in ids}.union(labels)):
        numbers = [int(each.rpartition("/")[2]) for each in ids if each.startswith(f"{record.id}/p{label}/")]
        name = next((found for source in sources if (found := source.page_names.get(label))), "")
        record = with_page(record, label, max(numbers, default=0), name)
    return record


def _article_files(merged: Merged, present: Present) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every article, and of the copy of what import has of it."""
    written: dict[str, str] = {}
    for article_id, article in merged.articles.items():
        mine = present.mine.get(article_id)
        text = present.mine_texts.get(article_id, "")
        if mine is None:
            text = written[article_id] = format_article(article)
        elif article != mine:
            untouched = present.base.get(article_id) == mine
            text = format_article(article) if untouched else _amended(text, mine, article)
        yield _file(article_id), text.encode()
    for article_id, article in merged.theirs.items():
        text = present.base_texts.get(article_id, "")
        if not text or present.base[article_id] != article:
            known = article_id in written and merged.articles[article_id] == article
            text = written[article_id] if known else format_article(article)
        yield _file(article_id, imported=True), text.encode()


def _amended(text: str, mine: Article, article: Article) -> str:
    amended = amend_article(text, mine, article)
    try:
        right = parse_article(amended, article.id, article.id) == article
    except BackfileError:
        right = False
    # Front matter on one line, between braces, has no lines to put anything between.
    return amended if right else format_article(article)


def _file(article_id: str, *, imported: bool = False) -> str:
    page, number = article_id.split("/")[-2:]
    return f"{IMPORTED}/{page}/{number}.txt" if imported else f"{page}/{number}.md"


def _results(
    record: IssueRecord, sources: tuple[ImportedSource, ...], made: Made, merged: Merged, present: Present
) -> Iterator[PageResult]:
    corrected = {
        each for each in {*present.base, *present.mine} if present.base.get(each) != present.mine.get(each)
    }
    differing = {each.article for each in merged.disagreements}
    for source in sources:
        for label in source.pages:
            ids = made.pages[source.file, label]
            page = f"{record.id}/p{label}/"
            yield PageResult(
                label=label,
                file=source.file,
                articles=tuple(merged.theirs[each] for each in ids),
                kept=tuple(sorted(each for each in corrected if each.startswith(page))),
                differs=tuple(sorted(each for each in differing if each.startswith(page))),
                beside=tuple(
                    other.file
                    for other in record.sources
                    if other.file != source.file and label in other.pages and not other.superseded
                ),
            )


def refuse_links(folder: Path) -> None:
    """Raise ``BackfileError`` where the issue in ``folder`` is reached, or reaches out, through a symbolic link."""
    inside = folder.glob("[!.]*") if folder.is_dir() else ()
    copies = (folder / IMPORTED).glob("*") if folder.is_dir() else ()
    for path in (folder.parent, folder, folder / IMPORTED, *inside, *copies):
        if path.is_symlink():
            raise BackfileError(symbolic_link(path))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


_STAGING = ".importing-"


def remove_broken_off(publication: Path) -> None:
    """Remove what imports that were killed have left beside the issues of a publication: issues not yet whole."""
    for folder in publication.glob(f".*{_STAGING}*"):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def store_issue(planned: StoredIssue) -> tuple[str, ...]:
    """Write what was planned: a new issue appears at once, the changes of an existing one are all made or none.

    An import that is broken off is finished by the next one. Returns the ids of articles that somebody has edited
    since they were planned; those stay as they are.
    """
    folder = planned.folder
    if not folder.exists():
        staging = folder.with_name(f".{folder.name}{_STAGING}{os.getpid()}")
        try:
            write_together(staging, planned.writes)
            staging.rename(folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return ()
    changes: dict[str, tuple[bytes | None, bytes | None]] = {}
    for name in (*planned.writes, *planned.removals):
        if name.startswith("source/"):  # a new file, which nothing speaks of before the journal is there
            write_file(folder / name, planned.writes[name])
        else:
            seen = planned.seen[name] if name in planned.seen else _bytes(folder / name)
            changes[name] = (seen, planned.writes.get(name))
    return tuple(f"{planned.record.id}/{name}" for name in write_changes(folder, changes))
