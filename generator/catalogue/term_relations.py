"""What the vocabulary says of listed terms: slugs of their other forms, and the terms above, below and beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.catalogue.naming import Naming, term_key
from generator.catalogue.slugs import slugs
from generator.catalogue.term_rows import TermRow, TermRows
from generator.model import TERM_KINDS


class Relations:
    """The relations of terms, followed where terms come, go, or get another address."""

    def __init__(self, naming: Naming, rows: TermRows) -> None:
        """Make the vocabulary ready to be asked which of its terms a slug or a name concerns."""
        self._thesaurus = naming.thesaurus
        self._rows = rows
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._by_slug: dict[str, set[str]] = defaultdict(set)
        for term in self._thesaurus.terms:
            for other in (term.name, *term.broader, *term.narrower, *term.related):
                self._beside[other].add(term.name)
            for alias in term.aliases:
                self._by_slug[slugs([alias])[alias].casefold()].add(term.name)

    def settle(self, changed: Iterable[TermRow]) -> None:
        """Write the relations of all that ``changed`` rows, as they were or as they are, may concern."""
        concerned: set[str] = set()
        for row in changed:
            concerned |= self._beside.get(row.name, set()) | self._by_slug.get(row.slug.casefold(), set())
        keys = {term_key(kind, name) for name in concerned for kind in range(len(TERM_KINDS))}
        found = self._rows.load(keys) if keys else {}
        written = []
        for row in found.values():
            relations = self._relations(row) if row.listed else None
            if relations != row.relations:
                row.relations = relations
                written.append(row)
        self._rows.write(written)

    def _relations(self, row: TermRow) -> tuple[tuple[str, ...], ...] | None:
        aliases = self._thesaurus.aliases(row.name, row.term_kind)
        term = self._thesaurus.term(row.name, row.term_kind)
        former = {(slug := slugs([alias])[alias]).casefold(): slug for alias in aliases}
        formerly = tuple(slug for folded, slug in former.items() if not self._is_taken(row.kind, folded))
        named = (term.broader, term.narrower, term.related) if term else ((), (), ())
        relations = (formerly, *(self._listed(row.kind, names) for names in named))
        return relations if any(relations) else None

    def _is_taken(self, kind: int, slug: str) -> bool:
        sharing = self._rows.select("kind = ? and base = ? and listed = 1", (kind, slug))
        return any(row.slug.casefold() == slug for row in sharing)

    def _listed(self, kind: int, names: Iterable[str]) -> tuple[str, ...]:
        keys = {term_key(kind, name): name for name in names}
        found = self._rows.select("key in", keys) if keys else ()
        listed = {row.name for row in found if row.listed}
        return tuple(name for name in names if name in listed)
