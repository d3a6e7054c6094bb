"""An issue and the lines of its source files -> the review: who has each line, what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from generator.content.files import read_text
from generator.content.listing import IMPORTED, article_path
from generator.content.reading import read_issue
from generator.content.source_lines import read_source_lines, without_superseded
from generator.model import DOUBTFUL, Article, Jump, Settings
from generator.render import render_body
from generator.review.doubts import read_doubt
from generator.review.owners import Owner, find_claims, find_owners
from generator.review.source_side import loose_runs, review_file
from generator.review.views import Review, ReviewArticle


def compare_issue(folder: Path, settings: Settings) -> Review:
    """Return the review of the issue in ``folder`` as its files are now.

    Raises ``BackfileError`` with all that is wrong in them.
    """
    issue = read_issue(folder)
    standing = without_superseded(read_source_lines(folder, issue.record), issue.record)
    lines = {file: texts for file, texts in standing.items() if any(map(str.strip, texts))}
    owners = find_owners(issue)
    keys = {file: f"f{place}" for place, file in enumerate(lines, 1)}
    claims = find_claims(owners)
    labels = {source.file: source.pages for source in issue.record.sources}
    files = tuple(review_file(keys[file], file, text, labels[file], claims) for file, text in lines.items())
    all_lines = [line for file in files for page in file.pages for line in page.lines]
    changed = {owner.key: 0 for owner in owners}
    for line in all_lines:
        if line.role == "changed":
            changed[line.owner] += 1
    articles = [_article(owner, folder, keys, changed[owner.key]) for owner in owners]
    articles.sort(key=lambda each: (not each.doubtful, _sureness(each) if each.doubtful else 0))
    publication = settings.publications.get(issue.record.publication)
    return Review(
        issue_id=issue.record.id,
        publication=publication.name if publication else issue.record.publication,
        language=publication.language if publication else settings.language,
        files=files,
        articles=tuple(articles),
        loose=tuple(loose_runs(files)),
        doubtful=sum(each.doubtful for each in articles),
        lines=len(all_lines),
        claimed=sum(line.role != "unplaced" for line in all_lines),
    )


def _article(owner: Owner, folder: Path, keys: Mapping[str, str], changed: int) -> ReviewArticle:
    article, source = owner.article, owner.article.source
    path = article_path(folder, article.id)
    text = read_text(path)
    corrected = _corrected(folder, article, text)
    confidence = source.confidence if source else 1.0
    file = keys.get(source.file, "") if source else ""
    doubts = tuple(read_doubt(each, file) for each in (source.doubts if source else ()))
    return ReviewArticle(
        key=owner.key,
        id=article.id,
        tag=owner.tag,
        colour=owner.colour,
        kind=article.kind,
        page_label=article.page_label,
        path=f"{path}:{_first_text_line(text)}",
        first_line=f"{file}-{source.lines[0][0]}" if source and source.lines and file else "",
        title=article.title,
        title_supplied=article.title_supplied,
        kicker=article.kicker,
        subtitle=article.subtitle,
        lede=article.lede,
        body=Markup(render_body(article.body)),  # noqa: S704 - render_body gives harmless HTML only
        attribution=article.attribution,
        confidence=f"{confidence:.0%}",
        doubts=doubts,
        doubtful=article.kind == "unplaced"
        or confidence < DOUBTFUL
        or bool(doubts)
        or (changed > 0 and not corrected),
        changed=changed,
        corrected=corrected,
        continues_on=_other_half(article.continues_on),
        continued_from=_other_half(article.continued_from),
    )


def _first_text_line(text: str) -> int:
    """Return the line of an article file where its body begins, or its last line where it has none."""
    lines = text.split("\n")
    closing = next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), 0)
    body = (n for n in range(closing + 1, len(lines)) if lines[n].strip())
    return next(body, closing) + 1


def _corrected(folder: Path, article: Article, text: str) -> bool:
    """Tell whether a person has changed or made the article since import last wrote it."""
    copy = folder / IMPORTED / f"p{article.page_label}" / f"{article.number}.txt"
    return not copy.is_file() or read_text(copy) != text


def _other_half(jump: Jump | None) -> str:
    return "" if jump is None else jump.article or jump.page or jump.stated


def _sureness(article: ReviewArticle) -> float:
    return float(article.confidence.rstrip("%"))
