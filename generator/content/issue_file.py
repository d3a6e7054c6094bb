"""An issue's issue.toml, read: its IssueRecord."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import is_page_label, is_source_file, page_label, split_issue_folder
from generator.model import IssueRecord, LineRanges, PageRecord, SourceFile
from generator.settings_file import Table, read_toml

_KEYS = frozenset(["date", "date_basis", "edition", "number", "pages", "sources"])
_PAGE_KEYS = frozenset(["label", "name", "last_number"])
_SOURCE_KEYS = frozenset(
    ["file", "sha256", "pages", "encoding", "imported", "part_of", "part_of_sha256", "superseded"]
)


def read_issue_record(folder: Path) -> IssueRecord:
    """Return the record of an issue's folder ``<content>/<publication>/<issue>``.

    Raises ``BackfileError`` for a missing or wrong issue.toml, and where its date or edition is not the folder's.
    """
    path = folder / "issue.toml"
    named = split_issue_folder(folder.name)
    if named is None or not path.is_file():
        raise BackfileError(
            Diagnostic(
                "error",
                "issue-folder",
                "the folder is not an issue: "
                + ("issue.toml is missing." if named else "its name is not a date."),
                str(folder),
                remedy="Name it YYYY-MM-DD or YYYY-MM-DD-edition, and let import write its issue.toml.",
            )
        )
    problems: list[Diagnostic] = []
    table = Table(read_toml(path), path, problems)
    table.allow(_KEYS)
    date, edition = table.date("date"), table.text("edition")
    if (date, edition) != named:
        table.refuse(
            "date", f"the date and edition in the folder's name, {folder.name}", f"{date} {edition}".strip()
        )
    record = IssueRecord(
        publication=folder.parent.name,
        date=named[0],
        edition=named[1],
        date_basis=table.text("date_basis"),
        number=table.text("number"),
        pages=tuple(_page(entry) for entry in table.tables("pages")),
        sources=tuple(_source(entry) for entry in table.tables("sources")),
    )
    labels = [page.label for page in record.pages]
    if len(set(labels)) < len(labels):
        table.refuse("pages", "pages of different labels", labels)
    files = [source.file for source in record.sources]
    if len(set(files)) < len(files):
        table.refuse("sources", "different source files", files)
    raise_all(problems)
    return record


def _page(entry: Table) -> PageRecord:
    entry.allow(_PAGE_KEYS)
    label = entry.text("label")
    try:
        if page_label(label) != label:
            entry.refuse("label", f"written {page_label(label)}", label)
    except BackfileError:
        entry.refuse("label", "a page label such as 01 or A03", label)
    return PageRecord(label, entry.text("name"), entry.whole_number("last_number"))


def _source(entry: Table) -> SourceFile:
    entry.allow(_SOURCE_KEYS)
    file, sha256, imported = entry.text("file"), entry.text("sha256"), entry.date("imported")
    if not is_source_file(file):
        entry.refuse("file", "the name of a file in the issue's folder source/", file)
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        entry.refuse("sha256", "64 hexadecimal digits", sha256)
    if imported is None:
        entry.refuse("imported", "the day of import", None)
        imported = dt.date.min
    pages = entry.texts("pages")
    if not all(map(is_page_label, pages)):
        entry.refuse("pages", "page labels such as 01 or A03", pages)
    return SourceFile(
        file=file,
        sha256=sha256,
        pages=pages,
        imported=imported,
        encoding=entry.text("encoding") or "utf-8",
        part_of=entry.text("part_of"),
        part_of_sha256=entry.text("part_of_sha256"),
        superseded=_ranges(entry),
    )


def _ranges(entry: Table) -> LineRanges:
    ranges = []
    for text in entry.texts("superseded"):
        match = re.fullmatch(r"([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?", text, re.ASCII)
        if match:
            ranges.append((int(match[1]), int(match[2] or match[1])))
        else:
            entry.refuse("superseded", 'lines such as "7" or "12-40"', text)
    return tuple(ranges)
