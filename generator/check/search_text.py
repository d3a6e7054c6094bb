"""Every article that is searched is in the index, once, with all of its text, and every pair of it leads there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.content.listing import article_path
from generator.content.reading import read_issue
from generator.errors import BackfileError, Diagnostic
from generator.identifiers import split_issue_folder
from generator.model import Article
from generator.progress import Progress, counted
from generator.render import plain_paragraphs
from generator.render.links import article_path as article_page
from generator.search import DamagedError, WrittenPart, WrittenText, misled_words, read_parts, read_texts
from generator.workers import in_order

_REMEDY = "Build the site again; if that does not help, remove the folder .backfile first."


@dataclass(frozen=True, slots=True)
class SearchProof:
    """What was found in an index."""

    findings: tuple[Diagnostic, ...]
    texts: int = 0
    """How many it has."""


@dataclass(frozen=True, slots=True)
class PartProof:
    """What was found in a part of the index, and which articles it has."""

    findings: tuple[Diagnostic, ...]
    ids: tuple[str, ...] | None = None
    """None where the part cannot be read."""


@dataclass(frozen=True, slots=True)
class PartTask:
    """A part of the index, and the folders of the issues of its time."""

    part: WrittenPart
    folders: tuple[Path, ...]


def check_search(
    site: Path,
    folders: Iterable[Path],
    searched: Mapping[str, str],
    withdrawn: Collection[str],
    *,
    jobs: int,
    progress: Progress,
) -> SearchProof:
    """Return the proof of the search index of ``site``; one that was built without an index has nothing to prove.

    ``folders`` are those of the issues; ``searched`` has the file of each article that is searched, by id;
    ``withdrawn`` are ids of those that are not.
    """
    try:
        parts = read_parts(site)
    except DamagedError as damage:
        return SearchProof((describe(damage),))
    if not parts:
        return SearchProof(())
    proofs = list(counted(in_order(check_part, part_tasks(parts, folders), jobs), progress))
    findings = [finding for proof in proofs for finding in proof.findings]
    found = Counter(each for proof in proofs for each in proof.ids or ())
    if all(proof.ids is not None for proof in proofs):  # what a damaged part has cannot be told
        findings.extend(check_rows(found, searched, withdrawn))
    return SearchProof(tuple(findings), found.total())


def part_tasks(parts: Iterable[WrittenPart], folders: Iterable[Path]) -> Iterator[PartTask]:
    """Yield for each of ``parts`` the work of proving it."""
    dated = [(split_issue_folder(folder.name), folder) for folder in folders]
    days = [(dt.date.fromisoformat(folder.name[:10]), folder) for found, folder in dated if found]
    for part in parts:
        yield PartTask(part, tuple(folder for day, folder in days if part.first <= day <= part.last))


def check_part(task: PartTask) -> PartProof:
    """Return the proof of one part: its texts against the articles, and its words against its texts."""
    try:
        texts = tuple(read_texts(task.part))
        articles = _articles(task.folders)
        findings = list(_compare(texts, articles))
        for path, row in islice(misled_words(task.part, texts), 1):
            where = texts[row].url if row < len(texts) else "a text that is not there"
            message = f"its words do not lead where the texts have them, first to {where}."
            findings.append(_damaged(path, message))
        return PartProof(tuple(findings), tuple(text.url.removesuffix(".html") for text in texts))
    except DamagedError as damage:
        return PartProof((describe(damage),))


def check_rows(
    found: Counter[str], searched: Mapping[str, str], withdrawn: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for each article that is in no part of the index, in two, or should be in none.

    ``found`` counts the ids in all parts; ``searched`` has the file of each article that is searched.
    """
    for article_id, path in searched.items():
        if found[article_id] != 1:
            times = "not in the search index" if not found[article_id] else "in the search index twice"
            yield Diagnostic("error", "search-text", f"the article is {times}.", path, 0, _REMEDY)
    for article_id in sorted(found.keys() - searched.keys()):
        gone = article_id in withdrawn
        what = "was withdrawn" if gone else "content/ does not have"
        code = "withdrawn-shown" if gone else "search-text"
        yield Diagnostic("error", code, f"the search index has {article_id}, which {what}.", remedy=_REMEDY)


def _articles(folders: Iterable[Path]) -> dict[str, tuple[Article, Path]]:
    articles = {}
    for folder in folders:
        try:
            issue = read_issue(folder)
        except BackfileError:
            continue  # said already
        for article in issue.articles:
            articles[article_page(article.id)] = article, article_path(folder, article.id)
    return articles


def _compare(
    texts: Iterable[WrittenText], articles: Mapping[str, tuple[Article, Path]]
) -> Iterator[Diagnostic]:
    for text in texts:
        if text.url not in articles:
            continue  # the comparison of all rows says so
        article, path = articles[text.url]
        zones = (
            (article.title,),
            (article.kicker, article.subtitle, *article.lede),
            (*plain_paragraphs(article.body), article.attribution),
        )
        if zones != text.zones:
            here = [each for zone in zones for each in zone]
            there = [each for zone in text.zones for each in zone]
            first = next((each for each in here if each not in there), "the order of its parts differs")
            message = f"the search index has another text of it, first here: {first[:20]}"
            yield Diagnostic("error", "search-text", message, str(path), 0, _REMEDY)


def describe(damage: DamagedError) -> Diagnostic:
    """Return the finding of a damaged file of the index."""
    path, what = damage.args
    return _damaged(path, f"this file of the search index {what}.")


def _damaged(path: Path, message: str) -> Diagnostic:
    return Diagnostic("error", "search-damaged", message, str(path), 0, _REMEDY)
