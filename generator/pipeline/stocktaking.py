"""content/ -> catalogue: the issues that changed are read, and what that changes for others is found out."""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.archive import find_collisions, summarise
from generator.catalogue import Catalogue, Seen
from generator.content.listing import article_path, id_of_issue
from generator.content.reading import read_issue
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.model import Article, Delta, IssueSummary, issue_of
from generator.pipeline.rereading import digest_of_files, missing_sources
from generator.pipeline.scanning import scan
from generator.progress import Progress
from generator.render import plain_paragraphs
from generator.workers import Jobs, in_order

TAKEN = "taken"
"""The note by which it is seen whether the catalogue has changed since."""
_READS_OFFICES = "generator.topics.offices"
"""Loaded where an issue is read: half of the time that a build takes to start is the lists of names it needs."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What a build knows of content/ before it makes anything."""

    delta: Delta
    read: int
    """Issues that were read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading the folder of one issue gave."""

    summary: IssueSummary | None
    digest: str
    characters: int
    problems: tuple[Diagnostic, ...]


def take_stock(
    folders: Sequence[Path],
    catalogue: Catalogue,
    problems: list[Diagnostic],
    *,
    jobs: Jobs,
    progress: Progress,
) -> Stock:
    """Bring ``catalogue`` up to date with the issues in ``folders``, which are all there are.

    Raises ``BackfileError`` with ``problems``, which were found before, and every error of every file that changed;
    the catalogue then stays as it was.
    """
    seen = catalogue.ledger.seen()
    scanned = {id_of_issue(each.folder): each for each in scan(folders, jobs)}
    changed = [
        name
        for name, each in scanned.items()
        if not each.signature or name not in seen or seen[name].signature != each.signature
    ]
    gone = set(seen) - set(scanned)
    taken: dict[str, Seen] = {}

    if changed:  # before other processes begin: each would load it by itself
        importlib.import_module(_READS_OFFICES)

    def summaries() -> Iterator[IssueSummary]:
        progress.begin("read", len(changed))
        found = in_order(_read, [scanned[name].folder for name in changed], jobs)
        for name, read in zip(changed, found, strict=True):
            progress.advance()
            problems.extend(read.problems)
            if read.summary:
                taken[name] = Seen(scanned[name].signature, read.digest, read.characters)
                if name not in seen or seen[name].digest != read.digest:
                    yield read.summary
        raise_all(problems)

    def place(article: str) -> str:
        return str(article_path(scanned[issue_of(article)].folder, article))

    # What was seen is what the catalogue knows, or neither: an edit that is taken back would not be noticed else.
    with catalogue.together():
        delta = catalogue.update(summaries(), gone)
        raise_all(
            find_collisions(catalogue.claims(), lambda each: catalogue.article(each) is not None, place)
        )
        catalogue.ledger.put_seen(taken)
        if catalogue.updated:
            catalogue.ledger.put_note(TAKEN, str(time.time_ns()))
    return Stock(delta, len(changed))


def _read(folder: Path) -> _Read:
    """Read the issue in ``folder``; what is wrong with it comes back with all else."""
    # First the digest: an edit between the two is noticed by the next build, since the digest is another then.
    try:
        digest = digest_of_files(folder)
    except OSError:
        digest = ""  # reading says why
    try:
        issue = read_issue(folder)
        missing = tuple(missing_sources(folder, issue.record))
    except BackfileError as refused:
        return _Read(None, "", 0, refused.diagnostics)
    except OSError as problem:
        message = f"it cannot be read: {problem.strerror or problem}."
        where = str(problem.filename or folder)
        return _Read(
            None, "", 0, (Diagnostic("error", "cannot-read", message, where, 0, "Make it readable."),)
        )
    if missing:
        return _Read(None, "", 0, missing)
    offices = importlib.import_module(_READS_OFFICES)
    summary = summarise(issue, plain_paragraphs, offices.find_offices)
    return _Read(summary, digest, sum(map(_characters, issue.articles)), ())


def _characters(article: Article) -> int:
    """Return how long the text of ``article`` is that a search looks through."""
    return sum(
        map(
            len,
            (
                article.kicker,
                article.title,
                article.subtitle,
                *article.lede,
                article.body,
                article.attribution,
            ),
        )
    )
