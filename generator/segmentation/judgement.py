"""Judgement of an arrangement: how likely newspapers set a page so, and how well its parts go together.

All figures are in nats; a higher sum is better. The best assignment of headlines and ledes to bodies is part of
the judgement, so that no decision is made without the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assignment import assign
from generator.segmentation.arrangement import Arrangement, Grouping, Role, group, text_of
from generator.segmentation.likeness import (
    HEADLINE_REPEATS,
    PageWords,
    Vocabulary,
    cohesion,
    merged,
    vocabulary,
)
from generator.segmentation.pieces import Block, Piece
from generator.segmentation.priors import prior

ALONE = 6.6
"""Price of a headline without a body, and of a body without a headline."""
LEDE_ALONE = 11.5
"""Price of a lede without a body: running text on its own is a story, not a lede."""
NEXT_TO = 3.4
"""A third of all headlines stand above their body, a third below: so much likelier than one place elsewhere."""
LEDE_NEXT_TO = 1.1
"""A lede next to its body."""
NEXT_TO_LEDE = 1.5
"""A headline next to its story's lede, its body being elsewhere."""
WHOLE, LEAD = 0.37, 0.09
"""Weights of a headline's likeness to the whole story and to its lead, which says the headline again."""
LEAD_LENGTH = 110
"""Characters of a story that are its lead."""
LOOSEST = -6.0
"""Two parts of one story may have no words in common: low cohesion says no more against them than this."""
CROSS = 0.81
"""Weight of a crosshead's likeness to the text below it, against a headline's."""
COHESION = 2.1
"""Weight of the cohesion between the parts of a story's body."""
LEDE_COHESION = 3.7
"""Weight of the cohesion between a lede and its body."""


