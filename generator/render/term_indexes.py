"""The indexes of topics, people, organisations and places: by letter and syllable, and the most frequent first.

A short index is one page. A long one has a page for each letter, and a letter of many terms a page for each of its
syllables, as the index of a dictionary has: a new issue changes the few pages of the syllables of its terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from generator.model import TERM_KINDS, TermCard, TermGroup, TermKind
from generator.render import links
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.term_views import LetterLinkView, LetterView, TermEntryView, view_term
from generator.render.units import Unit, key_of, kind_named, unit
from generator.render.views import HeadView

WHOLE_INDEX = 400
"""Terms that one page lists; an index of more is divided by letter, and a syllable of more into parts."""
WHOLE_LETTER = 120
"""Terms of a letter that is one page; one of more is divided by syllable, so that an issue changes less of it."""
MOST_FREQUENT = 100
"""Terms that a divided index shows by frequency."""
_SHORT_INDEX = 60
"""Terms that a reader takes in without a list by frequency."""
_FREQUENT_OF_WHOLE = 30
"""Terms that an index on one page shows by frequency, before all of them."""


def index_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of each kind's index, of the letters of a long one, and of the syllables of a long letter."""
    for kind in TERM_KINDS:
        groups = lookup.groups[kind]
        if not _is_divided(groups):
            yield unit("index", kind, key=key_of(tuple(lookup.archive.terms(kind))))
            continue
        by_letter = _by_letter(groups)
        counts = tuple((letter, _listed(of_letter)) for letter, of_letter in by_letter.items())
        yield unit("index", kind, key=key_of(counts, lookup.archive.frequent_terms(kind, MOST_FREQUENT)))
        for letter, of_letter in by_letter.items():
            whole = _listed(of_letter) <= WHOLE_LETTER
            shown = tuple(group.digest if whole else (group.syllable, group.with_page) for group in of_letter)
            yield unit("letter", kind, letter, key=key_of(tuple(by_letter), shown))
            for group in () if whole else of_letter:
                names = tuple(each.syllable for each in of_letter)
                key = key_of(tuple(by_letter), names, group.digest)
                yield unit("syllable", kind, letter, group.syllable, key=key)


