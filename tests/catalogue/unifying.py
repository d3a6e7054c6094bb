"""One name for every form of a term, throughout the archive: what articles link to is what the index lists."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from generator.identifiers import fold
from generator.model import TERM_KINDS, ArticleSummary, IssueSummary, TermKind, Terms, Vocabulary
from generator.thesaurus import Thesaurus


def unify_terms(issues: Sequence[IssueSummary], vocabulary: Vocabulary) -> tuple[IssueSummary, ...]:
    """Return ``issues`` with each term under its one name: the vocabulary's, else its most frequent form.

    Forms are one term where ``vocabulary`` brings them together, and where they are equal under NFKC without
    case. Words that the vocabulary stops are left out, and blanks. The result does not depend on the order of
    ``issues``.
    """
    names = _Names(vocabulary)
    for issue in issues:
        for article in issue.articles:
            names.count(article)
    return tuple(
        dataclasses.replace(
            issue,
            articles=tuple(
                dataclasses.replace(article, terms=names.unify(article.terms)) for article in issue.articles
            ),
        )
        for issue in issues
    )


class _Names:
    """The forms of each term, counted while the summaries go by, and then the name of each."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._thesaurus = Thesaurus(vocabulary)
        self._forms: dict[tuple[TermKind, str], Counter[str]] = {}

    def count(self, article: ArticleSummary) -> None:
        if article.kind != "article" or article.status:
            return
        for kind in TERM_KINDS:
            for form in getattr(article.terms, kind):
                name = self._name(form, kind)
                if self._is_left_out(form, name, kind):
                    continue
                self._forms.setdefault((kind, fold(name)), Counter())[name] += 1

    def unify(self, terms: Terms) -> Terms:
        return Terms(**{kind: self._unify(getattr(terms, kind), kind) for kind in TERM_KINDS})

    def _unify(self, forms: tuple[str, ...], kind: TermKind) -> tuple[str, ...]:
        first: dict[str, None] = {}
        for form in forms:
            name = self._name(form, kind)
            if self._is_left_out(form, name, kind):
                continue
            counted = self._forms.get((kind, fold(name)))
            first.setdefault(most_frequent(counted) if counted else name)
        return tuple(first)

    def _is_left_out(self, form: str, name: str, kind: TermKind) -> bool:
        stopped = self._thesaurus.is_stopped(form, kind) or self._thesaurus.is_stopped(name, kind)
        return stopped or not fold(name)

    def _name(self, form: str, kind: TermKind) -> str:
        return " ".join(self._thesaurus.name(form, kind).split())


def most_frequent(forms: Counter[str]) -> str:
    """Return the form counted most often; of equals the first by code point."""
    return min(forms, key=lambda form: (-forms[form], form))
