"""Which articles are on the same matter: those that share rare topics and names.

A term weighs ``b(n) + 1 - b(d)``, squared, where ``n`` counts the archive's articles, ``d`` those that have the term,
and ``b`` is the length of a number in bits: the inverse document frequency in whole steps of two (as in the dot
product of two tf-idf vectors, each of which holds it once). An issue more seldom moves a count past a power of two,
and so seldom changes what older pages show.
"""

from __future__ import annotations

RELATED = 5
"""Articles that an article's page leads to."""
NEAREST = 8
"""For each term of an article, how many articles before it and after it are looked at: work stays in proportion."""

_LEAST = 3
"""Bits of the count of articles below which an archive is too small to tell what is rare."""


def steps(articles: int) -> int:
    """Return in how many steps of two the rarity of a term is told, in an archive of so many ``articles``."""
    return max(articles.bit_length(), _LEAST)


def least_score(size: int) -> int:
    """Return the score that articles must surpass to be related, in an archive of ``size`` steps."""
    return size * size // 4  # a rarity of half the steps there are


def weight(kind: str, count: int, size: int) -> int:
    """Return what a term that ``count`` articles have says of their kinship, in an archive of ``size`` steps."""
    rarity = size + 1 - count.bit_length()
    if rarity <= size // 4:  # what so many have in common says nothing, and is left out to save the work
        return 0
    # Much happens in one place: it says half as much as a topic, a person or an organisation.
    return rarity * rarity // (2 if kind == "places" else 1)
