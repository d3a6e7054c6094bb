"""The archive as the file has it: light things at once, heavy ones when asked for, the last asked for kept."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import itertools
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.cards import select_cards
from generator.catalogue.faces import read_renamed, unpack_face
from generator.catalogue.holders import KnownHolders
from generator.catalogue.kinship import Found, unpack_related
from generator.catalogue.naming import term_key, unify
from generator.catalogue.packing import unpack
from generator.catalogue.pieces import TERMS, Piece, is_counted, unpack_article, unpack_record
from generator.catalogue.places import Places, split
from generator.catalogue.postings import REF_BYTES, read_refs
from generator.catalogue.tallies import read_groups, read_months
from generator.model import TERM_KINDS, ArticleSummary, IssueSummary, Settings, TermKind
from generator.model.catalogue import IssueFace, IssueFiles, TermCard, TermGroup, TermMonth

_OPENED = 256
"""Issues of which the summaries are kept at hand."""
_SUFFIXES = 4096
"""Issues of which the ids of the articles are kept at hand."""
_CARDS = 1 << 15
INDEX_ORDER = "letter = '#', letter, reading, name"
"""By letter, ``#`` last, then by reading, then by code point."""


@dataclass(frozen=True, slots=True)
class _Suffixes:
    """The ends of the ids of an issue's articles: by place, and their places."""

    each: Sequence[str]
    places: Mapping[str, int]