Matches = dict[int, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """An arrangement, its grouping, its score, and what goes with what (numbers are places in the grouping)."""

    arrangement: Arrangement
    grouping: Grouping
    prior: float
    """What of the score the setting alone gives."""
    score: float
    head_of: Matches
    """Headline to body."""
    lede_of: Matches
    """Lede to body."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The next best body for a headline or a lede."""

    margin: float
    """Nats that are lost by it."""
    body: int | None
    """The body's place in the grouping; None where it would have none."""


class Judge:
    """Judges arrangements of the pieces of one page, remembering what it has compared."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Take the page's pieces, in order."""
        self.pieces = tuple(pieces)
        self._words = PageWords(piece.text for piece in pieces if isinstance(piece, Block))
        self._priors: dict[tuple[int, Role, Role | None], float] = {}
        self._known: dict[tuple[object, ...], float] = {}
        self._texts: dict[tuple[int, ...], tuple[Vocabulary, Vocabulary, int]] = {}

    def judge(self, arrangement: Arrangement) -> Judgement | None:
        """Return the judgement of ``arrangement``, or None where its roles contradict one another."""
        grouping = group(arrangement)
        if grouping is None:
            return None
        setting = sum(self.prior(arrangement, index) for index in range(len(arrangement)))
        score = setting + sum(self._coherence(body, arrangement) for body in grouping.bodies)
        score -= ALONE * (len(grouping.heads) + len(grouping.bodies)) + LEDE_ALONE * len(grouping.ledes)
        gain, head_of, lede_of = self._match(grouping)
        return Judgement(arrangement, grouping, setting, score + gain, head_of, lede_of)

    def prior(self, arrangement: Arrangement, index: int) -> float:
        """Return how usual the setting of piece ``index`` is for its role."""
        key = (index, arrangement[index], arrangement[index - 1] if index else None)
        if key not in self._priors:
            self._priors[key] = prior(self.pieces, *key)
        return self._priors[key]

    def _match(self, grouping: Grouping) -> tuple[float, Matches, Matches]:
        """Return the best gain found by giving headlines and ledes to bodies, and who has which body.

        Ledes are given by their own words; or by those too of the headlines that the bodies would have without
        them; or of the headlines that would suit best: whichever is best together.
        """
        own = self._lede_values(grouping, {})
        ways = [own]
        if grouping.ledes and grouping.heads:
            ways.append(self._lede_values(grouping, assign(self._head_values(grouping, {}))))
            ways.append(self._hopeful_lede_values(grouping))
        matches: list[tuple[float, Matches, Matches]] = []
        for lede_of in map(assign, ways):
            values = self._head_values(grouping, lede_of)
            head_of = assign(values)
            matches.append((_sum(own, lede_of) + _sum(values, head_of), head_of, lede_of))
        return max(matches, key=lambda match: match[0])

    def _hopeful_lede_values(self, grouping: Grouping) -> list[list[float]]:
        """Return what each lede would be worth if every body had the headline that suits it best with the lede."""
        return [
            [
                self._lede_value(lede, body)
                + max(self._head_value(head, body, lede) for head in grouping.heads)
                - max(self._head_value(head, body, None) for head in grouping.heads)
                for body in grouping.bodies
            ]
            for lede in grouping.ledes
        ]

    def other_body(self, best: Judgement, head: int) -> Elsewhere:
        """Return where ``head`` of the best arrangement would go if not to its body, and what that loses."""
        return _elsewhere(self._head_values(best.grouping, best.lede_of), best.head_of, head)

    def other_body_of_lede(self, best: Judgement, lede: int) -> Elsewhere:
        """Return where ``lede`` of the best arrangement would go if not to its body, and what that loses."""
        return _elsewhere(self._lede_values(best.grouping, best.head_of), best.lede_of, lede)

    def _head_values(self, grouping: Grouping, lede_of: Matches) -> list[list[float]]:
        ledes = {body: grouping.ledes[lede] for lede, body in lede_of.items()}
        return [
            [self._head_value(head, body, ledes.get(place)) for place, body in enumerate(grouping.bodies)]
            for head in grouping.heads
        ]

    def _lede_values(self, grouping: Grouping, head_of: Matches) -> list[list[float]]:
        heads = {body: grouping.heads[head] for head, body in head_of.items()}
        return [
            [
                self._lede_value(lede, body) + self._lede_under(heads.get(place), body, lede)
                for place, body in enumerate(grouping.bodies)
            ]
            for lede in grouping.ledes
        ]

    def _lede_under(self, head: tuple[int, ...] | None, body: tuple[int, ...], lede: int) -> float:
        """Return what the headline of ``body`` gains by having ``lede`` under it."""
        if head is None:
            return 0.0
        return self._head_value(head, body, lede) - self._head_value(head, body, None)

    def _head_value(self, head: tuple[int, ...], body: tuple[int, ...], lede: int | None) -> float:
        """Return what is gained if ``head`` is the headline of ``body`` with ``lede``, over both being alone."""
        key = (head, body, lede)
        if key not in self._known:
            text = vocabulary(" ".join(text_of(self.pieces[i]) for i in head))
            parts = body if lede is None else (lede, *body)
            whole, lead, texts = self._vocabulary(parts)
            value = WHOLE * self._words.likeness(text, whole, texts, HEADLINE_REPEATS)
            value += LEAD * self._words.likeness(text, lead, texts, HEADLINE_REPEATS)
            near = head[-1] + 1 == body[0] or head[0] - 1 == body[-1]
            near_lede = lede is not None and lede in (head[0] - 1, head[-1] + 1)
            nearness = NEXT_TO if near else NEXT_TO_LEDE if near_lede else 0.0
            self._known[key] = value + nearness + 2 * ALONE
        return self._known[key]

    def _lede_value(self, lede: int, body: tuple[int, ...]) -> float:
        key = ("lede", lede, body)
        if key not in self._known:
            near = lede + 1 == body[0] or lede - 1 == body[-1]
            likeness = LEDE_COHESION * self._cohesion(lede, body)
            self._known[key] = likeness + (LEDE_NEXT_TO if near else 0.0) + LEDE_ALONE
        return self._known[key]

    def _cohesion(self, one: int, others: tuple[int, ...]) -> float:
        """Return how much the words of a block speak for its being of the same story as ``others``."""
        key = ("cohesion", one, others)
        if key not in self._known:
            whole, _, texts = self._vocabulary(others)
            own = vocabulary(text_of(self.pieces[one]))
            less, more = sorted((own, whole), key=lambda known: len(known.weights))
            self._known[key] = cohesion(self._words, less, more, texts + 1)
        return self._known[key]

    def _coherence(self, body: tuple[int, ...], arrangement: Arrangement) -> float:
        """Return how well the parts of one body go together."""
        total = 0.0
        blocks = [index for index in body if isinstance(self.pieces[index], Block)]
        for place, below in enumerate(blocks[1:], 1):
            total += max(LOOSEST, COHESION * self._cohesion(below, tuple(blocks[:place])))
        for index in body:
            if arrangement[index] is Role.CROSS:
                below = next(block for block in blocks if block > index)
                total += CROSS * (self._head_value((index,), (below,), None) - 2 * ALONE)
        return total

    def _vocabulary(self, parts: tuple[int, ...]) -> tuple[Vocabulary, Vocabulary, int]:
        """Return the vocabulary of ``parts``, of their lead, and how many blocks they are."""
        if parts not in self._texts:
            blocks = [i for i in parts if isinstance(self.pieces[i], Block)]
            whole = merged(vocabulary(text_of(self.pieces[i])) for i in parts)
            lead = text_of(self.pieces[blocks[0]])[:LEAD_LENGTH]
            self._texts[parts] = (whole, vocabulary(lead), len(blocks))
        return self._texts[parts]


def _sum(values: list[list[float]], matches: Matches) -> float:
    return sum(values[row][column] for row, column in matches.items())


def _elsewhere(values: list[list[float]], best: Matches, row: int) -> Elsewhere:
    """Return the column that ``row`` gets if it may not have its own, and how much the best sum falls."""
    changed = [list(line) for line in values]
    changed[row][best[row]] = 0.0
    matches = assign(changed)
    return Elsewhere(_sum(values, best) - _sum(changed, matches), matches.get(row))
