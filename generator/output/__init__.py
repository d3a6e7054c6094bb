"""The only writer of a site's folder: made whole and put in its place at once, or changed in place by a journal."""

from generator.output.digest import SiteDigest
from generator.output.marker import KEPT, MARKER, is_site, read_marker
from generator.output.refusing import refuse_overlap
from generator.output.staging import stage_copy, stage_file, unstage_file
from generator.output.unfinished import find_unfinished
from generator.output.writer import RESERVED, SiteWriter

__all__ = [
    "KEPT",
    "MARKER",
    "RESERVED",
    "SiteDigest",
    "SiteWriter",
    "find_unfinished",
    "is_site",
    "read_marker",
    "refuse_overlap",
    "stage_copy",
    "stage_file",
    "unstage_file",
]