class KnownArchive:
    """An archive read from a database that nobody changes meanwhile."""

    def __init__(self, database: sqlite3.Connection, settings: Settings) -> None:
        """Read what is light."""
        self.settings = settings
        self._database = database
        self._forget()

    def _forget(self) -> None:
        """Forget all that was read: it may have changed."""
        self._places = Places(self._database)
        self.__dict__.pop("_faces", None)
        self._renamed = read_renamed(self._database)
        self._opened = functools.lru_cache(_OPENED)(self._open)
        self._related = functools.lru_cache(_OPENED)(self._read_related)
        self._suffixes = functools.lru_cache(_SUFFIXES)(self._read_suffixes)
        self._card = functools.lru_cache(_CARDS)(self._read_card)

    @property
    def issues(self) -> Sequence[IssueFace]:
        """The faces of all issues, by date, then publication, then edition; oldest first."""
        return tuple(self._faces.values())

    @functools.cached_property
    def _faces(self) -> Mapping[str, IssueFace]:
        faces = dict(self._database.execute("select number, face from issues"))
        return {self._places.ids[number]: unpack_face(faces[number]) for number in self._places.in_order()}

    def face(self, issue_id: str) -> IssueFace:
        """Return an issue's face. Raises KeyError where there is none."""
        return self._faces[issue_id]

    def summary(self, issue_id: str) -> IssueSummary:
        """Return an issue without its texts. Raises KeyError where there is none."""
        record, pieces = self._opened(self._places.numbers[issue_id])
        return IssueSummary(
            unpack_record(record), tuple(self._article(issue_id, unpack(piece)) for piece in pieces)
        )

    def leading(self, issue_id: str, most: int) -> Sequence[ArticleSummary]:
        """Return the first ``most`` articles of an issue that stand in lists. Raises KeyError where there is none."""
        _, packed = self._opened(self._places.numbers[issue_id])
        shown = itertools.islice(filter(is_counted, map(unpack, packed)), most)
        return tuple(self._article(issue_id, piece) for piece in shown)

    def files(self, issue_id: str) -> IssueFiles:
        """Return what an issue's files were when it was taken in; empty where nothing was noted."""
        query = "select signature, digest from seen where folder = ?"
        return IssueFiles(*self._database.execute(query, (issue_id,)).fetchone() or ("", ""))

    def article(self, article_id: str) -> ArticleSummary | None:
        """Return the summary of an article, withdrawn or not; None where there is none."""
        number, place = self._place(article_id)
        if place is None:
            return None
        return self._article(self._places.ids[number], unpack(self._opened(number)[1][place]))

    def term(self, kind: TermKind, name: str) -> TermCard | None:
        """Return the term ``name``, its one name, of a kind; None where the indexes do not have it."""
        return self._card(kind, name)

    def terms(
        self, kind: TermKind, letter: str = "", syllable: str = "", *, with_page: bool = False
    ) -> Sequence[TermCard]:
        """Return the terms of a kind by letter (``#`` last), then by reading, then by code point.

        All of them, or those under a letter, or under one of its syllables (those under ``#`` have none); or those of
        these that have a page.
        """
        asked = {"letter": letter, "syllable": syllable, "has_page": int(with_page)}
        narrowed = "".join(f"and {column} = ? " for column, value in asked.items() if value)
        values = (TERM_KINDS.index(kind), *filter(None, asked.values()))
        cards = select_cards(
            self._database, f"kind = ? {narrowed}and listed = 1 order by {INDEX_ORDER}", *values
        )
        return tuple(cards)

    def term_groups(self, kind: TermKind) -> Sequence[TermGroup]:
        """Return how many terms of a kind stand under each letter and syllable, in the order of the index."""
        return read_groups(self._database, kind)

    def term_months(self, kind: TermKind) -> Sequence[TermMonth]:
        """Return the months in which terms of a kind got the pages they have, in order."""
        return read_months(self._database, kind)

    def terms_since(self, kind: TermKind, month: str) -> Sequence[TermCard]:
        """Return the terms of a kind that have a page, and got it in ``month``, in the order of the index."""
        first, last = days_of(month) if month else (0, 0)
        where = f"kind = ? and listed = 1 and has_page = 1 and since between ? and ? order by {INDEX_ORDER}"
        return tuple(select_cards(self._database, where, TERM_KINDS.index(kind), first, last))

    def frequent_terms(self, kind: TermKind, most: int) -> Sequence[TermCard]:
        """Return the ``most`` terms with the most articles; of equals the better ranked, then in index order."""
        where = f"kind = ? and count > 0 order by count desc, rank, {INDEX_ORDER} limit ?"
        return tuple(select_cards(self._database, where, TERM_KINDS.index(kind), most))

    def terms_together(self, kind: TermKind) -> Sequence[TermCard]:
        """Return all terms of a kind, those together whose newest articles stand near one another."""
        query = (
            "select name, substr(refs, ?) from terms join postings on term = number "
            "where kind = ? and count > 0"
        )
        rows = self._database.execute(query, (-REF_BYTES, TERM_KINDS.index(kind)))
        newest = {name: self._places.key(read_refs(ref)[0]) for name, ref in rows}
        return sorted(self.terms(kind), key=lambda card: newest.get(card.name, -1))

    def holders(self, kind: TermKind, name: str) -> KnownHolders:
        """Return the articles that have the term ``name``, its one name; none where there is no such term."""
        query = "select name, refs from terms join postings on term = number where key = ?"
        key = term_key(TERM_KINDS.index(kind), name)
        found, refs = self._database.execute(query, (key,)).fetchone() or ("", b"")
        return KnownHolders(read_refs(refs if found == name else b""), self._places, self._id)

    def related(self, article_id: str) -> Sequence[str]:
        """Return the ids of the articles on the same matter as an article, the most related first."""
        number, place = self._place(article_id)
        found = () if place is None else self._related(number).get(place, ())
        return tuple(self._id(ref) for ref, _ in found)

    def claims(self) -> Sequence[tuple[str, str]]:
        """Return each id that an article had formerly: that article's id and the former id, in their order."""
        rows = self._database.execute("select issue, suffix, former from claims order by rowid").fetchall()
        ids = ((number, f"{self._places.ids[number]}/{suffix}", former) for number, suffix, former in rows)
        return tuple(
            (id_, former) for _, id_, former in sorted(ids, key=lambda row: self._places.ranks[row[0]])
        )

    def _place(self, article_id: str) -> tuple[int, int | None]:
        """Return the number of an article's issue, 0 where there is none, and its place there."""
        head, _, last = article_id.rpartition("/")
        issue_id, _, page = head.rpartition("/")
        number = self._places.numbers.get(issue_id, 0)
        return number, self._suffixes(number).places.get(f"{page}/{last}") if number else None

    def _id(self, ref: int) -> str:
        number, place = split(ref)
        return f"{self._places.ids[number]}/{self._suffixes(number).each[place]}"

    def _article(self, issue_id: str, piece: Piece) -> ArticleSummary:
        return unpack_article(piece, issue_id, unify(piece[TERMS], self._renamed))

    def _read_card(self, kind: TermKind, name: str) -> TermCard | None:
        key = term_key(TERM_KINDS.index(kind), name)
        return next(select_cards(self._database, "key = ? and listed = 1 and name = ?", key, name), None)

    def _open(self, number: int) -> tuple[tuple[object, ...], tuple[bytes, ...]]:
        """Return the record and the packed pieces of an issue."""
        row = self._database.execute("select pieces from issues where number = ?", (number,)).fetchone()
        opened: tuple[tuple[object, ...], tuple[bytes, ...]] = unpack(row[0])
        return opened

    def _read_related(self, number: int) -> Found:
        row = self._database.execute("select related from issues where number = ?", (number,)).fetchone()
        return unpack_related(row[0])

    def _read_suffixes(self, number: int) -> _Suffixes:
        row = self._database.execute("select suffixes from issues where number = ?", (number,)).fetchone()
        each = row[0].split()
        return _Suffixes(each, {suffix: place for place, suffix in enumerate(each)})


def days_of(month: str) -> tuple[int, int]:
    """Return the first and the last day of a month, ``YYYY-MM``, as ordinals."""
    first = dt.date.fromisoformat(f"{month}-01")
    last = calendar.monthrange(first.year, first.month)[1]
    return first.toordinal(), first.toordinal() + last - 1
