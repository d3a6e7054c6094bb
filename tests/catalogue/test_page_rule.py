"""Which terms have pages: all of a small archive, repeated ones of a large one, and those that had one."""

from __future__ import annotations

import datetime as dt

from generator.catalogue.page_rule import SMALL
from generator.model import ArticleSummary, Vocabulary, VocabularyTerm
from tests.catalogue.indexing import index_terms
from tests.catalogue.made_up import summary

NONE = Vocabulary()
FIRST, LATER = dt.date(2030, 1, 1), dt.date(2030, 2, 1)


def articles(count: int, imported: dt.date, topic: str) -> list[ArticleSummary]:
    """Articles with the topic 常 each, and a topic of its own for each of them."""
    return [
        summary(n, imported.isoformat(), topics=("常", f"{topic}{n}"), imported=imported)
        for n in range(count)
    ]


def paged(summaries: list[ArticleSummary], vocabulary: Vocabulary = NONE, page_from: int = 0) -> set[str]:
    """The topics that have a page."""
    entries = index_terms(summaries, vocabulary, page_from)["topics"]
    return {entry.name for entry in entries if entry.has_page}


def test_every_term_of_a_small_archive_has_a_page() -> None:
    assert paged(articles(3, FIRST, "甲")) == {"常", "甲0", "甲1", "甲2"}


def test_a_term_of_a_large_archive_needs_two_articles_or_a_place_in_the_vocabulary() -> None:
    large = articles(SMALL, FIRST, "甲")
    assert paged(large) == {"常"}
    assert paged(large, Vocabulary((VocabularyTerm("甲7"),))) == {"常", "甲7"}


def test_a_page_stays_when_the_archive_grows_large() -> None:
    small = articles(20, FIRST, "甲")
    grown = [*small, *articles(SMALL, LATER, "乙")]
    assert paged(small) <= paged(grown)
    assert "乙1" not in paged(grown)


def test_the_archive_may_set_the_number() -> None:
    summaries = [summary(1, topics=("甲", "乙")), summary(2, topics=("甲",))]
    assert paged(summaries, page_from=2) == {"甲"}
    assert paged(articles(SMALL, FIRST, "甲"), page_from=1) >= {"常", "甲0"}
