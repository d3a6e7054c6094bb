"""What an issue or a publication is made of: its sections and its sources, by their shares of the articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import IssueSummary
from generator.render.charts import ShareView, shares
from generator.render.interface_words import InterfaceWords
from generator.render.lookup import is_shown
from generator.render.sources_of import source_of

_MOST_PARTS = 10
_FEWEST = 5
"""Fewer articles are counted at a glance."""


@dataclass(frozen=True, slots=True)
class CompositionView:
    """Shares of the articles, the greatest first; empty where all would be one part, or are few."""

    sections: tuple[ShareView, ...]
    sources: tuple[ShareView, ...]


def view_composition(issues: Iterable[IssueSummary], words: InterfaceWords) -> CompositionView:
    """Return the sections and sources of the articles of ``issues``; notices are left out."""
    articles = [each for issue in issues for each in issue.articles if is_shown(each, "article")]
    if len(articles) < _FEWEST:
        return CompositionView((), ())
    rest, unstated = words("other"), words("unstated")
    own = words("own_reporters")
    return CompositionView(
        sections=shares((each.section or unstated for each in articles), _MOST_PARTS, rest),
        sources=shares((source_of(each.attribution, own, unstated) for each in articles), _MOST_PARTS, rest),
    )
