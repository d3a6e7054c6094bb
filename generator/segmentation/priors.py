"""Priors: how usual it is that newspapers set a piece so, whatever its words, in nats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.segmentation.arrangement import Role
from generator.segmentation.datelines import opening_rows, says_when
from generator.segmentation.pieces import Block, Display, Piece, Spacing
from generator.segmentation.rows import finished

# Headlines
HEADLINE_INSIDE = -2.9
"""A headline in a column: two stories of one width, one below the other, rather than a crosshead."""
HEADLINE_AS_SET_OFF = -1.4
"""The same, where it is set off as a headline is."""
HEADLINE_SOLID = -8.5
"""The same, with no blank line above, in a column that has no blank lines."""
HEADLINE_UNDER_HEADLINE = -7.6
"""A second headline with no blank line below the first."""
JOINED_OVER_BLANK = -3.7
"""A row of the headline above, although a blank line parts them: so kickers are set now and then."""
JOINED_AGAIN = -11.0

# Crossheads and paragraphs of one line
CROSSHEAD_FIRST = -5.4
"""A crosshead that no text of its column stands above."""
CROSSHEAD_SET_OFF = -3.7
"""A crosshead set off otherwise than the paragraphs around it."""
CROSSHEAD_UNDER_HEADLINE = -8.8
CROSSHEAD_UNDER_CREDIT = -2.8
CROSSHEAD_UNDER_CROSSHEAD = -4.5
NO_LINE = -1.4
"""A headline or crosshead, where the setting has a paragraph of one line."""
NO_LINE_BUT_SENTENCE = -7.8
LINE = -5.9
"""A paragraph of one line, where the setting has a display line."""
LINE_WITH_END = -0.41

# Ledes
LEDE = -2.1
LEDE_PARAGRAPH = -3.2
"""For each paragraph after the first."""
LEDE_OF_ONE_ROW = -8.0
LEDE_IN_COLUMN = -6.2
"""A lede in one column with other text: ledes are set apart."""
LEDE_AT_SEAM = -6.4
"""A lede in one column with other text, which the words at least hint at."""
LEDE_ABOVE_DATELINE = -4.6
"""A lede in one column with the text below it, which a dateline opens: there a story begins."""
LEDE_WITH_DATELINE = -2.5
"""A lede opened with a dateline, which belongs to the story's text."""
NO_LEDE = -20.0
"""A lede with a credit, or one too long."""
LONGEST_LEDE = 320.0
"""Em, all rows together."""
LONG_LEDE = -0.027
"""For each em that a lede is longer than ``LEDE_LENGTH``."""
LEDE_LENGTH = 100.0

# Stories
STORY_BY_DATELINE = -0.27
"""A new story in the same column, opened with a dateline."""
STORY_WITH_DATELINE = 0.5
"""A new story elsewhere, opened with a dateline."""
STORY_OF_A_PARAGRAPH = -3.0
"""A story of one paragraph and no credit."""
STORY_BY_SETTING = -4.7
"""A new story in the same column, where the spacing changes."""
STORY_AT_SEAM = -4.7
"""A new story in the same column that only the words hint at."""
WIDEST_BODY = 27.0
"""Em: bodies are 13 to 26 em wide, ledes 15 to 36."""
TOO_WIDE = -0.75
"""For each em that a body is wider."""
OTHER_WIDTH = -4.9
"""A story that goes on in a column of another width."""
AFTER_CREDIT = -7.2
"""A story that goes on below its credit."""
UNFINISHED_ABOVE = 3.6
"""A story that goes on where the text above breaks off within a sentence."""
DATELINE_WITHIN = -1.7
WHEN_WITHIN = -1.2
"""A block that goes on with a story, although it begins by saying when."""
SEAM_KEPT = 1.6
"""A block parted at its weakest seam, and joined again: the cohesion there is the lowest of several."""


def prior(pieces: Sequence[Piece], index: int, role: Role, above_role: Role | None) -> float:
    """Return how usual it is that piece ``index`` has ``role`` below a piece of ``above_role``."""
    piece = pieces[index]
    above = pieces[index - 1] if index else None
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    if isinstance(piece, Display):
        return _of_display(piece, role, above, above_role, below)
    return _of_block(piece, role, above, below)


def _of_display(
    piece: Display, role: Role, above: Piece | None, above_role: Role | None, below: Piece | None
) -> float:
    if piece.line and role is not Role.LINE:
        against = NO_LINE_BUT_SENTENCE if piece.row.text[-1:] in "！!…" else NO_LINE
        return against + _of_display(replace(piece, line=False, inside=False), role, above, above_role, below)
    solid = piece.row.blanks == 0 and above_role in (Role.HEAD, Role.JOIN)
    if role is Role.HEAD:
        return _of_headline(piece, above, below) + (HEADLINE_UNDER_HEADLINE if solid else 0.0)
    if role is Role.JOIN:
        over_blank = JOINED_OVER_BLANK if above_role is Role.HEAD else JOINED_AGAIN
        return over_blank if piece.row.blanks else 0.0
    if role is Role.CROSS:
        return _of_crosshead(piece, above, above_role, below) + (CROSSHEAD_UNDER_HEADLINE if solid else 0.0)
    by_form = LINE_WITH_END if piece.row.text[-1:] in "！？!?…）)" else LINE
    return 0.0 if piece.line else by_form


