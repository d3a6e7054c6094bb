"""The assignment problem: which headline goes with which story, or half with half, so that the sum is greatest.

The Hungarian method in its shortest-augmenting-path form (Kuhn 1955, Munkres 1957; Jonker and Volgenant 1987),
in the time of rows² × columns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def assign(values: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return for each row of ``values`` the column it is given, such that the sum is greatest.

    No column is given twice. A row stays without one where every choice would lower the sum, that is, where
    only values of zero or less are left for it.
    """
    if not values or not values[0]:
        return {}
    rows, columns = len(values), len(values[0])
    if rows > columns:
        turned = assign([[row[c] for row in values] for c in range(columns)])
        return {r: c for c, r in sorted(turned.items(), key=lambda pair: pair[1])}
    costs = [[-max(0.0, v) for v in row] for row in values]
    owner = _shortest_paths(costs, rows, columns)
    pairs = ((owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c])
    return {r: c for r, c in sorted(pairs) if values[r][c] > 0}


def _shortest_paths(costs: Sequence[Sequence[float]], rows: int, columns: int) -> list[int]:
    """Return for each column (from 1) the row (from 1) that has it at the least cost, or 0."""
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        at = 0
        least = [math.inf] * (columns + 1)
        came_from = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while owner[at]:
            done[at] = True
            current = owner[at]
            step, nearest = math.inf, 0
            for column in range(1, columns + 1):
                if done[column]:
                    continue
                cost = costs[current - 1][column - 1] - row_price[current] - column_price[column]
                if cost < least[column]:
                    least[column], came_from[column] = cost, at
                if least[column] < step:
                    step, nearest = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[owner[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = nearest
        while at:
            owner[at] = owner[came_from[at]]
            at = came_from[at]
    return owner
