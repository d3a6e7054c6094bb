"""Stories into named readings: the steps that both topics and document frequencies rest on, in their order."""

from __future__ import annotations

from generator.model import Story
from generator.topics.names.naming import Names, find_names, join_names
from generator.topics.reading import Reading, read
from generator.topics.recutting import recut


def annotate(story: Story) -> tuple[Reading, Names]:
    """Return ``story`` cut into words, its names whole, and the names by kind."""
    reading = recut(read(story))
    names = find_names(reading)
    return join_names(reading, names), names
