"""Stories into terms: the order of the rules."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Story, Terms, Vocabulary
from generator.topics.background import Background
from generator.topics.candidates import candidates
from generator.topics.reading import read
from generator.topics.selection import select
from generator.topics.weighting import weigh


def find_terms(
    stories: Sequence[Story], vocabulary: Vocabulary, background: Background | None = None
) -> tuple[Terms, ...]:
    """Return what each of ``stories`` is about, in their order."""
    return tuple(
        _terms(story, vocabulary, background) if story.kind == "article" else Terms() for story in stories
    )


def _terms(story: Story, vocabulary: Vocabulary, background: Background | None) -> Terms:
    reading = read(story)
    found = candidates(reading)
    return Terms(topics=select(weigh(found, reading, background), found))
