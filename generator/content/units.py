"""The units of a merge: passages of base, mine and theirs that are the same piece of the newspaper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.content.linking import link
from generator.content.passages import Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """What cannot be divided between two versions: say, two paragraphs of one that are one paragraph of another."""

    base: tuple[Passage, ...]
    mine: tuple[tuple[int, Passage], ...]
    """With the place of each among all passages of that version."""
    theirs: tuple[tuple[int, Passage], ...]
    moved: bool
    """Whether a person has put one of its passages elsewhere."""


def form_units(
    base: Sequence[Passage], mine: Sequence[Passage], theirs: Sequence[Passage]
) -> tuple[Unit, ...]:
    """Return every passage of the three versions in exactly one unit.

    Base and mine belong together by their text; base and theirs by the source lines they share, and where these
    tell nothing, as between two deliveries of one page, by their text.
    """
    corrected = link(base, mine)
    read = list(_by_lines(base, theirs))
    read += _by_text(base, {one for one, _ in read}, theirs, {two for _, two in read})
    own = _by_text(mine, {two for _, two in corrected.found}, theirs, {two for _, two in read})
    joined = _Groups(len(base) + len(mine) + len(theirs))
    behind = len(base) + len(mine)
    for one, two in corrected.found:
        joined.join(one, len(base) + two)
    for one, two in read:
        joined.join(one, behind + two)
    for one, two in own:
        joined.join(len(base) + one, behind + two)
    return tuple(
        Unit(
            tuple(base[n] for n in group if n < len(base)),
            tuple((n - len(base), mine[n - len(base)]) for n in group if len(base) <= n < behind),
            tuple((n - behind, theirs[n - behind]) for n in group if n >= behind),
            any(n - len(base) in corrected.moved for n in group if len(base) <= n < behind),
        )
        for group in joined.groups()
    )


def _by_lines(base: Sequence[Passage], theirs: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    holder = {line: one for one, passage in enumerate(base) for line in passage.lines}
    for two, passage in enumerate(theirs):
        for one in sorted({holder[line] for line in passage.lines if line in holder}):
            yield one, two


def _by_text(
    before: Sequence[Passage], known: set[int], after: Sequence[Passage], taken: set[int]
) -> list[tuple[int, int]]:
    ones = [one for one in range(len(before)) if one not in known]
    twos = [two for two in range(len(after)) if two not in taken]
    links = link([before[one] for one in ones], [after[two] for two in twos])
    return [(ones[one], twos[two]) for one, two in links.found]


class _Groups:
    """Numbers joined into groups (union and find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def _head(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, two: int) -> None:
        one, two = self._head(one), self._head(two)
        self._parent[max(one, two)] = min(one, two)

    def groups(self) -> Iterable[list[int]]:
        found = defaultdict(list)
        for number in range(len(self._parent)):
            found[self._head(number)].append(number)
        return found.values()
