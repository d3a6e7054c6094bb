"""Rendering: issues and what is known across them -> pages of the site, as values. Writes nothing."""

from generator.render.archive_pages import keyed_units, make_unit, render_archive, term_units
from generator.render.article_pages import Sources, render_article_files
from generator.render.body import plain_paragraphs, render_body
from generator.render.interface_words import load_words
from generator.render.issue_pages import render_frame, render_issue
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.related_terms import terms_beside
from generator.render.renderer import Renderer
from generator.render.templates import FAILED
from generator.render.term_pages import (
    has_unit,
    lists_years,
    term_unit_name,
    term_year_units,
    years_around,
)
from generator.render.units import Unit, key_of, split_name, unit, unit_name
from generator.render.views import SiteView

__all__ = [
    "FAILED",
    "Lookup",
    "OutputFile",
    "Renderer",
    "SiteView",
    "Sources",
    "Unit",
    "has_unit",
    "key_of",
    "keyed_units",
    "lists_years",
    "load_words",
    "make_unit",
    "plain_paragraphs",
    "render_archive",
    "render_article_files",
    "render_body",
    "render_frame",
    "render_issue",
    "split_name",
    "term_unit_name",
    "term_units",
    "term_year_units",
    "terms_beside",
    "unit",
    "unit_name",
    "years_around",
]
