"""The indexes of topics, people, organisations and places: by letter, and the most frequent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from generator.model import WITHDRAWN, TermEntry, TermKind
from generator.render import links
from generator.render.lookup import term_url
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.term_views import LetterLinkView, LetterView, TermEntryView
from generator.render.views import HeadView

WHOLE_INDEX = 400
"""Terms that one page lists; an index of more is divided by letter, and a letter of more into parts."""
MOST_FREQUENT = 100
"""Terms that a divided index shows by frequency."""
_SHORT_INDEX = 60
"""Terms that a reader takes in without a list by frequency."""
_FREQUENT_OF_WHOLE = 30
"""Terms that an index on one page shows by frequency, before all of them."""


def render_index(kind: TermKind, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms, and where it is long, pages for its letters."""
    entries = renderer.lookup.archive.terms.get(kind, ())
    by_letter = {letter: tuple(group) for letter, group in groupby(entries, key=lambda entry: entry.letter)}
    path = links.terms_path(kind)
    divided = len(entries) > WHOLE_INDEX
    letters = tuple(
        LetterLinkView(
            letter,
            links.to_url(links.letter_path(kind, letter, 1)) if divided else f"{path}#letter-{place}",
            len(group),
        )
        for place, (letter, group) in enumerate(by_letter.items(), 1)
    )
    yield renderer.page(
        path,
        "terms.html",
        HeadView(renderer.words(kind), canonical=renderer.absolute(path)),
        kind=kind,
        letters=letters,
        listed=() if divided else tuple(_letter(letter, group) for letter, group in by_letter.items()),
        frequent=_most_frequent(entries),
        count=len(entries),
    )
    if divided:
        for letter, group in by_letter.items():
            yield from _letter_pages(kind, letter, group, letters, renderer)


def _most_frequent(entries: Sequence[TermEntry]) -> tuple[TermEntryView, ...]:
    """Return the terms that the index shows by frequency; of one that is read in a glance, none."""
    if len(entries) > WHOLE_INDEX:
        return frequent_terms(entries, MOST_FREQUENT)
    if len(entries) <= _SHORT_INDEX:
        return ()
    return tuple(term for term in frequent_terms(entries, _FREQUENT_OF_WHOLE) if term.count > 1)


def _letter_pages(
    kind: TermKind,
    letter: str,
    entries: Sequence[TermEntry],
    letters: tuple[LetterLinkView, ...],
    renderer: Renderer,
) -> Iterator[OutputFile]:
    size = ceil(len(entries) / ceil(len(entries) / WHOLE_INDEX))  # parts of one length, no short last one
    chunks = [entries[start : start + size] for start in range(0, len(entries), size)]
    urls = [links.to_url(links.letter_path(kind, letter, part)) for part in range(1, len(chunks) + 1)]
    # A part is known by its first and last term, as the volumes of a dictionary are.
    parts = tuple(
        TermEntryView(
            chunk[0].name if len(chunk) == 1 else f"{chunk[0].name}–{chunk[-1].name}", url, len(chunk)
        )
        for chunk, url in zip(chunks, urls, strict=True)
    )
    for part, chunk in enumerate(chunks, 1):
        path = links.letter_path(kind, letter, part)
        yield renderer.page(
            path,
            "letter.html",
            HeadView(f"{renderer.words(kind)} {letter}", canonical=renderer.absolute(path)),
            kind=kind,
            letters=letters,
            listed=_letter(letter, chunk),
            parts=parts if len(chunks) > 1 else (),
            part=part,
        )


def frequent_terms(entries: Sequence[TermEntry], most: int) -> tuple[TermEntryView, ...]:
    """Return the terms with the most articles; among equals, those that weigh most in an article first."""
    counts = sorted((len(entry.articles) for entry in entries), reverse=True)[:most]
    candidates = [entry for entry in entries if len(entry.articles) >= max(counts[-1], 1)] if counts else []
    ranked = sorted(candidates, key=lambda entry: (-len(entry.articles), _best_rank(entry)))
    return tuple(view_term(entry) for entry in ranked[:most])


def _best_rank(entry: TermEntry) -> int:
    """Return the best place that the term has among its kind in an article, which are weightiest first."""
    lists = (getattr(article.terms, entry.kind) for article in entry.articles)
    return min((names.index(entry.name) for names in lists if entry.name in names), default=len(entry.name))


def view_term(entry: TermEntry) -> TermEntryView:
    """Return a term as it stands in an index; withdrawn articles are not counted."""
    count = sum(article.status != WITHDRAWN for article in entry.articles)
    return TermEntryView(entry.name, term_url(entry), count)


def _letter(letter: str, entries: Sequence[TermEntry]) -> LetterView:
    return LetterView(letter, tuple(map(view_term, entries)))
