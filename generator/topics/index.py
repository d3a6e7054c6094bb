"""Summaries of articles into the archive's indexes of topics, people, organisations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model import TERM_KINDS, ArticleSummary, TermEntry, TermKind, Vocabulary
from generator.topics.letters import letter, order
from generator.topics.slugs import fold, slugs
from generator.topics.unify import most_frequent
from generator.topics.vocabulary import Thesaurus


@dataclass(slots=True)
class _Gathered:
    """One term while the summaries go by."""

    forms: Counter[str] = field(default_factory=Counter)
    articles: dict[str, ArticleSummary] = field(default_factory=dict)


def index_terms(
    summaries: Iterable[ArticleSummary], vocabulary: Vocabulary
) -> Mapping[TermKind, tuple[TermEntry, ...]]:
    """Return the entries of each kind, by letter and then by pinyin, from what the front matter says.

    Forms that ``vocabulary`` brings together, and forms equal under NFKC without case, are one entry: the
    vocabulary's name, else under the most frequent form. Notices, furniture, unplaced lines
    and withdrawn articles are in no index. The result does not depend on the order of ``summaries``.
    """
    thesaurus = Thesaurus(vocabulary)
    gathered: dict[TermKind, dict[str, _Gathered]] = {kind: {} for kind in TERM_KINDS}
    for summary in summaries:
        if summary.kind != "article" or summary.status == "withdrawn":
            continue
        for kind in TERM_KINDS:
            forms: tuple[str, ...] = getattr(summary.terms, kind)
            for form in forms:
                name = " ".join(thesaurus.name(form, kind).split())
                if not fold(name) or thesaurus.is_stopped(form, kind) or thesaurus.is_stopped(name, kind):
                    continue
                entry = gathered[kind].setdefault(fold(name), _Gathered())
                entry.forms[name] += 1
                entry.articles[summary.id] = summary
    return {kind: _entries(kind, entries) for kind, entries in gathered.items()}


def _entries(kind: TermKind, gathered: Mapping[str, _Gathered]) -> tuple[TermEntry, ...]:
    names = {most_frequent(entry.forms): entry for entry in gathered.values()}
    files = slugs(names)
    person = kind == "people"
    return tuple(
        TermEntry(kind, name, files[name], letter(name, person), _newest_first(names[name].articles.values()))
        for name in sorted(names, key=lambda name: order(name, person))
    )


def _newest_first(articles: Iterable[ArticleSummary]) -> tuple[ArticleSummary, ...]:
    return tuple(sorted(articles, key=lambda article: (-article.date.toordinal(), article.id)))