def _of_headline(piece: Display, above: Piece | None, below: Piece | None) -> float:
    if not piece.inside:
        return 0.0
    if _spacing(above) is Spacing.NONE and piece.row.blanks == 0:
        return HEADLINE_SOLID
    return HEADLINE_AS_SET_OFF if _set_off(piece, above, below) else HEADLINE_INSIDE


def _of_crosshead(piece: Display, above: Piece | None, above_role: Role | None, below: Piece | None) -> float:
    price = 0.0
    if not piece.inside:
        price += CROSSHEAD_FIRST
    elif _set_off(piece, above, below):
        price += CROSSHEAD_SET_OFF
    if isinstance(above, Block) and above.credit:
        price += CROSSHEAD_UNDER_CREDIT
    if above_role is Role.CROSS:
        price += CROSSHEAD_UNDER_CROSSHEAD
    return price


def _of_block(piece: Block, role: Role, above: Piece | None, below: Piece | None) -> float:
    opening = _opens_story(piece)
    if role is Role.LEDE:
        return _of_lede(piece, above, below)
    if role is Role.NEW:
        return _of_story(piece, opening=opening)
    price = WHEN_WITHIN if says_when(_opening(piece)) else 0.0
    if piece.seam:
        return price + SEAM_KEPT
    price += 0.0 if piece.continues else OTHER_WIDTH
    if isinstance(above, Block):
        if above.credit:
            price += AFTER_CREDIT
        elif not finished(above.paragraphs[-1][-1].text):
            price += UNFINISHED_ABOVE
    return price + (DATELINE_WITHIN if opening else 0.0)


def _of_story(piece: Block, *, opening: bool) -> float:
    price = 0.0 if piece.credit or len(piece.paragraphs) > 1 else STORY_OF_A_PARAGRAPH
    if not piece.continues:
        price += TOO_WIDE * max(0.0, piece.width - WIDEST_BODY)
        return price + (STORY_WITH_DATELINE if opening else 0.0)
    return price + (STORY_BY_DATELINE if opening else STORY_AT_SEAM if piece.seam else STORY_BY_SETTING)


def _of_lede(piece: Block, above: Piece | None, below: Piece | None) -> float:
    length = sum(row.width for row in piece.rows)
    if length > LONGEST_LEDE or len(piece.paragraphs) > 3 or piece.credit:
        return NO_LEDE
    price = LEDE + LEDE_PARAGRAPH * (len(piece.paragraphs) - 1) + LONG_LEDE * max(0.0, length - LEDE_LENGTH)
    if len(piece.rows) == 1:
        price += LEDE_OF_ONE_ROW
    if _opens_story(piece):
        price += LEDE_WITH_DATELINE
    if piece.seam or (isinstance(below, Block) and below.seam):
        price += LEDE_AT_SEAM
    elif isinstance(below, Block) and _goes_on(piece, below) and _opens_story(below):
        return price + LEDE_ABOVE_DATELINE
    in_column = piece.continues and not piece.seam and _same_width(above, piece)
    return price + (LEDE_IN_COLUMN if in_column or _goes_on(piece, below) else 0.0)


def _opens_story(block: Block) -> bool:
    first, *others = block.paragraphs[0]
    # A writers' line is a paragraph of its own.
    return opening_rows([row.text for row in (first, *others[:1])])


def _opening(block: Block) -> str:
    """Return the first two rows of ``block``: one may be too narrow to hold how it opens."""
    return "".join(row.text for row in block.paragraphs[0][:2])


def _goes_on(block: Block, below: Piece | None) -> bool:
    """Tell whether the column of ``block`` goes on with the piece ``below``."""
    if isinstance(below, Display):
        return below.inside
    return below is not None and below.continues and not below.seam and _same_width(block, below)


def _same_width(one: Piece | None, other: Piece | None) -> bool:
    return not (isinstance(one, Block) and isinstance(other, Block)) or one.width == other.width


def _set_off(piece: Display, above: Piece | None, below: Piece | None) -> bool:
    """Tell whether a display line is set off otherwise than the paragraphs around it, or these differ."""
    if _spacing(above) is Spacing.NONE and piece.row.blanks > 0:
        return True
    return _spacing(above) is not _spacing(below) and None not in (_spacing(above), _spacing(below))


def _spacing(piece: Piece | None) -> Spacing | None:
    return piece.spacing if isinstance(piece, Block) else None