def render_index(kind_name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms; where it is long, the letters have pages of their own."""
    kind, lookup = kind_named(kind_name), renderer.lookup
    groups = lookup.groups[kind]
    divided = _is_divided(groups)
    path = links.terms_path(kind)
    cards = () if divided else lookup.archive.terms(kind)
    listed = [(letter, tuple(group)) for letter, group in groupby(cards, key=lambda card: card.letter)]
    letters = _letters(kind, groups) if divided else _places(path, listed)
    yield renderer.page(
        path,
        "terms.html",
        HeadView(renderer.words(kind), canonical=renderer.absolute(path)),
        kind=kind,
        letters=letters,
        listed=tuple(_letter(letter, group) for letter, group in listed),
        frequent=_most_frequent(kind, groups, lookup),
        count=sum(each.count for each in letters),
    )


def _places(path: str, listed: Sequence[tuple[str, Sequence[TermCard]]]) -> tuple[LetterLinkView, ...]:
    """Return the letters of an index on one page."""
    return tuple(
        LetterLinkView(letter, f"{path}#letter-{place}", len(group))
        for place, (letter, group) in enumerate(listed, 1)
    )


def _letters(kind: TermKind, groups: Sequence[TermGroup], counted: bool = True) -> tuple[LetterLinkView, ...]:
    """Return the letters of a divided index; not ``counted``, they are the same after nearly every issue."""
    return tuple(
        LetterLinkView(
            letter, links.to_url(links.letter_path(kind, letter)), _listed(of_letter) if counted else 0
        )
        for letter, of_letter in _by_letter(groups).items()
    )


def render_letter(kind_name: str, letter: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page of a letter: its terms, or where they are many, its syllables."""
    kind, archive = kind_named(kind_name), renderer.lookup.archive
    groups = renderer.lookup.groups[kind]
    of_letter = _by_letter(groups)[letter]
    path = links.letter_path(kind, letter)
    whole = _listed(of_letter) <= WHOLE_LETTER
    yield renderer.page(
        path,
        "letter.html",
        HeadView(f"{renderer.words(kind)} {letter}", canonical=renderer.absolute(path)),
        kind=kind,
        letters=_letters(kind, groups, counted=False),
        listed=_letter(letter, archive.terms(kind, letter, with_page=True) if whole else ()),
        syllables=() if whole else _syllables(kind, letter, of_letter),
        syllable="",
        parts=(),
        part=1,
    )


def render_syllable(kind_name: str, letter: str, syllable: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the pages of the terms under a syllable, one as a rule."""
    kind, archive = kind_named(kind_name), renderer.lookup.archive
    groups = renderer.lookup.groups[kind]
    cards = archive.terms(kind, letter, syllable, with_page=True)
    size = ceil(len(cards) / max(ceil(len(cards) / WHOLE_INDEX), 1))  # parts of one length, no short last one
    chunks = [cards[start : start + size] for start in range(0, len(cards), max(size, 1))]
    paths = [links.syllable_path(kind, letter, syllable, part) for part in range(1, len(chunks) + 1)]
    # A part is known by its first and last term, as the volumes of a dictionary are.
    parts = tuple(
        TermEntryView(
            chunk[0].name if len(chunk) == 1 else f"{chunk[0].name}–{chunk[-1].name}",
            links.to_url(path),
            len(chunk),
        )
        for chunk, path in zip(chunks, paths, strict=True)
    )
    for part, (chunk, path) in enumerate(zip(chunks, paths, strict=True), 1):
        yield renderer.page(
            path,
            "letter.html",
            HeadView(
                f"{renderer.words(kind)} {letter} {syllable}".rstrip(), canonical=renderer.absolute(path)
            ),
            kind=kind,
            letters=_letters(kind, groups, counted=False),
            listed=_letter(letter, chunk),
            syllables=_syllables(kind, letter, _by_letter(groups)[letter], counted=False),
            syllable=syllable,
            parts=parts if len(chunks) > 1 else (),
            part=part,
        )


def _syllables(
    kind: TermKind, letter: str, groups: Sequence[TermGroup], counted: bool = True
) -> tuple[TermEntryView, ...]:
    return tuple(
        TermEntryView(
            group.syllable,
            links.to_url(links.syllable_path(kind, letter, group.syllable, 1)),
            group.with_page if counted else 0,
        )
        for group in groups
    )


def _is_divided(groups: Sequence[TermGroup]) -> bool:
    return sum(group.count for group in groups) > WHOLE_INDEX


def _by_letter(groups: Sequence[TermGroup]) -> dict[str, list[TermGroup]]:
    """Return the groups of a divided index by letter: it lists terms that have a page, a search finds the rest."""
    shown = (group for group in groups if group.with_page)
    return {letter: list(group) for letter, group in groupby(shown, key=lambda group: group.letter)}


def _listed(groups: Sequence[TermGroup]) -> int:
    return sum(group.with_page for group in groups)


def _most_frequent(kind: TermKind, groups: Sequence[TermGroup], lookup: Lookup) -> tuple[TermEntryView, ...]:
    """Return the terms that the index shows by frequency; of one that is read in a glance, none."""
    if _is_divided(groups):
        return tuple(map(view_term, lookup.archive.frequent_terms(kind, MOST_FREQUENT)))
    if sum(group.count for group in groups) <= _SHORT_INDEX:
        return ()
    frequent = lookup.archive.frequent_terms(kind, _FREQUENT_OF_WHOLE)
    return tuple(view_term(card) for card in frequent if card.count > 1)


def _letter(letter: str, cards: Sequence[TermCard]) -> LetterView:
    return LetterView(letter, tuple(map(view_term, cards)))
