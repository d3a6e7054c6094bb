"""Styles: the ways of setting a page that differ from newspaper to newspaper, as shares and choices."""

from __future__ import annotations

from dataclasses import dataclass, replace

from benchmarks.typeset.lines import Hang

Mode = str
"""Where blank lines stand in a column: ``all`` rows, ``paras`` (paragraphs) or ``none``."""


@dataclass(frozen=True, slots=True)
class Style:
    """One newspaper's manner. Shares are 0 to 1."""

    name: str
    stories: tuple[int, int] = (4, 7)
    widths: tuple[int, ...] = (14, 16, 18, 20, 22)
    lede_widths: tuple[int, ...] = (15, 17, 30, 36)
    hang: Hang = "hang"
    printed_indent: str = ""
    modes: tuple[Mode, ...] = ("all", "paras", "none")
    mode_changes: float = 0.0
    places: tuple[float, float] = (0.33, 0.67)
    """Headline above its story below the first figure, under it below the second, elsewhere beyond."""
    gathered: float = 0.0
    """Share of pages whose far headlines stand together in one row."""
    rows_apart: float = 0.0
    """Headlines whose rows are parted by blank lines."""
    two_rows: float = 0.5
    """Titles of two phrases that are set in two rows."""
    broken_titles: float = 0.0
    """Long titles broken in two rows between words."""
    solid: float = 0.0
    """Parts of a page set with no blank line between them."""
    kickers: float = 0.15
    ledes: float = 0.35
    lede_by_story: float = 0.4
    """Ledes that stand at their story; the others stand elsewhere."""
    crossheads: float = 0.2
    crosshead_blank: bool = False
    """Crossheads have blank lines around them whatever the column's spacing."""
    datelines: float = 0.2
    byline_rows: float = 0.1
    credits: float = 0.6
    rare_credits: bool = False
    glued: float = 0.5
    glued_solid: float = 0.0
    """Credits in brackets that are glued with no blank."""
    short_stories: float = 0.15
    """Stories of one paragraph."""
    same_day: float = 0.2
    """Pages with two stories of one day, which may be of one subject."""
    notices: tuple[int, int] = (0, 2)
    furniture: float = 0.25
    insets: float = 0.0
    """Stories with a list, verse, a small table, a caption, a signature or a note in them."""
    foreign: float = 0.0
    """Stories opened with the dateline of a foreign agency."""
    writers: float = 0.0
    """Stories with the reporters' line on a row of its own under the headline."""
    rubrics: float = 0.0
    """Pages some of whose short stories stand in a row under a common rubric."""
    small_furniture: float = 0.0
    """Page numbers and the weather, each on a row of its own."""
    long_credits: float = 0.0
    """Credits that take two rows."""


_BASE = Style("plain")
TUNED: tuple[Style, ...] = (
    _BASE,
    replace(_BASE, name="narrow", widths=(12, 13, 14, 15, 16), kickers=0.3, datelines=0.4, hang="carry"),
    replace(_BASE, name="two widths", widths=(17, 21), crossheads=0.5, credits=0.8, stories=(4, 8)),
    replace(_BASE, name="solid", modes=("none",), solid=0.3, ledes=0.5, glued=0.8, crosshead_blank=True),
    replace(
        _BASE, name="briefs", stories=(7, 11), short_stories=0.6, ledes=0.15, widths=tuple(range(13, 25))
    ),
    replace(_BASE, name="tight", hang="tighten", widths=tuple(range(13, 26)), two_rows=0.8, kickers=0.3),
    replace(_BASE, name="gathered", places=(0.1, 0.2), gathered=0.5, lede_by_story=0.1, rare_credits=True),
    replace(
        _BASE,
        name="weekly",
        insets=0.7,
        writers=0.25,
        widths=tuple(range(14, 24)),
        ledes=0.25,
        stories=(3, 6),
        small_furniture=0.3,
    ),
    replace(
        _BASE,
        name="world",
        foreign=0.6,
        rubrics=0.6,
        short_stories=0.5,
        long_credits=0.2,
        datelines=0.0,
        stories=(6, 10),
    ),
    replace(_BASE, name="mixed", mode_changes=0.15, widths=tuple(range(13, 26)), datelines=0.4, same_day=0.5),
)
"""Styles to develop on."""
HELD: tuple[Style, ...] = (
    replace(_BASE, name="broad", widths=(19, 23, 26), lede_widths=(14, 28, 33), ledes=0.5, kickers=0.25),
    replace(_BASE, name="unhung", hang="none", widths=tuple(range(14, 24)), crossheads=0.4, rows_apart=0.1),
    replace(
        _BASE, name="indented", printed_indent="\u3000\u3000", modes=("paras", "none"), broken_titles=0.3
    ),
    replace(
        _BASE, name="dense", stories=(7, 10), modes=("none", "paras"), solid=0.1, hang="carry", credits=0.75
    ),
    replace(
        _BASE,
        name="odd widths",
        widths=(13, 15, 17, 19, 21, 25),
        rare_credits=True,
        glued_solid=0.5,
        lede_widths=(16, 20, 24, 32, 35),
        lede_by_story=0.6,
    ),
    replace(
        _BASE,
        name="evening",
        places=(0.6, 0.8),
        short_stories=0.35,
        kickers=0.4,
        byline_rows=0.4,
        datelines=0.35,
        furniture=0.5,
        same_day=0.4,
    ),
    replace(
        _BASE,
        name="variety",
        insets=0.6,
        foreign=0.25,
        writers=0.15,
        rubrics=0.3,
        small_furniture=0.3,
        long_credits=0.15,
        short_stories=0.3,
        widths=(13, 15, 16, 18, 20, 22, 24),
        modes=("all", "paras", "paras", "none"),
    ),
)
"""Styles held back: scored, never looked into."""
