"""content/ -> issues: which there are, and all articles of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.article_file import parse_article
from generator.content.files import read_text
from generator.content.issue_file import read_issue_record
from generator.content.listing import article_files, article_path, entries, id_of_article
from generator.errors import BackfileError, Diagnostic, error
from generator.identifiers import label_key, publication_slug, split_issue_folder
from generator.model import Article, Issue


def issue_folders(content: Path, problems: list[Diagnostic]) -> tuple[Path, ...]:
    """Return the folders ``<content>/<publication>/<issue>``, sorted; folders that are neither go to ``problems``.

    Raises ``BackfileError`` where ``content`` is no folder.
    """
    if not content.is_dir():
        raise error(
            "content-missing",
            "there is no such folder of content.",
            file=str(content),
            remedy="Start an archive with `backfile init`, or name the folder with --content.",
        )
    found: list[Path] = []
    for publication in _folders(content, problems):
        if publication.name == "static":
            continue
        try:
            publication_slug(publication.name)
        except BackfileError as refused:
            problems.extend(
                Diagnostic("error", d.code, d.message, str(publication), 0, d.remedy)
                for d in refused.diagnostics
            )
            continue
        for issue in _folders(publication, problems):
            if split_issue_folder(issue.name):
                found.append(issue)
            else:
                problems.append(
                    Diagnostic(
                        "error",
                        "issue-folder",
                        "the folder's name is not that of an issue.",
                        str(issue),
                        0,
                        "Name it YYYY-MM-DD or YYYY-MM-DD-edition, or move it out of content.",
                    )
                )
    return tuple(found)


def _folders(parent: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    try:
        yield from (path for path in entries(parent) if path.is_dir())
    except BackfileError as refused:
        problems.extend(refused.diagnostics)


def read_issue(folder: Path) -> Issue:
    """Return the issue in ``folder`` with all its articles, in the issue's order.

    Raises ``BackfileError`` with all that is wrong in its files, not only the first.
    """
    problems: list[Diagnostic] = []
    record = None
    try:
        record = read_issue_record(folder)
    except BackfileError as refused:
        problems.extend(refused.diagnostics)
    articles: list[Article] = []
    seen: dict[str, Path] = {}
    for path in article_files(folder, problems):
        try:
            article = _read_article(path, folder)
            if article.id in seen:
                raise error(
                    "id-twice",
                    f"the id {article.id} is already that of {seen[article.id]}.",
                    file=str(path),
                    line=2,
                    remedy="Give one of the two an id of its own, the one of its folder and file name.",
                )
            seen[article.id] = path
            articles.append(_checked(article, path, folder))
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
    if problems or record is None:
        raise BackfileError(problems)
    listed = {page.label: place for place, page in enumerate(record.pages)}
    unlisted = sorted({article.page_label for article in articles} - set(listed), key=label_key)
    places = listed | {label: len(listed) + place for place, label in enumerate(unlisted)}
    articles.sort(key=lambda article: (places[article.page_label], _place(article), article.number))
    return Issue(record, tuple(articles))


def read_articles(folder: Path, ids: Iterable[str]) -> tuple[Article, ...]:
    """Return those articles of the issue in ``folder`` that have ``ids``, in their order; nothing else is looked at.

    Raises ``BackfileError`` for the first that is not there, or has something wrong.
    """
    paths = [article_path(folder, id_) for id_ in ids]
    return tuple(_checked(_read_article(path, folder), path, folder) for path in paths)


def _read_article(path: Path, folder: Path) -> Article:
    return parse_article(read_text(path), str(path), id_of_article(folder, path))


def _checked(article: Article, path: Path, folder: Path) -> Article:
    expected = id_of_article(folder, path)
    if article.id != expected:
        raise error(
            "id-place",
            f"the id is {article.id}, but the file's place says {expected}.",
            file=str(path),
            line=2,
            remedy=f"Write `id: {expected}`, or move the file; an article that moves lists its old id in `formerly`.",
        )
    return article


def _place(article: Article) -> int:
    return int(article.number) if article.order is None else article.order
