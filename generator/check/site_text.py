"""Every character of every article file is on its page of the site, and what was withdrawn is not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.check.letters import letters
from generator.check.site_page import SitePage, read_page
from generator.check.withdrawn import check_withdrawn
from generator.content.listing import article_path
from generator.content.reading import read_issue
from generator.errors import BackfileError, Diagnostic
from generator.model import Article
from generator.render import plain_paragraphs
from generator.render.links import article_path as article_page
from generator.render.links import issue_path, markdown_path, page_path

_REMEDY = "Build the site again; if the text is still missing, look at the layouts of the archive's own."
_ON_ISSUE_PAGE = ("article", "notice")


def check_site_text(folder: Path, site: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the pages that ``site`` has of the issue in ``folder``."""
    try:
        issue = read_issue(folder)
    except BackfileError:
        return ()  # said already
    shown = [article for article in issue.articles if not article.status]
    withdrawn = [article for article in issue.articles if article.status]
    whole = read_page(site, issue_path(issue.record.id))
    pages = {
        label: read_page(site, page_path(issue.record.id, label))
        for label in {each.page_label for each in issue.articles}
    }
    findings: list[Diagnostic] = []
    for article in shown:
        findings.extend(_on_its_page(article, folder, site))
        findings.extend(_copied(article, folder, site))
        if article.kind in _ON_ISSUE_PAGE:
            findings.extend(_listed(article, whole, folder, issue_path(issue.record.id)))
        name = page_path(issue.record.id, article.page_label)
        findings.extend(_listed(article, pages[article.page_label], folder, name))
    findings.extend(check_withdrawn(folder, site, withdrawn, shown))
    return tuple(findings)


def _on_its_page(article: Article, folder: Path, site: Path) -> Iterator[Diagnostic]:
    name = article_page(article.id)
    page = read_page(site, name)
    if page is None:
        return  # the check of links says so
    missing = _first_missing(article, page)
    if missing:
        path = article_path(folder, article.id)
        message = f"this text is not on its page of the site, {name}: {missing[:20]}"
        yield Diagnostic("error", "site-text", message, str(path), _line_of(missing, path), _REMEDY)


def _first_missing(article: Article, page: SitePage) -> str:
    """Return the first passage of ``article`` that the page does not show in its place, empty where all is there."""
    head = list(map(letters, (article.kicker, article.title, article.subtitle)))
    text = list(map(letters, (*article.lede, *plain_paragraphs(article.body))))
    credit = letters(article.attribution)
    place = _place_of_missing([*head, *text, credit], page.story)
    if place is None:
        beside = map(letters, (article.section, *article.authors))
        return next((each for each in beside if each not in page.text), "")
    # A layout of one's own may set the parts of the headline, and the attribution, in another order.
    for heads in itertools.permutations(head):
        for order in ([*heads, *text, credit], [*heads, credit, *text]):
            if _place_of_missing(order, page.story) is None:
                return ""
    return [*head, *text, credit][place]


def _place_of_missing(passages: Sequence[str], text: str) -> int | None:
    """Return which of ``passages`` is the first that ``text`` does not have behind those before it."""
    at = 0
    for place, passage in enumerate(passages):
        found = text.find(passage, at)
        if found < 0:
            return place
        at = found + len(passage)
    return None


def _line_of(passage: str, path: Path) -> int:
    """Return the line of the file at ``path`` that ``passage`` begins on, 0 where that is not to be seen."""
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
        if passage[:12] in letters(line.replace("\\", "")):
            return number
    return 0


def _listed(article: Article, page: SitePage | None, folder: Path, name: str) -> Iterator[Diagnostic]:
    title = letters(article.title).rstrip("…")
    if page is not None and article_page(article.id) in page.targets and title in page.text:
        return
    path = article_path(folder, article.id)
    yield Diagnostic("error", "site-list", f"{name} does not list this article.", str(path), 0, _REMEDY)


def _copied(article: Article, folder: Path, site: Path) -> Iterator[Diagnostic]:
    copy, path = site / markdown_path(article.id), article_path(folder, article.id)
    if copy.is_file() and copy.read_bytes() != path.read_bytes():
        message = f"it is not the file that the site has of it, {markdown_path(article.id)}."
        yield Diagnostic("error", "site-text", message, str(path), 0, _REMEDY)
