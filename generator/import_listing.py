"""What the person at the terminal reads of an import."""

from __future__ import annotations

from pathlib import Path

from generator.console import count_of, say, show_diagnostics
from generator.errors import ExitCode
from generator.import_report import counts_of, report_rows, write_report
from generator.pipeline.importing import ImportReport
from generator.pipeline.outcome import ImportedIssue, ImportedPiece, PageNote

LONGEST_LIST = 60
"""Articles that an import lists one by one; of more, the least sure alone."""
_KINDS = {
    "article": "article",
    "notice": "notice",
    "furniture": "furniture piece",
    "unplaced": "unplaced piece",
}


def show_import(report: ImportReport, *, dry_run: bool, strict: bool, file: Path | None) -> int:
    """Show a line an article, the doubtful ones first, and return the exit status; ``file`` takes all of it."""
    show_diagnostics(report.warnings)
    rows = report_rows(report)
    for row in _listed(rows):
        _show_row(row)
    results = [(issue, page) for issue in report.issues for page in issue.pages]
    for issue, page in results:
        _show_page(issue, page)
    if file:
        write_report(report, file)
        say(f"wrote {file}")
    _show_sums(report, rows, dry_run=dry_run)
    corrections = any(page.differs or page.beside for _, page in results)
    told = any(each.severity != "note" for each in report.warnings)
    needs_eye = told or corrections or any(row.doubtful for row in rows)
    return ExitCode.NEEDS_EYE if strict and needs_eye else ExitCode.DONE


def _listed(rows: tuple[ImportedPiece, ...]) -> tuple[ImportedPiece, ...]:
    """Return the rows to show: every article, or of a long import the doubtful ones, and how many are left out."""
    shown = tuple(row for row in rows if row.kind in ("article", "unplaced"))
    if len(shown) <= LONGEST_LIST:
        return shown
    doubtful = tuple(row for row in shown if row.doubtful or row.doubts)[:LONGEST_LIST]
    what = f"The least sure {len(doubtful)}" if doubtful else "None doubtful"
    say(f"{what} of {len(shown)} articles (--report FILE lists all){':' if doubtful else '.'}")
    return doubtful


def _show_row(row: ImportedPiece) -> None:
    mark = "?" if row.doubtful else " "
    title = row.title or "(no headline)"
    say(f"  {mark} {row.confidence:.2f}  {row.issue} {row.place}  {title}  (lines {row.lines})")
    for doubt in row.doubts:
        say(f"           {doubt}")


def _show_page(issue: ImportedIssue, page: PageNote) -> None:
    """Show what a person has to know of a page of which something was there already."""
    where = f"{issue.id} page {page.label}"
    if page.kept:
        say(f"{where}: with corrections by hand, which stay: {', '.join(page.kept)}")
    if page.differs:
        say(f"{where}: corrected where import reads something else now: {', '.join(page.differs)}")
    if page.beside:
        say(f"{where} has articles from another source as well: {', '.join(page.beside)}")


def _show_sums(report: ImportReport, rows: tuple[ImportedPiece, ...], *, dry_run: bool) -> None:
    kinds = counts_of(rows)
    lines, placed = sum(c.lines for c in report.counts), sum(c.placed for c in report.counts)
    found = ", ".join(count_of(number, _KINDS[kind]) for kind, number in kinds.items() if number) or "nothing"
    pages = count_of(len(report.counts), "page")
    say(f"{pages}: {found}; {placed} of {count_of(lines, 'line')} placed, {lines - placed} unplaced.")
    files = sum(issue.files for issue in report.issues)
    done = "Would change" if dry_run else "Changed"
    say(f"{done} {count_of(files, 'file')} in {count_of(len(report.issues), 'issue')}.")
