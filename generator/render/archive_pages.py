"""The units of the site that summaries alone make, and how each family of them is made.

The articles of issues are the only unit that is made from more: ``render_article_files``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator.model import TERM_KINDS
from generator.render.day_pages import (
    day_units,
    render_archive_year,
    render_date,
    render_day_of_years,
    render_days,
)
from generator.render.discovery import (
    discovery_units,
    render_archive_feed,
    render_descriptions,
    render_manifest,
    render_manifest_month,
    render_sitemap,
    render_sitemap_month,
    render_sitemap_terms,
)
from generator.render.fixed_pages import render_assets, render_not_found, render_search
from generator.render.home_page import home_unit, render_home
from generator.render.issue_pages import frame_units, render_frame
from generator.render.lookup import Lookup
from generator.render.notice_pages import notice_units, render_notices, render_notices_of_year
from generator.render.output_file import OutputFile
from generator.render.publication_pages import (
    publication_units,
    render_month,
    render_publication,
    render_year,
)
from generator.render.renderer import Renderer
from generator.render.term_indexes import index_units, render_index, render_letter, render_syllable
from generator.render.term_pages import (
    has_unit,
    render_term,
    render_term_year,
    term_unit_name,
    term_year_units,
)
from generator.render.units import Unit, split_name, unit

_MAKERS: Mapping[str, Callable[..., Iterator[OutputFile]]] = {
    "frame": render_frame,
    "home": render_home,
    "publication": render_publication,
    "year": render_year,
    "month": render_month,
    "days": render_days,
    "archive-year": render_archive_year,
    "date": render_date,
    "day": render_day_of_years,
    "index": render_index,
    "letter": render_letter,
    "syllable": render_syllable,
    "term": render_term,
    "term-year": render_term_year,
    "notices": render_notices,
    "notices-year": render_notices_of_year,
    "search": render_search,
    "not-found": render_not_found,
    "manifest": render_manifest,
    "manifest-month": render_manifest_month,
    "descriptions": render_descriptions,
    "feed": lambda *arguments: render_archive_feed(arguments[-1], *arguments[:-1]),
    "sitemap": render_sitemap,
    "sitemap-month": render_sitemap_month,
    "sitemap-terms": render_sitemap_terms,
    "assets": render_assets,
}
"""How each family is made: the arguments of the unit's name, then the renderer -> files."""


def keyed_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield every unit whose key is looked at in each build: all but those of terms and of articles."""
    yield from frame_units(lookup)
    yield home_unit(lookup)
    yield from publication_units(lookup)
    yield from day_units(lookup)
    yield from index_units(lookup)
    yield from notice_units(lookup)
    yield unit("search", key="")
    yield unit("not-found", key="")
    yield from discovery_units(lookup)
    yield unit("assets", key="")


def term_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of all terms, those one after another that show the same articles: one process makes them."""
    of_years: dict[int, list[Unit]] = defaultdict(list)
    for kind in TERM_KINDS:
        for card in lookup.archive.terms_together(kind):
            if has_unit(card):
                yield Unit(term_unit_name(kind, card.name), "")
                for year, each in term_year_units(card, lookup):
                    of_years[year].append(each)
    for year in sorted(of_years):
        yield from of_years[year]


def make_unit(name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the files of the unit ``name``. Raises BackfileError when a template fails."""
    family, *arguments = split_name(name)
    return _MAKERS[family](*arguments, renderer)


def render_archive(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield every file of the site that is not of one issue. Raises BackfileError when a template fails."""
    for each in (*keyed_units(renderer.lookup), *term_units(renderer.lookup)):
        if split_name(each.name)[0] != "frame":
            yield from make_unit(each.name, renderer)
