"""Which passages of two versions of an issue are the same text, wherever it stands and however it was changed."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.passages import ALIKE, SCALARS, Passage, letters, pairs

_SHORT = 6
"""Pairs of characters; a shorter text is in too many others by chance to be recognised away from its article."""
_TELLING = 24
"""Rarest pairs of a text by which others that may be it are found: work grows with the texts, not their square."""
_COMMON = 50
"""Texts that are looked at for one pair."""


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of places in the two sequences that were compared."""

    found: tuple[tuple[int, int], ...]
    moved: frozenset[int]
    """Places in the second sequence whose passage stands elsewhere than in the first, or in another order."""


def link(before: Sequence[Passage], after: Sequence[Passage]) -> Links:
    """Return which of ``after`` comes from which of ``before``.

    First what is unchanged in its place, then what is unchanged elsewhere, then what stands in the same place of a
    headline, then what shares enough pairs of characters; a passage may come from several, and go to several.
    """
    links = list(_unmoved(before, after))
    moved = set()
    for step in (_verbatim, _same_slot, _alike):
        left = sorted({*range(len(before))} - {one for one, _ in links})
        right = sorted({*range(len(after))} - {two for _, two in links})
        found = list(step(before, left, after, right)) if left and right else []
        links += found
        moved |= {
            two
            for one, two in found
            if before[one].place != after[two].place or (step is _verbatim and after[two].role not in SCALARS)
        }
    return Links(tuple(links), frozenset(moved))


def _unmoved(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    ours, theirs = _by_place(before), _by_place(after)
    for place in ours.keys() & theirs.keys():
        one, two = ours[place], theirs[place]
        texts = [before[p].text for p in one], [after[p].text for p in two]
        if texts[0] == texts[1]:
            yield from zip(one, two, strict=True)
            continue
        for block in difflib.SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
            yield from zip(
                one[block.a : block.a + block.size], two[block.b : block.b + block.size], strict=True
            )


def _by_place(passages: Sequence[Passage]) -> dict[tuple[str, str], list[int]]:
    places = defaultdict(list)
    for number, passage in enumerate(passages):
        places[passage.place].append(number)
    return places


def _verbatim(
    before: Sequence[Passage], left: list[int], after: Sequence[Passage], right: list[int]
) -> Iterator[tuple[int, int]]:
    known = defaultdict(list)
    for one in left:
        known[letters(before[one].text)].append(one)
    for two in right:
        same = known.get(letters(after[two].text))
        if same:
            one = min(same, key=lambda one: before[one].article != after[two].article)
            same.remove(one)
            yield one, two


def _same_slot(
    before: Sequence[Passage], left: list[int], after: Sequence[Passage], right: list[int]
) -> Iterator[tuple[int, int]]:
    slots = {before[one].place: one for one in left if before[one].role in SCALARS}
    for two in right:
        if after[two].place in slots:
            yield slots[after[two].place], two


def _alike(
    before: Sequence[Passage], left: list[int], after: Sequence[Passage], right: list[int]
) -> Iterator[tuple[int, int]]:
    ours = {one: pairs(before[one].text) for one in left}
    theirs = {two: pairs(after[two].text) for two in right}
    likely = set(_likely(theirs, ours))
    likely |= {(one, two) for two, one in _likely(ours, theirs)}
    for one, two in sorted(likely):
        shorter = min(len(ours[one]), len(theirs[two]))
        near = before[one].article == after[two].article
        if len(ours[one] & theirs[two]) >= ALIKE * shorter and (near or shorter >= _SHORT):
            yield one, two


def _likely(sought: Mapping[int, set[str]], among: Mapping[int, set[str]]) -> Iterator[tuple[int, int]]:
    """Yield (place among, place sought) of texts that share one of the rarest pairs of the text sought."""
    holders = defaultdict(list)
    for place, found in among.items():
        for pair in found:
            holders[pair].append(place)
    for place, wanted in sought.items():
        known = sorted(
            (pair for pair in wanted if pair in holders), key=lambda pair: (len(holders[pair]), pair)
        )
        for pair in known[:_TELLING]:
            for other in holders[pair][:_COMMON]:
                yield other, place
