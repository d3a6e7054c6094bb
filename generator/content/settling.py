"""What becomes of a unit: its words and its place are settled each by itself, the person's first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.content.passages import SCALARS, Passage, recast, words
from generator.content.units import Unit


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in the place where the merge puts it."""

    article: str
    role: str
    text: str
    by: str
    """Whose order it follows in its place: ``mine`` or ``theirs``."""
    order: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The pieces of a unit, and what the program would have had otherwise, where both had changed the same."""

    pieces: tuple[Piece, ...]
    refused: tuple[Passage, ...] = ()


def settle_units(
    units: Sequence[Unit],
    shut: Collection[str],
    held: Collection[str],
    written: Mapping[str, bool],
) -> tuple[Settled, ...]:
    """Return what becomes of each unit.

    ``shut`` are ids of articles that a person took away or withdrew: nothing comes into them again. ``held`` are
    ids whose passages stay as the person has them. ``written`` has the ids of the person's articles, and whether
    more than passages was corrected there: such an article is not to be emptied by the program. A headline that
    the program puts where the person's stands goes back to where the person has it; that may move others in turn.
    """
    kept = {n for n, unit in enumerate(units) if any(p.article in held for p in unit.base)}
    while True:
        settled = [_settle(unit, shut, n in kept) for n, unit in enumerate(units)]
        more = _rivals(units, settled) | _emptied(units, settled, written)
        if more <= kept:
            return tuple(settled)
        kept |= more


def _settle(unit: Unit, shut: Collection[str], kept: bool) -> Settled:
    mine, theirs = tuple(p for _, p in unit.mine), tuple(p for _, p in unit.theirs)
    as_theirs = tuple(Piece(p.article, p.role, p.text, "theirs", n) for n, p in unit.theirs)
    as_mine = tuple(Piece(p.article, p.role, p.text, "mine", n) for n, p in unit.mine)
    new_words, new_place = words(theirs) != words(unit.base), _places(theirs) != _places(unit.base)
    reworded = words(mine) != words(unit.base)
    moved = bool(mine) and (unit.moved or _places(mine) != _places(unit.base))
    if kept or any(p.article in shut for p in theirs):
        same = (words(mine), _places(mine)) == (words(theirs), _places(theirs))
        return Settled(as_mine, () if same or not (new_words or new_place) else theirs)
    if not reworded and not moved:
        return Settled(as_theirs)
    if not new_words and not new_place:
        return Settled(as_mine)
    if words(mine) == words(theirs) and _places(mine) == _places(theirs):
        return Settled(as_mine if moved else as_theirs)
    refused = theirs if (reworded and new_words) or (moved and new_place) else ()
    placed: tuple[Piece, ...] | None = as_mine
    if not reworded and new_words:
        placed = _put(theirs, as_mine)
    elif not moved and new_place:
        placed = _put(mine, as_theirs)
    return Settled(as_mine, theirs) if placed is None else Settled(placed, refused)


def _places(passages: Sequence[Passage]) -> set[tuple[str, str]]:
    return {passage.place for passage in passages}


def _put(content: tuple[Passage, ...], places: tuple[Piece, ...]) -> tuple[Piece, ...] | None:
    """Return ``content`` in the ``places`` of the other version, or None where it cannot be told which goes where."""
    if len(content) == len(places):
        pairs = list(zip(content, places, strict=True))
    elif len({(piece.article, piece.role) for piece in places}) == 1 and places[0].role not in SCALARS:
        pairs = [(passage, places[0]) for passage in content]
    else:
        return None if content else ()
    return tuple(
        Piece(
            piece.article, piece.role, recast(passage.text, passage.role, piece.role), piece.by, piece.order
        )
        for passage, piece in pairs
    )


def _rivals(units: Sequence[Unit], settled: Sequence[Settled]) -> set[int]:
    """Return the units that the program puts where another's title, kicker, subtitle or attribution stands."""
    slots = defaultdict(set)
    for n, each in enumerate(settled):
        for piece in each.pieces:
            if piece.role in SCALARS:
                slots[piece.article, piece.role].add((n, piece.by))
    return {
        n
        for rivals in slots.values()
        if len(rivals) > 1
        for n, by in rivals
        if by == "theirs" and units[n].mine
    }


def _emptied(units: Sequence[Unit], settled: Sequence[Settled], written: Mapping[str, bool]) -> set[int]:
    """Return the units that a person has in articles that would be empty, with corrections left in them."""
    full = {piece.article for each in settled for piece in each.pieces}
    empty = {article for article, corrected in written.items() if corrected and article not in full}
    return (
        {n for n, unit in enumerate(units) if any(p.article in empty for _, p in unit.mine)}
        if empty
        else set()
    )
