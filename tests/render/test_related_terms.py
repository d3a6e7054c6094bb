"""Terms near a term: in the same articles, the weightiest first; and what the vocabulary says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.model import Archive, Article, Terms, Vocabulary, VocabularyTerm
from generator.render import Renderer, render_archive, terms_beside
from generator.render.related_terms import related_terms
from tests.render.archives import LAYOUTS, LEAD, MAIN, archive_of, issue_of
from tests.render.reading import Page

DATE = dt.date(2019, 5, 4)


def archive(*articles: tuple[str, ...]) -> Archive:
    """An archive with an article for each group of topics."""
    made = [
        Article(f"wanbao/{DATE}/p01/{n:02d}", "article", "题", "文。", terms=Terms(topics=topics))
        for n, topics in enumerate(articles, 1)
    ]
    return archive_of(issue_of(DATE, *made, publication="wanbao"))


def near(name: str, known: Archive) -> list[tuple[str, int]]:
    """The names of the terms near a topic, with how many articles they share."""
    newest = [
        article
        for id_ in known.holders("topics", name).newest()
        if (article := known.article(id_)) is not None
    ]
    return [(card.name, count) for card, count in related_terms("topics", name, newest, known)]


def test_a_weighty_companion_comes_before_one_that_stands_at_the_end() -> None:
    known = archive(*[("轮渡", "新港", "中国")] * 2, ("轮渡", "桥"), *[("中国",)] * 30)
    assert near("轮渡", known) == [("新港", 2), ("中国", 2)]


def test_where_there_is_one_article_its_terms_are_the_related_ones() -> None:
    assert near("轮渡", archive(("轮渡", "新港"))) == [("新港", 1)]


def test_an_article_elsewhere_changes_nothing() -> None:
    groups = (*[("轮渡", "新港", "中国")] * 2, ("轮渡", "桥"))
    before = near("轮渡", archive(*groups))
    assert near("轮渡", archive(*groups, *[("中国", "新港")] * 9)) == before


def test_a_term_that_moves_is_looked_for_where_it_may_be_shown() -> None:
    known = archive(*[("轮渡", "新港")] * 2, ("轮渡", "桥"), ("新港", "桥"))
    assert terms_beside([("topics", "新港")], known) == {("topics", "轮渡")}


def test_a_page_shows_what_the_vocabulary_says_and_what_led_to_it_leads_to_it() -> None:
    vocabulary = Vocabulary(
        (
            VocabularyTerm("轮渡", aliases=("摆渡",), broader=("公共交通",), related=("图书馆",)),
            VocabularyTerm("图书馆"),
        )
    )
    known = archive_of(MAIN, vocabulary=vocabulary)
    site = {file.path: file.data for file in render_archive(Renderer([LAYOUTS], known))}
    term = Page(site["topics/轮渡.html"])
    assert term.texts("dt") == ["上位", "参见"]
    assert term.texts("ul", "terms") == ["公共交通 1", "图书馆 1"]
    former = Page(site["topics/摆渡.html"])
    assert "../topics/%E8%BD%AE%E6%B8%A1.html" in former.links()
    assert former.meta("robots") == ["noindex"]


def test_a_person_is_shown_with_the_offices_that_articles_say_most_often() -> None:
    def saying(number: int, text: str) -> Article:
        return replace(LEAD, id=f"haibin-ribao/2019-05-04/p01/{number:02d}", body=text)

    issue = issue_of(
        DATE, saying(1, "局长林先生说。"), saying(2, "船长林先生说。"), saying(3, "船长林先生说。")
    )
    site = {file.path: file.data for file in render_archive(Renderer([LAYOUTS], archive_of(issue)))}
    assert Page(site["people/林先生.html"]).texts("p", "motto") == ["船长、局长"]
