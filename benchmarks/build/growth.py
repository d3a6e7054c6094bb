"""Sizes and what they took -> how it grows with them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import linear_regression


def exponent(taken: Mapping[int, float]) -> float | None:
    """Return the ``k`` of ``taken = c · size^k``, by least squares on logarithms; None for fewer than two sizes.

    1 is growth in step with the archive, 0 none at all.
    """
    if len(taken) < 2:
        return None
    logs = [(math.log(size), math.log(value)) for size, value in taken.items()]
    return linear_regression(*zip(*logs, strict=True)).slope


def per_article(taken: Mapping[int, float]) -> float | None:
    """Return how much each further article adds, by a straight line through all; None for fewer than two sizes."""
    if len(taken) < 2:
        return None
    return linear_regression(list(taken), list(taken.values())).slope
