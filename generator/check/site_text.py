"""Every character of every article file is on its page of the site, and what was withdrawn is not."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.letters import letters
from generator.check.site_links import LinkReport, check_links
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


@dataclass(frozen=True, slots=True)
class IssueOnSite:
    """An issue of ``content/``, and its pages on the site."""

    folder: Path
    pages: tuple[str, ...]


def check_site_text(task: IssueOnSite, site: Path) -> LinkReport:
    """Return what is wrong with the pages that ``site`` has of an issue: their texts, and their links."""
    pages = {name: page for name in task.pages if (page := read_page(site, name))}
    links = check_links(list(pages.values()), site)
    texts = _check_texts(task.folder, site, pages)
    return dataclasses.replace(links, findings=(*texts, *links.findings))


def _check_texts(folder: Path, site: Path, pages: Mapping[str, SitePage]) -> Iterator[Diagnostic]:
    try:
        issue = read_issue(folder)
    except BackfileError:
        return  # said already
    shown = [article for article in issue.articles if not article.status]
    withdrawn = [article for article in issue.articles if article.status]
    for article in issue.articles:
        if article_page(article.id) not in pages:
            missing = str(site / article_page(article.id))
            message, remedy = "the article has no page.", "Build the site again."
            yield Diagnostic("error", "page-missing", message, missing, 0, remedy)
    for article in shown:
        yield from _on_its_page(article, folder, pages)
        yield from _copied(article, folder, site)
        lists = [page_path(issue.record.id, article.page_label)]
        if article.kind in _ON_ISSUE_PAGE:
            lists.insert(0, issue_path(issue.record.id))
        for name in lists:
            yield from _listed(article, pages.get(name), folder, name)
    yield from check_withdrawn(folder, site, withdrawn, shown)


def _on_its_page(article: Article, folder: Path, pages: Mapping[str, SitePage]) -> Iterator[Diagnostic]:
    name = article_page(article.id)
    missing = _first_missing(article, pages[name]) if name in pages else ""
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
