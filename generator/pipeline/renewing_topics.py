"""The order of the stages of ``backfile topics``: the terms of a whole archive, found with its own frequencies."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content.journal import edited_meanwhile, finish_import, unfinished_import
from generator.content.listing import IMPORTED, id_of_issue
from generator.content.reading import issue_folders, read_issue
from generator.content.source_lines import read_source_lines
from generator.content.store import StoredIssue, store_issue
from generator.content.term_lists import FiledArticle, RenewedArticle, read_filed, renew_terms
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.locks import only_one
from generator.model import TERM_KINDS, Article, Issue, Paragraph, Story, Vocabulary
from generator.progress import SILENT, Progress, counted
from generator.render import plain_paragraphs
from generator.sources.json_lines import states_topics
from generator.topics import Background, BackgroundCounter, find_terms
from generator.topics.background import TermCounts, count_terms
from generator.vocabulary_file import read_vocabulary
from generator.workers import in_order


@dataclass(frozen=True, slots=True)
class TopicsRequest:
    """The command line of ``backfile topics``."""

    content: Path
    dry_run: bool = False
    jobs: int = 1
    """Processes; the result does not depend on it."""


@dataclass(frozen=True, slots=True)
class TopicsReport:
    """What ``backfile topics`` did, or with ``--dry-run`` would do."""

    issues: int = 0
    articles: int = 0
    changed: int = 0
    """Articles with new terms."""
    kept: int = 0
    """Articles with a list that stays as a person, or the source, set it."""
    terms: Counter[str] = field(default_factory=Counter)
    """How many terms of each kind the articles have."""
    warnings: tuple[Diagnostic, ...] = ()

    def plus(self, other: TopicsReport) -> TopicsReport:
        """Return the report of both."""
        return TopicsReport(
            self.issues + other.issues,
            self.articles + other.articles,
            self.changed + other.changed,
            self.kept + other.kept,
            self.terms + other.terms,
            self.warnings + other.warnings,
        )


def renew_topics(request: TopicsRequest, progress: Progress = SILENT) -> TopicsReport:
    """content/ -> document frequencies -> terms of each article -> content/, an issue at a time.

    Raises ``BackfileError`` with every error in content/; then nothing has been written. Ended before its end, it
    leaves whole files, and running it again does the rest.
    """
    with only_one(request.content, "import"):
        problems: list[Diagnostic] = []
        edited: list[Diagnostic] = []
        folders = issue_folders(request.content, problems)
        for folder in folders:
            if request.dry_run:
                problems.extend(unfinished_import(folder))
            else:
                names = finish_import(folder)
                edited += [edited_meanwhile(f"{id_of_issue(folder)}/{name}") for name in names]
        raise_all(problems)
        vocabulary = read_vocabulary(request.content)
        counter = BackgroundCounter()
        progress.begin("frequencies", len(folders))
        for counts in counted(in_order(_count, folders, request.jobs), progress):
            if isinstance(counts, TermCounts):
                counter.add_counts(counts)
            else:
                problems.extend(counts)
        raise_all(problems)
        renew = functools.partial(
            _renew, vocabulary=vocabulary, background=counter.background(), dry_run=request.dry_run
        )
        progress.begin("topics", len(folders))
        reports = counted(in_order(renew, folders, request.jobs), progress)
        return functools.reduce(TopicsReport.plus, reports, TopicsReport(warnings=tuple(edited)))


def _count(folder: Path) -> TermCounts | tuple[Diagnostic, ...]:
    """Return how many articles of an issue hold each term, or what is wrong with the issue."""
    try:
        return count_terms(_story(article) for article in _articles(read_issue(folder)))
    except BackfileError as refused:
        return refused.diagnostics


def _articles(issue: Issue) -> Iterator[Article]:
    return (article for article in issue.articles if article.kind == "article")


def _story(article: Article) -> Story:
    """Return the text of an article as import had it, with what a person has corrected since."""
    return Story(
        article.kind,
        article.source.lines if article.source else (),
        tuple(
            Paragraph(text, block.startswith("## "))
            for block in article.body.split("\n\n")
            for text in plain_paragraphs(block)
        ),
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        lede=article.lede,
        section=article.section,
        authors=article.authors,
        attribution=article.attribution,
        title_supplied=article.title_supplied,
    )


def _renew(folder: Path, vocabulary: Vocabulary, background: Background, dry_run: bool) -> TopicsReport:
    """Find the terms of an issue's articles, and write those that differ."""
    if dry_run:
        raise_all(unfinished_import(folder))
    finish_import(folder)
    issue = read_issue(folder)
    filed = [read_filed(folder, article.id) for article in _articles(issue)]
    found = find_terms([_story(each.article) for each in filed], vocabulary, background)
    given = _given_topics(folder, issue, filed)
    renewed = [
        (each, renew_terms(each, replace(terms, topics=given.get(each.name, terms.topics))))
        for each, terms in zip(filed, found, strict=True)
    ]
    writes, seen = _changes(renewed)
    stored = StoredIssue(issue.record, (), folder, writes, (), seen)
    edited = () if dry_run or not writes else store_issue(stored)
    return TopicsReport(
        issues=1,
        articles=len(filed),
        changed=sum(new.text != old.text for old, new in renewed),
        kept=sum(bool(new.kept) or old.name in given for old, new in renewed),
        terms=Counter(
            {kind: sum(len(getattr(new.terms, kind)) for _, new in renewed) for kind in TERM_KINDS}
        ),
        warnings=tuple(map(_edited_meanwhile, edited)),
    )


def _given_topics(folder: Path, issue: Issue, filed: Iterable[FiledArticle]) -> dict[str, tuple[str, ...]]:
    """Return the topics of the articles whose JSON line states topics: import took them over from there."""
    lines = read_source_lines(folder, issue.record)
    given = {}
    for each in filed:
        source = each.article.source
        if source and source.file.endswith(".jsonl") and source.lines:
            number = source.lines[0][0]
            text = lines.get(source.file, ())
            if number <= len(text) and (topics := states_topics(text[number - 1])):
                given[each.name] = topics
    return given


def _changes(
    renewed: Iterable[tuple[FiledArticle, RenewedArticle]],
) -> tuple[dict[str, bytes], dict[str, bytes | None]]:
    """Return what to write, the article before its copy, and the article files as they were."""
    writes: dict[str, bytes] = {}
    seen: dict[str, bytes | None] = {}
    for old, new in renewed:
        if new.text != old.text:
            writes[f"{old.name}.md"] = new.text.encode()
        if new.imported != old.imported:
            writes[f"{IMPORTED}/{old.name}.txt"] = new.imported.encode()
        if (new.text, new.imported) != (old.text, old.imported):
            seen[f"{old.name}.md"] = old.data
    return writes, seen


def _edited_meanwhile(article_id: str) -> Diagnostic:
    return Diagnostic(
        "warning",
        "edited-meanwhile",
        f"{article_id} was edited while its topics were found, and stays as it was edited.",
        remedy="Run `backfile topics` again.",
    )
