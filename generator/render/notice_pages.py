"""The lists of all notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import IssueFace
from generator.render import links
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.term_views import ListYearView
from generator.render.units import Unit, key_of_faces, unit
from generator.render.views import HeadView
from generator.render.year_lists import (
    ON_ONE_PAGE,
    newest_by_year,
    number_of_parts,
    part_of_year,
    place_in_list,
    view_part,
    years_with_pages,
)

_ROBOTS = "noindex, follow"


def notice_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the unit of the list of the newest notices and, where there are more, those of the years' parts."""
    years = _years(lookup)
    yield unit("notices", key=key_of_faces(_newest(lookup), years, _count(lookup)))
    for year in years:
        faces = _of_year(year.year, lookup)
        for part in range(1, number_of_parts(year.count) + 1):
            shown, start = _on_part(faces, part)
            yield unit(
                "notices-year",
                year.year,
                part,
                key=key_of_faces(shown, start, place_in_list(year.year, part, years)),
            )


def render_notices(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list of the newest notices. They carry private persons' numbers: search engines are kept out."""
    lookup = renderer.lookup
    ids = [notice for face in _newest(lookup) for notice in lookup.notices(face.id)]
    yield renderer.page(
        "notices/index.html",
        "notices.html",
        HeadView(renderer.words("notices"), robots=_ROBOTS),
        years=newest_by_year(lookup.summaries(ids[:ON_ONE_PAGE]), lookup),
        all_years=_years(lookup),
        count=_count(lookup),
    )


def render_notices_of_year(year_name: str, part_name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a part, from 1, of the notices of a year."""
    lookup, year, part = renderer.lookup, int(year_name), int(part_name)
    shown, start = _on_part(_of_year(year, lookup), part)
    ids = [notice for face in shown for notice in lookup.notices(face.id)][start : start + ON_ONE_PAGE]
    title = f"{renderer.words('notices')} {renderer.words('year', year=year)}"
    yield renderer.page(
        links.notices_year_path(year, part),
        "notices-year.html",
        HeadView(title, robots=_ROBOTS),
        list=view_part(year, part, lookup.entries_of(ids), _years(lookup), links.notices_year_path),
    )


def _years(lookup: Lookup) -> tuple[ListYearView, ...]:
    counts: Counter[int] = Counter()
    for face in lookup.archive.issues:
        counts[face.record.date.year] += face.notices
    return years_with_pages(+counts, links.notices_year_path)


def _count(lookup: Lookup) -> int:
    return sum(face.notices for face in lookup.archive.issues)


def _newest(lookup: Lookup) -> list[IssueFace]:
    """Return the issues of the newest notices, as many as one page lists, newest first."""
    found: list[IssueFace] = []
    count = 0
    for face in lookup.newest_first:
        if face.notices:
            found.append(face)
            count += face.notices
        if count >= ON_ONE_PAGE:
            break
    return found


def _of_year(year: int, lookup: Lookup) -> list[IssueFace]:
    return [face for face in lookup.archive.issues if face.record.date.year == year and face.notices]


def _on_part(faces: Sequence[IssueFace], part: int) -> tuple[list[IssueFace], int]:
    """Return those of a year's ``faces`` whose notices stand on a part, and how many of the first stand before it."""
    span = part_of_year(part)
    shown: list[IssueFace] = []
    before = passed = 0
    for face in faces:
        if passed < span.stop and passed + face.notices > span.start:
            if not shown:
                before = span.start - passed if passed < span.start else 0
            shown.append(face)
        passed += face.notices
    return shown, before
