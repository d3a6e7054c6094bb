"""What an import made, as rows: for the terminal, and as a file (CSV or JSON) for long imports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from generator.characters import harmless_cell
from generator.content.files import write_file
from generator.pipeline.importing import ImportReport
from generator.pipeline.outcome import ImportedPiece


def report_rows(report: ImportReport) -> tuple[ImportedPiece, ...]:
    """Return the pieces of ``report``: those with doubts first, the least sure before."""
    rows = [piece for issue in report.issues for piece in issue.pieces]
    return tuple(sorted(rows, key=lambda row: row.confidence if row.doubtful or row.doubts else 1.1))


def write_report(report: ImportReport, path: Path) -> None:
    """Write every row of ``report`` to ``path``: CSV for a name that ends in .csv, else JSON.

    Raises ``BackfileError`` where the file cannot be written.
    """
    rows = report_rows(report)
    write_file(path, (_csv(rows) if path.suffix.lower() == ".csv" else _json(rows, report)).encode())


def _csv(rows: tuple[ImportedPiece, ...]) -> str:
    text = io.StringIO()
    # A byte-order mark: spreadsheets take the file for UTF-8 by nothing else.
    text.write("\ufeff")
    writer = csv.writer(text)
    names = list(ImportedPiece.__dataclass_fields__)
    writer.writerow(names)
    for row in rows:
        values = asdict(row) | {"doubts": "; ".join(row.doubts), "doubtful": "yes" if row.doubtful else "no"}
        writer.writerow(
            harmless_cell(value) if isinstance(value, str) else value for value in map(values.get, names)
        )
    return text.getvalue()


def _json(rows: tuple[ImportedPiece, ...], report: ImportReport) -> str:
    lines = {
        "lines": sum(count.lines for count in report.counts),
        "placed": sum(count.placed for count in report.counts),
    }
    warnings = [str(each) for each in report.warnings]
    content = {**lines, "warnings": warnings, "pieces": [asdict(row) for row in rows]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def counts_of(rows: Iterable[ImportedPiece]) -> dict[str, int]:
    """Return how many pieces of each kind ``rows`` has."""
    kinds = dict.fromkeys(("article", "notice", "furniture", "unplaced"), 0)
    for row in rows:
        kinds[row.kind] += 1
    return kinds
