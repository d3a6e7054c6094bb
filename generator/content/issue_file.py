"""An IssueRecord and its issue.toml, written and read; what a person adds to the file stays."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import tomlkit
from tomlkit.items import AoT
from tomlkit.items import Table as TomlTable

from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import page_label, split_issue_folder
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
    if not re.fullmatch(r"source/[^/\\\x00-\x1f]+", file):
        entry.refuse("file", "the name of a file in the issue's folder source/", file)
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        entry.refuse("sha256", "64 hexadecimal digits", sha256)
    if imported is None:
        entry.refuse("imported", "the day of import", None)
        imported = dt.date.min
    return SourceFile(
        file=file,
        sha256=sha256,
        pages=entry.texts("pages"),
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


def format_issue_record(record: IssueRecord, earlier: str = "") -> str:
    """Return the text of issue.toml for ``record``; comments and order of the ``earlier`` text are kept."""
    document = tomlkit.parse(earlier) if earlier else tomlkit.document()
    document["date"] = record.date
    for key in ("date_basis", "edition", "number"):
        value = getattr(record, key)
        if value or key in document:
            document[key] = value
    _set_tables(document, "pages", "label", [_page_values(page) for page in record.pages])
    _set_tables(document, "sources", "file", [_source_values(source) for source in record.sources])
    return _spaced(tomlkit.dumps(document))


def _spaced(text: str) -> str:
    """Return ``text`` with one blank line above each table, where an array that was rebuilt has several or none."""
    text = re.sub(r"\n{3,}(?=\[\[|\Z)", "\n\n", text)
    return re.sub(r"^([^#\n].*\n)(?=\[\[)", r"\1\n", text, flags=re.MULTILINE).rstrip("\n") + "\n"


def _page_values(page: PageRecord) -> dict[str, object]:
    return {
        "label": page.label,
        **({"name": page.name} if page.name else {}),
        "last_number": page.last_number,
    }


def _source_values(source: SourceFile) -> dict[str, object]:
    values: dict[str, object] = {
        "file": source.file,
        "sha256": source.sha256,
        "pages": list(source.pages),
        "encoding": source.encoding,
        "imported": source.imported,
    }
    if source.part_of:
        values |= {"part_of": source.part_of, "part_of_sha256": source.part_of_sha256}
    if source.superseded:
        values["superseded"] = [
            f"{first}-{last}" if last > first else str(first) for first, last in source.superseded
        ]
    return values


def _set_tables(
    document: tomlkit.TOMLDocument, key: str, identity: str, rows: list[dict[str, object]]
) -> None:
    """Bring the array of tables ``key`` to ``rows``, keeping the tables that have the same ``identity``."""
    present = document.get(key)
    kept: dict[object, TomlTable] = {}
    if isinstance(present, AoT):
        if [table.unwrap() for table in present.body] == rows:
            return  # rebuilding the array would add a blank line to it each time
        kept = {table.get(identity): table for table in present.body}
    array = tomlkit.aot()
    for row in rows:
        table = kept.get(row[identity]) or tomlkit.table()
        for name, value in row.items():
            if table.get(name) != value:
                table[name] = value
        array.append(table)
    document[key] = array
