"""Segmentation: a page of lines taken apart into stories.

lines -> rows -> pieces (columns, display lines, notices, furniture) -> the best arrangement -> stories.
How it decides is told in docs/taking-pages-apart.md.
"""

from __future__ import annotations

from generator.model import PageParts, SourcePage, Story
from generator.segmentation import stories
from generator.segmentation.assembly import assemble
from generator.segmentation.certainty import certainties
from generator.segmentation.jumps import attach_jumps
from generator.segmentation.parting import part
from generator.segmentation.rows import read_rows
from generator.segmentation.rules.section_marker import section_name
from generator.segmentation.seams import part_at_seams

__all__ = ["take_apart"]


def take_apart(page: SourcePage) -> PageParts:
    """Return the stories of ``page``: articles by their first line, then notices, furniture, unplaced lines.

    Every non-blank line is in the ranges of exactly one story, and every character of it in that story's text
    once; only the hyphen of a Latin word broken at a line's end is dropped. Raises nothing of its own, whatever
    the lines hold; a page without text gives no stories.
    """
    rows = read_rows(page)
    blank = frozenset(line.number for line in page.lines) - {row.number for row in rows}
    parted = part(rows)
    pieces = part_at_seams(parted.pieces)
    assembly = assemble(pieces)
    best = assembly.best
    section = section_name(parted.sections[0].text) if parted.sections else ""
    found: list[Story] = stories.articles(pieces, best, certainties(assembly), section, blank)
    found += [stories.notice(notice, blank) for notice in parted.notices]
    if parted.furniture:
        found.append(stories.leftover("furniture", parted.furniture, blank))
    unplaced = stories.unplaced_rows(pieces, best)
    if unplaced:
        found.append(stories.leftover("unplaced", unplaced, blank))
    return PageParts(tuple(attach_jumps(found, rows)))
