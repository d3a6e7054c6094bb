"""What an issue or a publication is made of: its sections and its sources, by their shares of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import IssueFace
from generator.render.charts import ShareView, shares
from generator.render.interface_words import InterfaceWords
from generator.render.sources_of import source_of

_MOST_PARTS = 10
_FEWEST = 5
"""Fewer articles are counted at a glance."""


@dataclass(frozen=True, slots=True)
class CompositionView:
    """Shares of the articles, the greatest first; empty where all would be one part, or are few."""

    sections: tuple[ShareView, ...]
    sources: tuple[ShareView, ...]


def view_composition(issues: Iterable[IssueFace], words: InterfaceWords) -> CompositionView:
    """Return the sections and sources of the articles of ``issues``; notices are left out."""
    rest, unstated = words("other"), words("unstated")
    own = words("own_reporters")
    sections: Counter[str] = Counter()
    attributions: Counter[str] = Counter()
    for issue in issues:
        sections.update(issue.sections)
        attributions.update(issue.attributions)
    if sections.total() < _FEWEST:
        return CompositionView((), ())
    sources: Counter[str] = Counter()
    for attribution, count in attributions.items():
        sources[source_of(attribution, own, unstated)] += count
    sections[unstated] += sections.pop("", 0)
    return CompositionView(
        sections=shares(+sections, _MOST_PARTS, rest), sources=shares(sources, _MOST_PARTS, rest)
    )
