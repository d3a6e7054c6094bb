"""What a person asks of import, against what the sources say: publication, date and pages are settled here."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BackfileError, Diagnostic, error
from generator.identifiers import following_label, label_key, page_label
from generator.model import IssueRecord, Line, Settings
from generator.sources.dates import propose_date
from generator.sources.page_header import read_page_header
from generator.sources.reading import SourceText
from generator.sources.record_file import RecordFile, RecordPlace
from generator.workers import Jobs

_LABEL_IN_NAME = re.compile(
    r"(?:^|[^a-z0-9])(?:p|page[-_ ]?|第)([a-d]?\d{1,3})版?$|^([a-d]?\d{2,3})版?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """The command line of ``backfile import``; empty texts and None where nothing was said."""

    sources: tuple[Path, ...]
    content: Path
    publication: str = ""
    date: dt.date | None = None
    date_basis: str = ""
    edition: str = ""
    page: str = ""
    dry_run: bool = False
    replace: bool = False
    """Whether the sources stand in for what the issue has of their pages."""
    jobs: Jobs = 1


def settle_publication(request: ImportRequest, settings: Settings) -> str:
    """Return the slug of the publication that sources without one belong to.

    Raises ``BackfileError`` where none was named and the archive does not have exactly one.
    """
    if request.publication:
        return request.publication
    if len(settings.publications) == 1:
        return next(iter(settings.publications))
    known = ", ".join(sorted(settings.publications))
    raise error(
        "publication-missing",
        "no publication was named.",
        file=str(request.sources[0]),
        remedy="Say which newspaper it is with --publication SLUG"
        + (f" (known: {known})." if known else "."),
    )


def settle_date(request: ImportRequest, sources: Sequence[SourceText]) -> dt.date:
    """Return the date asked for; raises ``BackfileError`` with a proposal from the text where none was given."""
    if request.date:
        return request.date
    for source in sources:
        proposal = propose_date(source.text)
        if proposal:
            raise error(
                "date-missing",
                f"no date was given; the text speaks for {proposal.date}: {proposal.basis}.",
                file=str(source.path),
                remedy=f'If that is right, say --date {proposal.date} --date-basis "{proposal.basis}".',
            )
    raise error(
        "date-missing",
        "no date was given, and the text does not tell one.",
        file=str(sources[0].path),
        remedy="Say the day of the issue with --date YYYY-MM-DD, and what it rests on with --date-basis.",
    )


def settle_issues(
    request: ImportRequest, file: RecordFile, settings: Settings
) -> list[tuple[tuple[str, dt.date, str], list[RecordPlace]]]:
    """Return the places of the articles of a JSON Lines file by publication, date and edition, sorted.

    What an article does not say is as the request has it. Raises ``BackfileError`` for one without a date.
    """
    missing = next((place.line for place in file.places if not place.date), 0)
    if missing and not request.date:
        raise error(
            "date-missing",
            "a line has no date, and none was given.",
            file=str(file.text.path),
            line=missing,
            remedy="Give every line its date, or say --date for those without.",
        )
    default = ""
    if any(not place.publication for place in file.places):
        default = settle_publication(request, settings)
    issues: dict[tuple[str, dt.date, str], list[RecordPlace]] = {}
    for place in file.places:
        date = place.date or request.date
        if date:
            key = (place.publication or default, date, place.edition or request.edition)
            issues.setdefault(key, []).append(place)
    return sorted(issues.items(), key=lambda issue: issue[0])


def settle_labels(
    request: ImportRequest,
    sources: Sequence[SourceText],
    record: IssueRecord | None,
    warnings: list[Diagnostic],
) -> list[list[tuple[str, tuple[Line, ...]]]]:
    """Return for each source its pages with their labels; ``record`` is the issue's, if it is there already.

    ``--page`` is the first page's label; a later page has the one that its own header states, or follows the page
    before it. Without it, an earlier import of the same text tells, the page's own header, the file's name, or the
    page before; the first page of an issue of which nothing is known is taken as 01, with a warning. So is a
    header that contradicts ``--page``. Raises ``BackfileError`` where two pages come to have one label.
    """
    known = {source.sha256: source.pages for source in record.sources} if record else {}
    settled: list[list[tuple[str, tuple[Line, ...]]]] = []
    owner: dict[str, Path] = {}
    last = ""
    for source in sources:
        pages = []
        before = known.get(hashlib.sha256(source.data).hexdigest(), ())
        for place, lines in enumerate(source.pages):
            if not request.page and len(before) == len(source.pages):
                label = before[place]
            elif request.page:
                label = _asked_label(request.page, last, lines, source.path, warnings)
            else:
                label = _stated_label(lines, source.path if place == 0 else None)
                if not label and last:
                    label = following_label(last)
                elif not label and record and record.pages:
                    raise _page_missing(source.path, record)
                elif not label:
                    label = "01"
                    warnings.append(_page_unknown(source.path))
            if label in owner:
                raise error(
                    "page-twice",
                    f"page {label} is in {owner[label]} already.",
                    file=str(source.path),
                    line=lines[0].number,
                    remedy="Import the files one at a time, each with its --page.",
                )
            owner[label] = source.path
            last = label
            pages.append((label, lines))
        settled.append(pages)
    return settled


def _asked_label(
    asked: str, last: str, lines: tuple[Line, ...], path: Path, warnings: list[Diagnostic]
) -> str:
    """Return the label of a page of a call with ``--page``; ``last`` is that of the page before it, if any."""
    stated = read_page_header(lines).label
    if last:
        return stated if stated and label_key(stated) > label_key(last) else following_label(last)
    label = page_label(asked)
    if stated and stated != label:
        warnings.append(
            Diagnostic(
                "warning",
                "page-differs",
                f"the text says that it is page {stated}; it was taken as page {label}, as --page says.",
                str(path),
                lines[0].number,
                f"If the text is right, leave out --page, or say --page {stated}.",
            )
        )
    return label


def _stated_label(lines: tuple[Line, ...], path: Path | None) -> str:
    mark = read_page_header(lines).label
    if not mark and path and (match := _LABEL_IN_NAME.search(path.stem)):
        mark = match[1] or match[2]
    return page_label(mark) if mark else ""


def _page_missing(path: Path, record: IssueRecord) -> BackfileError:
    there = ", ".join(page.label for page in record.pages)
    return error(
        "page-missing",
        f"neither the text nor the file's name says which page it is, and the issue has page {there} already.",
        file=str(path),
        remedy="Say which page it is with --page LABEL.",
    )


def _page_unknown(path: Path) -> Diagnostic:
    return Diagnostic(
        "warning",
        "page-unknown",
        "neither the text nor the file's name says which page it is; it was taken as page 01.",
        str(path),
        0,
        "Say which page it is with --page LABEL.",
    )
