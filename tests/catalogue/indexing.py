"""Summaries of articles into the archive's indexes of topics, people, organisations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue import page_rule
from generator.catalogue.letters import letter, order
from generator.catalogue.slugs import slugs
from generator.identifiers import fold
from generator.model import TERM_KINDS, WITHDRAWN, ArticleSummary, TermKind, Vocabulary
from generator.thesaurus import Thesaurus
from tests.catalogue.unifying import most_frequent

_OF_LARGE = 2
_MOST_OFFICES = 3
"""Offices of one person; what is said more rarely is mostly the same in other words."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of the archive with the articles that have it, newest first."""

    kind: TermKind
    name: str
    slug: str
    """File name of its page without ``.html``, unique within its kind ignoring case."""
    letter: str
    """Letter of the index it stands under: the first of its pinyin, ``A`` to ``Z``, else ``#``."""
    articles: tuple[ArticleSummary, ...]
    """Empty only for a term of the vocabulary that narrower terms with articles hang from."""
    has_page: bool = True
    """False for a term too rare for a page of its own: what would link to the page links to a search."""
    formerly: tuple[str, ...] = ()
    """Slugs of the other forms of the term, none of them the slug of an entry of its kind: they lead here."""
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Names of the entries of its kind that the vocabulary sets above, below and beside it."""
    offices: tuple[str, ...] = ()
    """Of a person, the offices that the articles name, the most frequent first."""


@dataclass(frozen=True, slots=True)
class PageRule:
    """Which terms have pages, in one archive."""

    least: int
    """Articles that a term needs."""
    founding: frozenset[str] = frozenset()
    """Ids of articles whose terms need no others."""

    def has_page(self, articles: Iterable[str], in_vocabulary: bool) -> bool:
        """Tell whether a term of the articles with these ids has a page; one of the vocabulary always has."""
        ids = set(articles)
        return in_vocabulary or len(ids) >= self.least or not self.founding.isdisjoint(ids)


def rule_of(articles: Iterable[ArticleSummary], least: int = 0) -> PageRule:
    """Return the rule for the archive of ``articles``; ``least`` is the archive's own setting, 0 where it has none.

    The founding articles are those of the first days of import, as long as the archive had fewer than ``SMALL``
    after the day: imports of later days cannot change them.
    """
    if least:
        return PageRule(least)
    counted = list(articles)
    if len(counted) < page_rule.SMALL:
        return PageRule(1)
    by_day = Counter(article.imported for article in counted if article.imported)
    small, total = set(), 0
    for day in sorted(by_day):
        total += by_day[day]
        if total >= page_rule.SMALL:
            break
        small.add(day)
    return PageRule(_OF_LARGE, frozenset(article.id for article in counted if article.imported in small))


@dataclass(slots=True)
class _Gathered:
    """One term while the summaries go by."""

    forms: Counter[str] = field(default_factory=Counter)
    articles: dict[str, ArticleSummary] = field(default_factory=dict)


def index_terms(
    summaries: Iterable[ArticleSummary], vocabulary: Vocabulary, page_from: int = 0
) -> Mapping[TermKind, tuple[TermEntry, ...]]:
    """Return the entries of each kind, by letter and then by pinyin, from what the front matter says.

    Forms that ``vocabulary`` brings together, and forms equal under NFKC without case, are one entry: the
    vocabulary's name, else under the most frequent form. Notices, furniture, unplaced lines
    and withdrawn articles are in no index. The result does not depend on the order of ``summaries``.
    ``page_from`` is the archive's setting of how many articles a term needs for a page, 0 where it has none.
    """
    thesaurus = Thesaurus(vocabulary)
    gathered: dict[TermKind, dict[str, _Gathered]] = {kind: {} for kind in TERM_KINDS}
    counted = [each for each in summaries if each.kind == "article" and each.status != WITHDRAWN]
    for summary in counted:
        for kind in TERM_KINDS:
            forms: tuple[str, ...] = getattr(summary.terms, kind)
            for form in forms:
                name = " ".join(thesaurus.name(form, kind).split())
                if not fold(name) or thesaurus.is_stopped(form, kind) or thesaurus.is_stopped(name, kind):
                    continue
                entry = gathered[kind].setdefault(fold(name), _Gathered())
                entry.forms[name] += 1
                entry.articles[summary.id] = summary
    rule = rule_of(counted, page_from)
    return {kind: _entries(kind, entries, thesaurus, rule) for kind, entries in gathered.items()}


def _entries(
    kind: TermKind, gathered: dict[str, _Gathered], thesaurus: Thesaurus, rule: PageRule
) -> tuple[TermEntry, ...]:
    for name in thesaurus.above(kind, gathered):
        gathered.setdefault(fold(name), _Gathered(Counter([name])))
    names = {most_frequent(entry.forms): entry for entry in gathered.values()}
    files = slugs(names)
    taken = {slug.casefold() for slug in files.values()}
    person = kind == "people"

    def present(relations: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in relations if name in names)

    def entry(name: str) -> TermEntry:
        term = thesaurus.term(name, kind)
        former = [slugs([alias])[alias] for alias in thesaurus.aliases(name, kind)]
        articles = _newest_first(names[name].articles.values())
        return TermEntry(
            kind,
            name,
            files[name],
            letter(name, person),
            articles,
            has_page=rule.has_page(names[name].articles, term is not None),
            formerly=tuple(
                {slug.casefold(): slug for slug in former if slug.casefold() not in taken}.values()
            ),
            broader=present(term.broader) if term else (),
            narrower=present(term.narrower) if term else (),
            related=present(term.related) if term else (),
            offices=_offices(names[name], articles) if person else (),
        )

    return tuple(entry(name) for name in sorted(names, key=lambda name: order(name, person)))


def _offices(person: _Gathered, articles: Iterable[ArticleSummary]) -> tuple[str, ...]:
    """Return the offices that ``articles``, newest first, say of a person, the most frequent first."""
    said = Counter(office for article in articles for name, office in article.offices if name in person.forms)
    return tuple(office for office, _ in said.most_common(_MOST_OFFICES))


def _newest_first(articles: Iterable[ArticleSummary]) -> tuple[ArticleSummary, ...]:
    return tuple(sorted(articles, key=lambda article: (-article.date.toordinal(), article.id)))
