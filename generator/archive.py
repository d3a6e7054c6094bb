"""Issues -> what others show of them: summaries; and collisions between what they claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from generator.errors import Diagnostic
from generator.model import Article, ArticleSummary, Issue, IssueSummary
from generator.title_words import find_title_words

OPENING = 90
"""Characters of an article's beginning that lists show."""


FindOffices = Callable[[Iterable[str], Iterable[str], str], tuple[tuple[str, str], ...]]
"""People, organisations and a text -> the people whose office the text says, with the office."""


def summarise(
    issue: Issue, plain_paragraphs: Callable[[str], tuple[str, ...]], find_offices: FindOffices | None = None
) -> IssueSummary:
    """Return ``issue`` without its texts.

    ``plain_paragraphs`` gives the texts of a Markdown body; without ``find_offices`` nobody's office is known.
    """
    return IssueSummary(
        issue.record,
        tuple(_summarise(article, issue, plain_paragraphs, find_offices) for article in issue.articles),
    )


def _summarise(
    article: Article,
    issue: Issue,
    plain_paragraphs: Callable[[str], tuple[str, ...]],
    find_offices: FindOffices | None,
) -> ArticleSummary:
    # The first lines are enough: a body of a million characters is not rendered to show ninety of them.
    text = _run_on(article.lede or plain_paragraphs(_beginning(article.body)))
    opening = text if len(text) <= OPENING else _shortened(text)
    return ArticleSummary(
        id=article.id,
        kind=article.kind,
        title=article.title,
        title_supplied=article.title_supplied,
        kicker=article.kicker,
        subtitle=article.subtitle,
        opening=opening,
        section=article.section,
        authors=article.authors,
        attribution=article.attribution,
        terms=article.terms,
        date=issue.record.date,
        modified=article.modified,
        formerly=article.formerly,
        status=article.status,
        imported=_imported(article, issue),
        rights=article.rights,
        offices=find_offices(article.terms.people, article.terms.organisations, _whole_text(article))
        if find_offices and article.terms.people
        else (),
        elsewhere=_elsewhere(article),
        title_words=find_title_words(article.title, article.terms),
    )


def _elsewhere(article: Article) -> tuple[str, ...]:
    """Return the ids of the issues, other than its own, that the jumps of ``article`` lead to."""
    halves = (jump.article for jump in (article.continued_from, article.continues_on) if jump)
    issues = (half.rpartition("/p")[0] for half in halves)
    return tuple(issue for issue in issues if issue and issue != article.issue_id)


def _whole_text(article: Article) -> str:
    return "\n".join((article.kicker, article.title, article.subtitle, *article.lede, article.body))


def _imported(article: Article, issue: Issue) -> dt.date | None:
    file = article.source.file if article.source else ""
    return next((source.imported for source in issue.record.sources if source.file == file), None)


def _shortened(text: str) -> str:
    """Return the beginning of ``text``, ended at a clause where one ends in its second half."""
    beginning = text[:OPENING]
    clause = max(beginning.rfind(mark) for mark in "。！？；，：;,")
    if clause >= OPENING // 2:
        beginning = beginning[: clause + 1]
    return beginning if beginning[-1] in "。！？" else f"{beginning.rstrip(' ，、；：,;:')}……"


def _run_on(paragraphs: Iterable[str]) -> str:
    """Return ``paragraphs`` as one text: a blank between Latin sentences, none after Chinese punctuation."""
    return "".join(text if text[-1:] > "\x7f" else f"{text} " for text in paragraphs).strip()


def _beginning(body: str) -> str:
    blocks = (block for block in body.split("\n\n") if not block.startswith("#"))
    return next(blocks, "")


def find_collisions(
    claims: Iterable[tuple[str, str]], is_article: Callable[[str], bool], place: Callable[[str], str]
) -> list[Diagnostic]:
    """Return an error for each id that two articles claim, now or formerly.

    ``claims`` are the ids of articles with one that each had formerly; ``is_article`` tells which ids are those of
    articles now, and ``place`` gives the file of one.
    """
    owner: dict[str, str] = {}
    problems = []
    for article, former in claims:
        holder = former if is_article(former) else owner.setdefault(former, article)
        if holder != article or former == article:
            problems.append(
                Diagnostic(
                    "error",
                    "id-claimed",
                    f"formerly names {former}, which is {_role(former, holder)} {place(holder)}.",
                    place(article),
                    0,
                    "An id leads to one article: take it out of one of the two.",
                )
            )
    return problems


def _role(former: str, holder: str) -> str:
    return "the id of" if former == holder else "claimed by"
