"""An IssueRecord written as issue.toml; what a person adds to the file stays."""

from __future__ import annotations

import re

import tomlkit
from tomlkit.items import AoT
from tomlkit.items import Table as TomlTable

from generator.model import IssueRecord, PageRecord, SourceFile

_PLAIN = re.compile(r"[0-9A-Za-z㐀-䶵一-龥“”，。：（）/._-]*")
"""Texts that TOML has as they are, between quotation marks."""


def format_issue_record(record: IssueRecord, earlier: str = "") -> str:
    """Return the text of issue.toml for ``record``; comments and order of the ``earlier`` text are kept."""
    if not earlier:
        return _new(record)
    document = tomlkit.parse(earlier)
    document["date"] = record.date
    for key in ("date_basis", "edition", "number"):
        value = getattr(record, key)
        if value or key in document:
            document[key] = value
    _set_tables(document, "pages", "label", [_page_values(page) for page in record.pages])
    _set_tables(document, "sources", "file", [_source_values(source) for source in record.sources])
    return _spaced(tomlkit.dumps(document))


def _new(record: IssueRecord) -> str:
    """Return issue.toml for an issue that has none: nothing is to be kept, so it is written line by line."""
    stated = {key: getattr(record, key) for key in ("date_basis", "edition", "number")}
    tables = [("", {"date": record.date} | {key: value for key, value in stated.items() if value})]
    tables += [("[[pages]]\n", _page_values(page)) for page in record.pages]
    tables += [("[[sources]]\n", _source_values(source)) for source in record.sources]
    return "\n".join(
        head + "".join(f"{key} = {_written(value)}\n" for key, value in values.items())
        for head, values in tables
    )


def _written(value: object) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return tomlkit.item(value).as_string()


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
