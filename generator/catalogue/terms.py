"""What articles that came and went change of terms: names, addresses, pages, relations."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Mapping

from generator.catalogue.changes import Changes, TermChange
from generator.catalogue.kinship_rule import weight
from generator.catalogue.letters import OTHER, letter_of, reading, syllable
from generator.catalogue.naming import Naming, most_frequent
from generator.catalogue.page_rule import PageRule
from generator.catalogue.pieces import KINDS
from generator.catalogue.places import Places
from generator.catalogue.postings import Postings
from generator.catalogue.slugs import slug, slugs
from generator.catalogue.term_rows import TermRow, TermRows, chunks


class TermUpdate:
    """The tables of terms brought up to date with the articles."""

    def __init__(
        self, database: sqlite3.Connection, naming: Naming, places: Places, rule: PageRule, rows: TermRows
    ) -> None:
        """``rule`` tells which terms have pages."""
        self._database = database
        self._naming = naming
        self._places = places
        self._rule = rule
        self.rows = rows
        self.near: set[int] = set()
        """References to articles some of whose neighbours under a term are others, or count for more."""
        self.lighter: set[int] = set()
        """References to articles one of whose terms counts for less, since more have it."""
        self.renamed: set[int] = set()
        """References to pieces that show another name for one of their forms."""

    def apply(self, changes: Changes, sizes: tuple[int, int] | None) -> None:
        """Change the rows and postings of all terms of ``changes``.

        ``sizes`` are the steps of the archive before and after; None where all is related anew.
        """
        for keys in chunks(changes.terms):
            found = self.rows.load(keys)
            postings = self.rows.postings(found.values())
            rows: list[TermRow] = []
            for key in keys:
                row = found.get(key) or self.rows.new(key)
                posted = postings.setdefault(row.number, Postings())
                self._apply(row, posted, changes.terms.pop(key), changes, sizes)
                rows.append(row)
            self.rows.write_postings(postings)
            self.rows.write(rows)
        self.rows.empty = False

    def _apply(
        self,
        row: TermRow,
        posted: Postings,
        change: TermChange,
        changes: Changes,
        sizes: tuple[int, int] | None,
    ) -> None:
        resolved, count = row.resolved(), len(posted.refs)
        near: set[int] = set()
        if count:
            near |= posted.remove(change.lost or (), self._places)
            near |= posted.add(change.gained, self._places)
        else:
            posted.fill(change.gained, self._places)
        if change.mentioned or change.unmentioned:
            mentions = set(posted.mentions).difference(change.unmentioned or ()).union(change.mentioned or ())
            posted.mentions = array("q", sorted(mentions))
        if sizes:
            kind = row.term_kind
            weights = weight(kind, count, sizes[0]), weight(kind, len(posted.refs), sizes[1])
            if weights[0] < weights[1]:
                near.update(posted.refs)
            elif weights[0] > weights[1]:
                self.lighter.update(posted.refs)
            if any(weights):
                self.near |= near
        row.forms = _tally(row.forms, changes.forms(row.key))
        self._describe(row, posted, changes)
        self._rename(row, posted, resolved)

    def _describe(self, row: TermRow, posted: Postings, changes: Changes) -> None:
        refs = posted.refs
        forms = {form: count for form, count, _ in row.forms if count}
        row.listed = int(bool(refs) or (row.listed and not row.count))
        row.count = len(refs)
        row.rank = min(posted.ranks, default=0)
        row.since = self._places.day(refs[min(1, len(refs) - 1)]) if refs else 0
        row.only = changes.imported(refs[0]) if len(refs) == 1 else 0
        if row.listed:
            self.name(row, most_frequent(forms) if forms else row.name)
            row.has_page = self.has_page(row)
        else:
            row.unlist()

    def name(self, row: TermRow, name: str) -> None:
        """Give a term its name and all that follows from it alone."""
        if name == row.name:
            return
        person = row.term_kind == "people"
        row.name = name
        row.slug = slug(name)
        row.base = row.slug.casefold()
        row.reading = reading(name, person)
        row.letter = letter_of(row.reading)
        row.syllable = syllable(row.reading, name) if row.letter != OTHER else ""
        row.known = int(self._naming.thesaurus.term(name, row.term_kind) is not None)

    def has_page(self, row: TermRow) -> int:
        """Tell whether a term has a page: founding articles matter only for terms that one article has."""
        return int(bool(row.known or row.count >= self._rule.least or row.only in self._rule.founding))

    def _rename(self, row: TermRow, posted: Postings, before: Mapping[str, str]) -> None:
        if not before and all(form == row.name for form, _, _ in row.forms):
            return  # as nearly all terms that are new
        after = row.resolved()
        if any(after[form] != before[form] for form in before.keys() & after.keys()):
            self.renamed.update(posted.refs, posted.mentions)
        old, new = ({form: name for form, name in forms.items() if form != name} for forms in (before, after))
        if old != new:
            self._database.executemany(
                "delete from renamed where form = ?", [(f"{row.kind}{form}",) for form in old]
            )
            self._database.executemany(
                "insert into renamed values (?, ?)", [(f"{row.kind}{form}", new[form]) for form in new]
            )


def _tally(
    forms: tuple[tuple[str, int, int], ...], more: Iterable[tuple[str, int, int]]
) -> tuple[tuple[str, int, int], ...]:
    if not forms:
        return tuple(sorted(each for each in more if each[2]))
    tally = {form: (count, total) for form, count, total in forms}
    for form, count, total in more:
        old = tally.get(form, (0, 0))
        tally[form] = old[0] + count, old[1] + total
    return tuple((form, *tally[form]) for form in sorted(tally) if tally[form][1])


def list_broader(update: TermUpdate, naming: Naming) -> None:
    """List those terms of the vocabulary that have no articles, but narrower terms that have; and only those."""
    rows = update.rows
    if not any(term.broader for term in naming.thesaurus.terms):
        return
    for kind, term_kind in KINDS:
        held = [row.key[1:] for row in rows.select("kind = ? and known = 1 and count > 0", (kind,))]
        wanted = {
            naming.key(kind, name): " ".join(name.split())
            for name in naming.thesaurus.above(term_kind, sorted(held))
        }
        now = {row.key: row for row in rows.select("kind = ? and listed = 1 and count = 0", (kind,))}
        found = rows.load(wanted.keys() | now.keys())
        changed = []
        for key in sorted(wanted.keys() | now.keys()):
            row = found.get(key) or rows.new(key)
            if row.count or (key in wanted) == bool(row.listed):
                continue
            row.listed = int(key in wanted)
            if row.listed:
                update.name(row, wanted[key])
                row.has_page = update.has_page(row)
            else:
                row.unlist()
            changed.append(row)
        rows.write_postings({row.number: Postings() for row in changed if row.key not in found})
        rows.write(changed)


def settle_slugs(rows: TermRows, groups: Collection[tuple[int, str]]) -> None:
    """Give the terms of each kind whose slugs would be equal others."""
    for kind, base in sorted(groups):
        sharing = list(rows.select("kind = ? and base = ? and listed = 1", (kind, base)))
        files = slugs(row.name for row in sharing)
        changed = [row for row in sharing if files[row.name] != row.slug]
        rows.note([row.key for row in changed], {row.key: row for row in changed})
        for row in changed:
            row.slug = files[row.name]
        rows.write(changed)


def settle_pages(update: TermUpdate) -> None:
    """Give and take pages where the rule has changed."""
    rows = update.rows
    changed = [row for row in rows.select("listed = ?", (1,)) if row.has_page != update.has_page(row)]
    rows.note([row.key for row in changed], {row.key: row for row in changed})
    for row in changed:
        row.has_page = update.has_page(row)
    rows.write(changed)
