"""How many lines of a page import has placed: the proof, page by page, that none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.delivery import Draft
from generator.model import SourcePage
from generator.pipeline.drafting import RecordPage


@dataclass(frozen=True, slots=True)
class LineCount:
    """The lines of one page of a source that are not blank."""

    lines: int
    placed: int
    """Those that an article, notice or piece of furniture has; the others stand under unplaced lines."""


def count_lines(page: SourcePage | RecordPage, drafts: Sequence[Draft]) -> LineCount:
    """Return how many lines ``page`` has, and how many of them ``drafts`` have placed."""
    if isinstance(page, RecordPage):
        return LineCount(len(page.records), len(page.records))
    full = {line.number for line in page.lines if line.text.strip()}
    placed = {
        number
        for draft in drafts
        if draft.story.kind != "unplaced"
        for first, last in draft.story.lines
        for number in range(first, last + 1)
    }
    return LineCount(len(full), len(full & placed))
