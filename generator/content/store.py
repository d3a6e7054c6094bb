"""What import brings -> the files of an issue, without losing a word that a person wrote."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.article_file import format_article
from generator.content.files import read_text, write_file
from generator.content.issue_file import format_issue_record, read_issue_record
from generator.content.listing import IMPORTED, symbolic_link
from generator.content.markdown import compose_body
from generator.content.numbering import Numbered, number_stories
from generator.errors import BackfileError, error
from generator.identifiers import label_key
from generator.model import Article, Doubt, IssueRecord, PageRecord, SourceFile, SourceRef, Story, Terms


@dataclass(frozen=True, slots=True)
class Draft:
    """A story ready to become an article file: its terms are found, its number is not given yet."""

    story: Story
    terms: Terms
    url: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """One source file of one issue, with the drafts that each page of it gave."""

    file: str
    """Path inside the issue's folder, such as ``source/page.txt``."""
    data: bytes
    encoding: str
    pages: Mapping[str, tuple[Draft, ...]]
    part_of: str = ""
    part_of_sha256: str = ""


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one page of one source file."""

    label: str
    file: str
    articles: tuple[Article, ...]
    """The page's articles as import made them, in their order."""
    doubts: Mapping[str, tuple[Doubt, ...]]
    """For the id of an article, why it is doubtful."""
    kept: tuple[str, ...] = ()
    """Ids of articles left as a person had corrected them."""
    differs: tuple[str, ...] = ()
    """Ids whose new reading was not taken over, since the page holds corrections."""
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


def plan_issue(
    content: Path, issue: IssueRecord, sources: tuple[ImportedSource, ...], today: dt.date
) -> StoredIssue:
    """Return what has to be written under ``content`` so that ``issue`` holds ``sources``; writes nothing.

    Files that a person changed, added or removed since the last import are left as they are. Raises
    ``BackfileError`` where a source of the same name but another text is there already, and where the issue is
    reached through a symbolic link.
    """
    folder = content / issue.publication / issue.folder
    _refuse_links(folder)
    record = read_issue_record(folder) if (folder / "issue.toml").is_file() else issue
    finished = {(source.file, label) for source in record.sources for label in source.pages}
    if issue.date_basis and not record.date_basis:
        record = dataclasses.replace(record, date_basis=issue.date_basis)
    writes: dict[str, bytes] = {}
    removals: list[str] = []
    results = []
    for source in sources:
        record = _with_source(record, source, folder, today)
        writes[source.file] = source.data
        for label, drafts in source.pages.items():
            page = next((page for page in record.pages if page.label == label), PageRecord(label))
            known = (source.file, label) in finished
            plan = _plan_page(folder / f"p{label}", page, source.file, drafts, known)
            writes |= plan.writes
            removals.extend(plan.removals)
            beside = tuple(
                other.file for other in record.sources if other.file != source.file and label in other.pages
            )
            results.append(dataclasses.replace(plan.result, beside=beside))
            record = _with_page(record, plan.page)
    earlier = read_text(folder / "issue.toml") if (folder / "issue.toml").is_file() else ""
    writes["issue.toml"] = format_issue_record(record, earlier).encode()
    changes = {name: data for name, data in writes.items() if _bytes(folder / name) != data}
    seen = {name: _bytes(folder / name) for name in (*changes, *removals) if name.endswith(".md")}
    return StoredIssue(record, tuple(results), folder, changes, tuple(removals), seen)


