"""Ids for the stories of a page: the same story keeps its id, and no number is used twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from generator.content.linking import link
from generator.content.passages import ALIKE, Passage, letters, passages_of
from generator.model import Article, IssueRecord, LineRanges

SourceLine = tuple[str, int]
"""File and number of a source line."""

_SAME_TITLE = 0.3
"""Share of the shorter text that two articles of one title have in common, if they are the same article."""


def lines_of(file: str, ranges: LineRanges) -> set[SourceLine]:
    """Return the lines of ``ranges`` of ``file``."""
    return {(file, number) for first, last in ranges for number in range(first, last + 1)}


def match_by_lines(
    stories: Sequence[Collection[SourceLine]], known: Mapping[str, Collection[SourceLine]]
) -> dict[int, str]:
    """Return for the stories (by place) the ids of ``known`` that they share source lines with.

    One decision over the page: the pair that shares most is made first; of two alike, the first of ``known``.
    """
    holders: dict[SourceLine, list[str]] = {}
    for article_id, lines in known.items():
        for line in lines:
            holders.setdefault(line, []).append(article_id)
    shared = Counter(
        (place, article_id)
        for place, lines in enumerate(stories)
        for line in lines
        for article_id in holders.get(line, ())
    )
    return _most_first(shared, _rank(known))


def match_by_text(stories: Sequence[Article], known: Mapping[str, Article]) -> dict[int, str]:
    """Return for the stories (by place) the ids of ``known`` that they share most text with, in one decision."""
    return _most_first(_shared_text(stories, known), _rank(known))


def match_revised(stories: Sequence[Article], known: Mapping[str, Article]) -> dict[int, str]:
    """Return for the articles of a revised delivery (by place) the ids of ``known`` that they are a revision of.

    Those of one web address; then those without, of most text in common, if that is half of the shorter, or less
    where the titles are the same.
    """
    addresses = {article.url: article_id for article_id, article in known.items() if article.url}
    given = {place: addresses[story.url] for place, story in enumerate(stories) if story.url in addresses}
    taken = set(given.values())
    shared = _shared_text(stories, known)
    sizes = {article_id: _size(article) for article_id, article in known.items()}
    likely = Counter(
        {
            (place, article_id): count
            for (place, article_id), count in shared.items()
            if place not in given
            and article_id not in taken
            and not (stories[place].url and known[article_id].url)
            and count
            >= (_SAME_TITLE if stories[place].title == known[article_id].title else ALIKE)
            * min(_size(stories[place]), sizes[article_id])
        }
    )
    return given | _most_first(likely, _rank(known))


def _shared_text(stories: Sequence[Article], known: Mapping[str, Article]) -> Counter[tuple[int, str]]:
    before = [passage for article in known.values() for passage in passages_of(article)]
    after = [
        Passage(str(place), passage.role, passage.text)
        for place, story in enumerate(stories)
        for passage in passages_of(story)
    ]
    shared: Counter[tuple[int, str]] = Counter()
    for one, two in link(before, after).found:
        size = min(len(letters(before[one].text)), len(letters(after[two].text)))
        shared[int(after[two].article), before[one].article] += size
    return shared


def _size(article: Article) -> int:
    return sum(len(letters(passage.text)) for passage in passages_of(article))


def _rank(known: Iterable[str]) -> dict[str, int]:
    return {article_id: place for place, article_id in enumerate(known)}


def _most_first(shared: Counter[tuple[int, str]], rank: Mapping[str, int]) -> dict[int, str]:
    given: dict[int, str] = {}
    taken = set()
    for place, article_id in sorted(shared, key=lambda pair: (-shared[pair], rank[pair[1]], pair)):
        if place not in given and article_id not in taken:
            given[place] = article_id
            taken.add(article_id)
    return given


def fresh_number(record: IssueRecord, known: Iterable[str]) -> Callable[[str], str]:
    """Return a function that gives an id on the page of an id, after every number used there, each once.

    ``record`` knows the highest number that each page ever had, ``known`` are the ids there are.
    """
    last = {f"{record.id}/p{page.label}": page.last_number for page in record.pages}
    for article_id in known:
        page, _, number = article_id.rpartition("/")
        last[page] = max(last.get(page, 0), int(number))

    def fresh(article_id: str) -> str:
        page = article_id.rpartition("/")[0]
        last[page] = last.get(page, 0) + 1
        return f"{page}/{last[page]:02d}"

    return fresh
