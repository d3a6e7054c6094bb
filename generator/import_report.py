"""What an import made, as rows: for the terminal, and as a file (CSV or JSON) for long imports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.characters import harmless_cell
from generator.content.files import write_file
from generator.model import DOUBTFUL, WITHDRAWN, Article, Jump, LineRanges
from generator.pipeline.importing import ImportReport


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One article, notice or other piece of an import."""

    issue: str
    page: str
    number: str
    kind: str
    title: str
    file: str
    """The source file, such as ``source/page.txt``."""
    lines: str
    """Its source lines, such as ``1, 3, 6-215``."""
    confidence: float
    doubtful: bool
    doubts: tuple[str, ...]
    """What could have been decided otherwise, the closest decision first."""
    continues_on: str
    """Id of the other half of the story, or its page."""
    continued_from: str

    @property
    def place(self) -> str:
        """Page and number: ``p01/03``."""
        return f"p{self.page}/{self.number}"


def report_rows(report: ImportReport) -> tuple[ReportRow, ...]:
    """Return a row for each piece of ``report``, as it is now: those with doubts first, the least sure before.

    What a person deleted or withdrew has none.
    """
    rows = [
        _row(article)
        for issue in report.issues
        for page in issue.pages
        for made in page.articles
        if (article := issue.articles.get(made.id)) and article.status != WITHDRAWN
    ]
    return tuple(sorted(rows, key=lambda row: row.confidence if row.doubtful or row.doubts else 1.1))


def _row(article: Article) -> ReportRow:
    source = article.source
    confidence = source.confidence if source else 1.0
    return ReportRow(
        issue=article.issue_id,
        page=article.page_label,
        number=article.number,
        kind=article.kind,
        title=article.title,
        file=source.file if source else "",
        lines=ranges_text(source.lines) if source else "",
        confidence=confidence,
        doubtful=article.kind == "unplaced" or confidence < DOUBTFUL,
        doubts=source.doubts if source else (),
        continues_on=_other(article.continues_on),
        continued_from=_other(article.continued_from),
    )


def _other(jump: Jump | None) -> str:
    return "" if jump is None else jump.article or jump.page


def ranges_text(ranges: LineRanges) -> str:
    """Return ``ranges`` in words: ``1, 3, 6-215``."""
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ranges)


def write_report(report: ImportReport, path: Path) -> None:
    """Write every row of ``report`` to ``path``: CSV for a name that ends in .csv, else JSON.

    Raises ``BackfileError`` where the file cannot be written.
    """
    rows = report_rows(report)
    write_file(path, (_csv(rows) if path.suffix.lower() == ".csv" else _json(rows, report)).encode())


def _csv(rows: tuple[ReportRow, ...]) -> str:
    text = io.StringIO()
    # A byte-order mark: spreadsheets take the file for UTF-8 by nothing else.
    text.write("\ufeff")
    writer = csv.writer(text)
    names = list(ReportRow.__dataclass_fields__)
    writer.writerow(names)
    for row in rows:
        values = asdict(row) | {"doubts": "; ".join(row.doubts), "doubtful": "yes" if row.doubtful else "no"}
        writer.writerow(
            harmless_cell(value) if isinstance(value, str) else value for value in map(values.get, names)
        )
    return text.getvalue()


def _json(rows: tuple[ReportRow, ...], report: ImportReport) -> str:
    lines = {
        "lines": sum(count.lines for count in report.counts),
        "placed": sum(count.placed for count in report.counts),
    }
    warnings = [str(each) for each in report.warnings]
    content = {**lines, "warnings": warnings, "pieces": [asdict(row) for row in rows]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def counts_of(rows: Iterable[ReportRow]) -> dict[str, int]:
    """Return how many pieces of each kind ``rows`` has."""
    kinds = dict.fromkeys(("article", "notice", "furniture", "unplaced"), 0)
    for row in rows:
        kinds[row.kind] += 1
    return kinds