def _refuse_links(folder: Path) -> None:
    inside = folder.glob("[!.]*") if folder.is_dir() else ()
    for path in (folder.parent, folder, folder / IMPORTED, *inside):
        if path.is_symlink():
            raise BackfileError(symbolic_link(path))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def store_issue(planned: StoredIssue) -> tuple[str, ...]:
    """Write what was planned: a new issue appears at once, an existing one file by file, issue.toml last.

    Returns the ids of articles that somebody has edited since they were planned; those stay as they are.
    """
    folder = planned.folder
    if not folder.exists():
        staging = folder.with_name(f".{folder.name}.importing-{os.getpid()}")
        try:
            for name, data in planned.writes.items():
                write_file(staging / name, data)
            staging.rename(folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return ()
    edited = {
        name.removesuffix(".md") for name, seen in planned.seen.items() if _bytes(folder / name) != seen
    }
    for name, data in planned.writes.items():
        if _article_name(name) not in edited:
            write_file(folder / name, data)
    for name in planned.removals:
        if _article_name(name) not in edited:
            (folder / name).unlink(missing_ok=True)
    return tuple(f"{planned.record.id}/{name}" for name in sorted(edited))


def _article_name(name: str) -> str:
    """Return ``p01/03`` for the file of an article and for the copy of what import wrote of it."""
    return name.removeprefix(f"{IMPORTED}/").rpartition(".")[0]


def _with_source(record: IssueRecord, source: ImportedSource, folder: Path, today: dt.date) -> IssueRecord:
    sha256 = hashlib.sha256(source.data).hexdigest()
    known = next((known for known in record.sources if known.file == source.file), None)
    kept = _bytes(folder / source.file)
    if (known and known.sha256 != sha256) or (kept is not None and kept != source.data):
        raise error(
            "source-changed",
            f"the issue already holds another text named {source.file}.",
            file=str(folder / source.file),
            remedy="If it is another text, rename it. To replace that one, first remove it, its [[sources]] entry in "
            "issue.toml, and the articles made from it.",
        )
    entry = known or SourceFile(
        file=source.file,
        sha256=sha256,
        pages=(),
        imported=today,
        encoding=source.encoding,
        part_of=source.part_of,
        part_of_sha256=source.part_of_sha256,
    )
    pages = tuple(sorted({*source.pages, *entry.pages}, key=label_key))
    entry = dataclasses.replace(entry, pages=pages)
    others = [other for other in record.sources if other.file != source.file]
    return dataclasses.replace(record, sources=tuple(sorted([*others, entry], key=lambda other: other.file)))


def _with_page(record: IssueRecord, page: PageRecord) -> IssueRecord:
    others = [other for other in record.pages if other.label != page.label]
    return dataclasses.replace(
        record, pages=tuple(sorted([*others, page], key=lambda each: label_key(each.label)))
    )


@dataclass(frozen=True, slots=True)
class _PagePlan:
    result: PageResult
    page: PageRecord
    writes: Mapping[str, bytes] = field(default_factory=dict)
    removals: tuple[str, ...] = ()


def _plan_page(
    folder: Path, page: PageRecord, file: str, drafts: tuple[Draft, ...], known: bool
) -> _PagePlan:
    """Plan what ``file`` gave for the page in ``folder`` (``<content>/<publication>/<issue>/p01``).

    ``known`` says that an earlier import of it was finished, so that what is missing was taken away.
    """
    issue = folder.parent
    numbered = number_stories(issue, page, file, tuple(draft.story for draft in drafts))
    names = [f"{folder.name}/{number}" for number in numbered.numbers]
    issue_id = f"{issue.parent.name}/{issue.name}"
    articles = tuple(
        _article(f"{issue_id}/{name}", draft, file) for name, draft in zip(names, drafts, strict=True)
    )
    texts = dict(zip(names, map(format_article, articles), strict=True))
    doubts = {article.id: draft.story.doubts for article, draft in zip(articles, drafts, strict=True)}
    earlier = {name: _imported_text(issue, name) for name in numbered.earlier}
    corrected = _corrected(issue, numbered, texts, known)
    if corrected:
        changed = (name for name in {*texts, *earlier} if texts.get(name) != earlier.get(name))
        kept, differs = (
            tuple(f"{issue_id}/{name}" for name in sorted(each)) for each in (corrected, changed)
        )
        return _PagePlan(PageResult(page.label, file, articles, doubts, kept, differs), page)
    last = max(page.last_number, *(int(number) for number in numbered.numbers), 0)
    # The article before the copy: broken off between the two, it equals what the next import would write.
    writes = {
        path: text.encode()
        for name, text in texts.items()
        for path in (f"{name}.md", f"{IMPORTED}/{name}.txt")
    }
    gone = sorted(earlier.keys() - texts.keys())
    return _PagePlan(
        PageResult(page.label, file, articles, doubts),
        dataclasses.replace(page, last_number=last),
        writes,
        tuple(path for name in gone for path in (f"{name}.md", f"{IMPORTED}/{name}.txt")),
    )


def _article(article_id: str, draft: Draft, file: str) -> Article:
    story = draft.story
    return Article(
        id=article_id,
        kind=story.kind,
        title=story.title,
        title_supplied=story.title_supplied,
        kicker=story.kicker,
        subtitle=story.subtitle,
        lede=story.lede,
        section=story.section,
        authors=story.authors,
        attribution=story.attribution,
        continues_on=story.continues_on,
        continued_from=story.continued_from,
        terms=draft.terms,
        url=draft.url,
        source=SourceRef(file, story.lines, round(story.confidence, 2), tuple(map(str, story.doubts))),
        body=compose_body(story.paragraphs),
    )


def _corrected(folder: Path, numbered: Numbered, texts: Mapping[str, str], known: bool) -> set[str]:
    """Return the names (``p01/03``) of articles that a person has changed or taken away.

    Those differ from what import last wrote; unless they are what it would write now, as after an import that
    was broken off.
    """
    names = {*numbered.present, *(numbered.earlier if known else ())}
    names |= {name for name in texts if (folder / f"{name}.md").is_file()}
    return {
        name
        for name in names
        if _present_text(folder, name) not in (_imported_text(folder, name), texts.get(name))
    }


def _present_text(folder: Path, name: str) -> str | None:
    path = folder / f"{name}.md"
    return read_text(path) if path.is_file() else None


def _imported_text(folder: Path, name: str) -> str | None:
    path = folder / IMPORTED / f"{name}.txt"
    return read_text(path) if path.is_file() else None
