"""Terms near a term: in the same articles, the rare ones first; and what the vocabulary says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.model import Article, ArticleSummary, TermEntry, Terms
from generator.render import Renderer, render_archive
from generator.render.related_terms import related_terms
from tests.render.archives import LAYOUTS, MAIN, archive_of, issue_of, summarize
from tests.render.reading import Page

DATE = dt.date(2019, 5, 4)


def entries(*articles: tuple[str, ...]) -> dict[str, TermEntry]:
    """The entries of topics, an article for each group of them."""
    made = [
        Article(f"wanbao/{DATE}/p01/{n:02d}", "article", "题", "文。", terms=Terms(topics=topics))
        for n, topics in enumerate(articles, 1)
    ]
    found: dict[str, list[ArticleSummary]] = {}
    for summary in summarize(issue_of(DATE, *made, publication="wanbao")).articles:
        for name in summary.terms.topics:
            found.setdefault(name, []).append(summary)
    return {name: TermEntry("topics", name, name, "X", tuple(each)) for name, each in found.items()}


def test_a_rare_companion_comes_before_a_frequent_one() -> None:
    known = entries(*[("轮渡", "新港", "中国")] * 2, ("轮渡", "桥"), *[("中国",)] * 30)
    assert [(entry.name, count) for entry, count in related_terms(known["轮渡"], known)] == [
        ("新港", 2),
        ("中国", 2),
    ]


def test_where_there_is_one_article_its_terms_are_the_related_ones() -> None:
    known = entries(("轮渡", "新港"))
    assert [entry.name for entry, _ in related_terms(known["轮渡"], known)] == ["新港"]


def test_a_page_shows_what_the_vocabulary_says_and_what_led_to_it_leads_to_it() -> None:
    archive = archive_of(MAIN)
    topics = {entry.name: entry for entry in archive.terms["topics"]}
    topics["轮渡"] = replace(topics["轮渡"], broader=("公共交通",), related=("图书馆",), formerly=("摆渡",))
    archive = replace(archive, terms={**archive.terms, "topics": tuple(topics.values())})
    site = {file.path: file.data for file in render_archive(Renderer([LAYOUTS], archive))}
    term = Page(site["topics/轮渡.html"])
    assert term.texts("dt") == ["上位", "参见"]
    assert term.texts("ul", "terms") == ["公共交通 1", "图书馆 1"]
    former = Page(site["topics/摆渡.html"])
    assert "../topics/%E8%BD%AE%E6%B8%A1.html" in former.links()
    assert former.meta("robots") == ["noindex"]


def test_a_person_is_shown_with_their_offices() -> None:
    archive = archive_of(MAIN)
    people = tuple(replace(entry, offices=("船长", "局长")) for entry in archive.terms["people"])
    archive = replace(archive, terms={**archive.terms, "people": people})
    site = {file.path: file.data for file in render_archive(Renderer([LAYOUTS], archive))}
    assert Page(site["people/林先生.html"]).texts("p", "motto") == ["船长、局长"]
