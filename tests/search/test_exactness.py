"""For any query: every article that contains it, and no other."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.search.archive import DOCUMENTS, draw_text
from tests.search.reference import Term, fold, matches, passed_over

FIND = """async ([module, queries]) => {
  const { search } = await import(module);
  const found = [];
  for (const query of queries) {
    const { hits, relaxed, total } = await search(query, { facets: [] });
    const urls = await Promise.all(hits.map(async (hit) => (await hit.load()).url));
    found.push({ urls, relaxed, total });
  }
  return found;
}"""


def _usable(text: str) -> bool:
    return not set('"＂') & set(text) and fold(text).strip() != "" and passed_over(text) != ""


def _plain_terms(text: str) -> tuple[Term, ...]:
    pieces = fold_blanks(text).split()
    return tuple(Term(piece) for piece in pieces if passed_over(piece))


def fold_blanks(text: str) -> str:
    """Return ``text`` with every kind of blank as a plain one."""
    return "".join(" " if fold(c) == " " else c for c in text)


def _draw_terms(rng: random.Random) -> tuple[Term, ...]:
    while True:
        text = draw_text(rng, rng.choice([1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20]))
        kind = rng.random()
        if not _usable(text):
            continue
        if kind < 0.25:
            return (Term(text, literal=True),)
        terms = _plain_terms(text)
        if not terms or any(fold(term.text).startswith("-") for term in terms):
            continue
        if kind < 0.35:
            other = draw_text(rng, 2)
            if _usable(other) and not fold(other).startswith(("-", " ")):
                return (*terms, Term(other, literal=rng.random() < 0.5, excluded=True))
        return terms


def _queries() -> list[tuple[Term, ...]]:
    rng = random.Random(7)
    drawn = [_draw_terms(rng) for _ in range(420)]
    return [terms for terms in drawn if all(" " not in fold_blanks(t.text) or t.literal for t in terms)]


@pytest.mark.browser
@pytest.mark.parametrize(("served", "page"), [("root_url", "page.html"), ("folder_url", "deep/er/page.html")])
def test_finds_what_contains_the_query_and_nothing_else(
    browser: Browser, request: pytest.FixtureRequest, served: str, page: str
) -> None:
    url = request.getfixturevalue(served)
    queries = _queries()
    assert len(queries) > 350
    tab = browser.new_page()
    messages: list[str] = []
    tab.on("console", lambda message: messages.append(f"{message.text} {message.location}"))
    tab.on("pageerror", lambda problem: messages.append(str(problem)))
    tab.goto(url + page)
    found: list[dict[str, Any]] = tab.evaluate(
        FIND, [f"{url}assets/search.js", [" ".join(map(str, terms)) for terms in queries]]
    )
    tab.close()
    wrong = []
    for terms, result in zip(queries, found, strict=True):
        expected = {document.url for document in DOCUMENTS if matches(document, terms)}
        got = set(result["urls"]) if not result["relaxed"] else set()
        if got != expected:
            wrong.append((" ".join(map(str, terms)), sorted(expected - got)[:3], sorted(got - expected)[:3]))
    assert not wrong
    assert not messages
