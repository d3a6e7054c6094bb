"""Jumps: which story of the page each jump line belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model import Story
from generator.segmentation.rows import Row
from generator.segmentation.rules.jump_line import JumpLine, glued_jumps, read_jump


def attach_jumps(stories: Sequence[Story], rows: Sequence[Row]) -> list[Story]:
    """Return ``stories`` with the jumps that the ``rows`` of their page state.

    A line that says where a story goes on stands below its text, one that says whence it comes above it; a line
    set solid with the text belongs to the story of its row. The first line of a story counts.
    """
    found = list(stories)
    owner = {
        number: place
        for place, story in enumerate(stories)
        if story.kind == "article"
        for first, last in story.lines
        for number in range(first, last + 1)
    }
    for index, row in enumerate(rows):
        whole = read_jump(row.text)
        for line in (whole,) if whole else tuple(glued_jumps(row.text)):
            near: Iterable[Row] = rows[index::-1] if line.onward else rows[index:]
            far = rows[index:] if line.onward else rows[index::-1]
            places = (owner.get(each.number) for each in (*near, *far))
            place = next((place for place in places if place is not None), None)
            if place is not None:
                found[place] = _with(found[place], line)
    return found


def _with(story: Story, line: JumpLine) -> Story:
    if line.onward:
        return story if story.continues_on else replace(story, continues_on=line.jump)
    return story if story.continued_from else replace(story, continued_from=line.jump)
