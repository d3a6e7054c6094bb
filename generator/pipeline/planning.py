"""Which units of the site are to be made: those whose key is another than when they were made last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue import Catalogue, Ledger
from generator.model import Delta, TermKind, issue_of
from generator.pipeline.static_files import static_units
from generator.render import (
    Lookup,
    Unit,
    has_unit,
    key_of,
    keyed_units,
    lists_years,
    split_name,
    term_unit_name,
    term_units,
    term_year_units,
    terms_beside,
    unit_name,
    years_around,
)
from generator.render.links import term_path

ARTICLES = "articles"
"""The family of the articles of an issue: its units are made from content/, all others from the catalogue."""
_OF_TERMS = ("term", "term-year")
"""Families whose units are too many to be looked at in each build: the delta names those that are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what is to go."""

    units: Mapping[str, str]
    """Names of the units to be made, with their keys."""
    some: Mapping[str, frozenset[str]]
    """Units of articles among them that are not made whole: the ids of the articles to be made."""
    gone: tuple[str, ...]
    """Names of units that the site has, and is to have no more."""

    def without(self, names: Iterable[str]) -> Plan:
        """Return the plan without the units of ``names``, which are made already."""
        made = frozenset(names)
        return replace(self, units={name: key for name, key in self.units.items() if name not in made})


def plan_all(lookup: Lookup, catalogue: Catalogue, content: Path) -> Plan:
    """Return the plan of a site that is made whole."""
    units = {each.name: each.key for each in (*_keyed(lookup, catalogue, content), *term_units(lookup))}
    return Plan(units, {}, ())


def plan_changes(lookup: Lookup, catalogue: Catalogue, content: Path, delta: Delta) -> Plan:
    """Return the plan that makes the site what ``catalogue`` says, where it is what was said before ``delta``."""
    current = {each.name: each.key for each in _keyed(lookup, catalogue, content)}
    kept = catalogue.ledger.keys_but_of(_OF_TERMS)
    units = {name: key for name, key in current.items() if kept.get(name) != key}
    gone = [name for name in kept if name not in current]
    some: dict[str, set[str]] = {}
    # An article that looks different is mostly in an issue that does, and is made with it; a notice may not be.
    for article in (*delta.relinked, *delta.articles):
        name = unit_name(ARTICLES, issue_of(article))
        if name in current and name not in units:
            some.setdefault(name, set()).add(article)
    units |= {name: current[name] for name in some}
    changed = {_year_of(issue) for issue in (*delta.issues, *delta.gone)}
    for kind, name in sorted(_terms(lookup, delta)):
        came, went = _plan_term(kind, name, changed, lookup, catalogue.ledger)
        units |= came
        gone += went
    return Plan(units, {name: frozenset(ids) for name, ids in some.items()}, tuple(gone))


def _keyed(lookup: Lookup, catalogue: Catalogue, content: Path) -> Iterator[Unit]:
    yield from static_units(content)
    yield from keyed_units(lookup)
    seen = catalogue.ledger.seen()
    for face in lookup.archive.issues:
        others = tuple(lookup.archive.face(each).digest for each in face.elsewhere if lookup.has_issue(each))
        yield Unit(unit_name(ARTICLES, face.id), key_of(seen[face.id].digest, face.digest, others))


def _terms(lookup: Lookup, delta: Delta) -> set[tuple[TermKind, str]]:
    """Return the terms whose pages may show something else than before ``delta``."""
    terms = set(delta.terms)
    for kind, name in delta.terms:
        if card := lookup.archive.term(kind, name):
            terms.update((kind, each) for each in (*card.broader, *card.narrower, *card.related))
    return terms | terms_beside(delta.readdressed, lookup.archive)


def _plan_term(
    kind: TermKind, name: str, changed: Collection[int], lookup: Lookup, ledger: Ledger
) -> tuple[dict[str, str], list[str]]:
    """Return the units of a term that are to be made, with their keys, and the names of those that are to go.

    Where the term has the address that it has on the site, only its years around those ``changed`` are looked at.
    """
    card = lookup.archive.term(kind, name)
    page, prefix = term_unit_name(kind, name), unit_name("term-year", kind, name, "")
    standing = dict(unit.files) if (unit := ledger.units((page,)).get(page)) else {}
    kept = {each: unit.key for each, unit in ledger.units_under(prefix).items()}
    looked_at = None
    if card and kept and lists_years(card) and term_path(kind, card.slug) in standing:
        looked_at = years_around(changed, card, lookup)
        kept = {each: key for each, key in kept.items() if int(split_name(each)[3]) in looked_at}
    current = {each.name: each.key for _, each in term_year_units(card, lookup, looked_at)} if card else {}
    made = {each: key for each, key in current.items() if kept.get(each) != key}
    gone = [each for each in kept if each not in current]
    if card and has_unit(card):
        made[page] = ""  # looks at much of the archive: it is made without a look at whether it is another
    elif standing:
        gone.append(page)
    return made, gone


def _year_of(issue_id: str) -> int:
    """Return the year that the id of an issue says: ``<publication>/YYYY-…``."""
    return int(issue_id.partition("/")[2][:4])
