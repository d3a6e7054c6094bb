"""The lines of a JSON Lines file that are of one issue -> what they give it: articles of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.source_lines import read_source_lines, without_superseded
from generator.errors import Diagnostic
from generator.model import IssueRecord
from generator.pipeline.drafting import RecordPage
from generator.pipeline.receiving import ReceivedSource, free_name, kept_name, superseded_lines
from generator.sources.json_lines import ArticleRecord
from generator.sources.plain_text import PlainText
from generator.sources.record_file import read_records_at


@dataclass(frozen=True, slots=True)
class RecordSource:
    """Where the articles of one issue stand in a file of JSON Lines."""

    text: PlainText
    places: tuple[tuple[int, int], ...]
    """Offset and size of each line, in bytes."""


def receive_records(
    issue: IssueRecord,
    earlier: IssueRecord | None,
    sources: Sequence[RecordSource],
    content: Path,
    default_label: str,
    warnings: list[Diagnostic],
) -> Iterator[ReceivedSource]:
    """Yield what each of ``sources`` gives ``issue``, of which ``earlier`` is the record if it is there already.

    A file that has grown since it was imported brings only the lines that the issue does not have; that, and what
    else a person should know, goes to ``warnings``.
    """
    used: set[str] = set()
    received: set[tuple[str, bytes]] = set()
    for source in sources:
        records = read_records_at(source.text, source.places)
        data = _lines(records, source.text.encoding)
        if (source.text.path.name, data) in received:  # the same file twice in one call
            continue
        received.add((source.text.path.name, data))
        file = kept_name(data, earlier)
        revisable: frozenset[tuple[str, int]] = frozenset()
        if not file:
            file = free_name(source.text.path, earlier, used)
            used.add(file)
            if earlier:
                records, revisable = _new_records(records, source.text.path, content, earlier, warnings)
        if records:
            yield ReceivedSource(
                issue,
                file,
                _lines(records, source.text.encoding),
                source.text.encoding,
                tuple(_record_pages(file, records, default_label)),
                source.text.path,
                part_of=source.text.path.name,
                part_of_sha256=source.text.sha256,
                revisable=revisable,
                superseded=superseded_lines(file, earlier),
            )


def _lines(records: Sequence[ArticleRecord], encoding: str) -> bytes:
    return "".join(f"{record.raw}\n" for record in records).encode(encoding)


def _record_pages(file: str, records: Sequence[ArticleRecord], default_label: str) -> Iterator[RecordPage]:
    pages: dict[str, list[tuple[int, ArticleRecord]]] = {}
    for line, record in enumerate(records, 1):
        pages.setdefault(record.label or default_label, []).append((line, record))
    for label, entries in pages.items():
        yield RecordPage(file, label, tuple(entries))


def _new_records(
    records: Sequence[ArticleRecord],
    path: Path,
    content: Path,
    earlier: IssueRecord,
    warnings: list[Diagnostic],
) -> tuple[list[ArticleRecord], frozenset[tuple[str, int]]]:
    """Return the records that the issue does not have yet; how many it has goes to ``warnings``.

    Also the lines (file, number) that an earlier file of the same name had and this one has not: articles that the
    new records may be revisions of.
    """
    folder = content / earlier.publication / earlier.folder
    lines = without_superseded(read_source_lines(folder, earlier), earlier)
    held = {line for known in earlier.sources if known.part_of for line in lines.get(known.file, ())}
    new = [record for record in records if record.raw not in held]
    if len(new) < len(records):
        warnings.append(
            Diagnostic(
                "warning",
                "lines-held",
                f"{earlier.id} has {len(records) - len(new)} of these lines already; they were not imported again.",
                str(path),
            )
        )
    received = {record.raw for record in records}
    dropped = frozenset(
        (known.file, number)
        for known in earlier.sources
        if known.part_of == path.name
        for number, line in enumerate(lines.get(known.file, ()), 1)
        if line.strip() and line not in received
    )
    return new, dropped
