"""An article as others cite it: one reference, written in the forms that libraries and reference managers read."""

from generator.render.citations.formats import FORMATS, CitationFormat
from generator.render.citations.gbt7714 import gbt7714
from generator.render.citations.reference import Reference, full_title, refer, whole_title

__all__ = ["FORMATS", "CitationFormat", "Reference", "full_title", "gbt7714", "refer", "whole_title"]
