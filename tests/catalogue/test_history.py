"""However an archive came to be, the catalogue answers as if it had been made at once, and names what changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, kinship, page_rule, postings
from generator.model import IssueSummary, Settings, Vocabulary
from generator.model.catalogue import Delta, TermCard
from tests.catalogue import nearest, reference
from tests.catalogue.made_up import VOCABULARIES, issues

_ISSUES = st.lists(issues(), max_size=12, unique_by=lambda issue: issue.record.id)
_STEPS = st.lists(st.tuples(_ISSUES, st.integers(0, 3), st.booleans()), min_size=2, max_size=5)


@pytest.fixture(autouse=True, scope="module")
def small() -> object:
    """Make the numbers small that only a large archive reaches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_rule, "SMALL", 12)
        for room in (nearest, kinship, postings):
            patch.setattr(room, "NEAREST", 2)
        yield


@given(_STEPS, st.sampled_from(VOCABULARIES), st.sampled_from((0, 0, 2)))
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_every_answer_is_that_of_the_set_of_issues(
    steps: list[tuple[list[IssueSummary], int, bool]], vocabulary: Vocabulary, page_from: int
) -> None:
    setting = Settings(term_page_from=page_from)
    there: dict[str, IssueSummary] = {}
    with Catalogue.open(None, setting, vocabulary, program="1") as catalogue:
        settled = reference.given(catalogue)
        for changed, leaving, settle in steps:
            gone = sorted(there)[:leaving]
            for issue_id in gone:
                del there[issue_id]
            there |= {issue.record.id: issue for issue in changed}
            delta = catalogue.update(iter(changed), [each for each in gone if each not in there])
            now = reference.given(catalogue)
            _assert_equal(now, reference.expected(there.values(), vocabulary, page_from))
            with Catalogue.open(None, setting, vocabulary, program="1") as fresh:
                fresh.update(reversed(list(there.values())), [])
                assert reference.given(fresh) == now
                assert fresh.issues == catalogue.issues
            _assert_named(delta, settled, now)
            if settle:
                catalogue.settle()
                settled = now


def _assert_equal(now: reference.Answers, expected: reference.Answers) -> None:
    cards = {name: dataclasses.replace(card, syllable="") for name, card in now.cards.items()}
    assert list(cards.items()) == list(expected.cards.items())
    assert now.issues == expected.issues
    assert now.articles == expected.articles
    assert now.holders == expected.holders
    assert now.related == expected.related


def _assert_named(delta: Delta, before: reference.Answers, now: reference.Answers) -> None:
    """Assert that ``delta`` names everything that looks different."""
    assert set(delta.gone) == before.digests.keys() - now.digests.keys() or set(delta.gone) >= (
        before.digests.keys() - now.digests.keys()
    )
    assert {id_ for id_, digest in now.digests.items() if before.digests.get(id_) != digest} <= set(
        delta.issues
    )
    if delta.everything:  # where nothing is known, or all had gone: the site is made anew
        assert set(delta.issues) == now.digests.keys()
        assert set(delta.articles) == now.articles.keys()
        assert set(delta.terms) == now.cards.keys()
        return
    readdressed = {
        name
        for name in before.cards.keys() & now.cards.keys()
        if _address(before.cards[name]) != _address(now.cards[name])
    }
    assert readdressed <= set(delta.readdressed)
    different = _different(before.articles, now.articles)
    assert different <= set(delta.articles)
    linked = {
        id_
        for id_ in now.articles
        if _links(id_, before) != _links(id_, now) or different & set(now.related[id_])
    }
    assert linked <= {*delta.articles, *delta.relinked}
    terms = _different(before.cards, now.cards) | _different(before.holders, now.holders)
    terms |= {
        name
        for answers in (before, now)
        for name, holders in answers.holders.items()
        if any(id_ in different for id_ in holders)
    }
    assert terms <= set(delta.terms)


def _links(article_id: str, answers: reference.Answers) -> object:
    """Return what an article's page shows of other articles, and where its terms lead."""
    article = answers.articles.get(article_id)
    if article is None:
        return None
    cards = (
        answers.cards.get((kind, name))
        for kind in ("topics", "people", "organisations", "places")
        for name in getattr(article.terms, kind)
    )
    links = [_address(card) if card else None for card in cards]
    return answers.related[article_id], links


def _address(card: TermCard) -> tuple[bool, str]:
    return card.has_page, card.slug if card.has_page else ""


def _different(before: Mapping, now: Mapping) -> set:
    return {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
