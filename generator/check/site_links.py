"""Every link of the site leads to a file and a place that are there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.check.site_page import SitePage, Target, read_page
from generator.errors import Diagnostic

_NOT_FOUND_PAGE = "404.html"
_REMEDY = "Correct the link in the article or template that it comes from, and build again."
BATCH = 100
"""Pages that are looked at as one piece of work."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """Findings, and how many pages and links were looked at."""

    findings: tuple[Diagnostic, ...]
    pages: int
    links: int


def list_pages(site: Path) -> dict[str, list[str]]:
    """Return the pages of ``site`` by the first two folders of their path: the id of an issue for those of one."""
    pages: dict[str, list[str]] = {}
    for folder, inner, names in os.walk(site):
        inner.sort()
        under = Path(folder).relative_to(site).as_posix().removeprefix(".")
        if under == "pagefind":
            inner.clear()
            continue
        for name in sorted(names):
            if name.endswith(".html"):
                path = f"{under}/{name}" if under else name
                pages.setdefault("/".join(path.split("/")[:-1][:2]), []).append(path)
    return pages


def batches(pages: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield ``pages`` in pieces of work."""
    for start in range(0, len(pages), BATCH):
        yield tuple(pages[start : start + BATCH])


def check_pages(names: Sequence[str], site: Path) -> LinkReport:
    """Return what is wrong with the links of the pages ``names`` of ``site``."""
    return check_links([page for name in names if (page := read_page(site, name))], site)


def check_links(pages: Sequence[SitePage], site: Path) -> LinkReport:
    """Return what is wrong with the links of ``pages``, which are of ``site``."""
    here = {page.name: page.ids for page in pages}
    findings: list[Diagnostic] = []
    count = 0
    for page in pages:
        for link in page.links:
            if page.name == _NOT_FOUND_PAGE and link.name is not None:
                continue  # served at any address, it links from the root
            count += link.name is not None
            if wrong := _wrong(link, here, site):
                findings.append(
                    Diagnostic("error", "link-broken", wrong, str(site / page.name), link.line, _REMEDY)
                )
    return LinkReport(tuple(findings), len(pages), count)


def _wrong(link: Target, here: Mapping[str, frozenset[str]], site: Path) -> str:
    if link.name is None:
        return f"{link.link} is no address."
    folder, _, name = link.name.rpartition("/")
    if name not in _names(site, folder):
        return f"the link to {link.link} leads to no file."
    # Text fragments and queries are the browser's own; an id is the page's.
    if not link.anchor or not name.endswith(".html") or link.anchor.startswith(":~:"):
        return ""
    ids = here[link.name] if link.name in here else _ids(site, link.name)
    return (
        "" if link.anchor in ids else f"the link to {link.name}#{link.anchor} leads to no place in that page."
    )


def look_anew() -> None:
    """Forget what this process knows of any site: it may have changed since it was looked at."""
    _names.cache_clear()
    _ids.cache_clear()


@lru_cache(1_000)
def _names(site: Path, folder: str) -> frozenset[str]:
    """Return the names of the files in a ``folder`` of ``site``: as written, on any system."""
    try:
        with os.scandir(site / folder) as entries:
            return frozenset(entry.name for entry in entries if entry.is_file())
    except OSError:
        return frozenset()


@lru_cache(1_000)
def _ids(site: Path, name: str) -> frozenset[str]:
    """Return the ids of a page that others link into."""
    page = read_page(site, name)
    return page.ids if page else frozenset()
