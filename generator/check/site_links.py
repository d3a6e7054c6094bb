"""Every link of the site leads to a file and a place that are there, and every article has its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.errors import Diagnostic

_NOT_FOUND_PAGE = "404.html"
_LINKING = {"a": "href", "link": "href", "area": "href", "script": "src", "img": "src", "form": "action"}


@dataclass(frozen=True, slots=True)
class LinkReport:
    """Findings, and how many pages and links were looked at."""

    findings: tuple[Diagnostic, ...]
    pages: int
    links: int


class _Page(HTMLParser):
    """Collects the ids of a page, and its links with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if name := values.get("id"):
            self.ids.add(name)
        target = values.get(_LINKING.get(tag, ""))
        # A canonical link and its like name the published site, not this folder.
        if target and not (tag == "link" and values.get("rel") in ("canonical", "alternate")):
            self.links.append((target, self.getpos()[0]))


def check_links(site: Path, article_ids: Iterable[str]) -> LinkReport:
    """Return what is wrong with the links of the pages under ``site``, and which articles have no page there."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    findings = [
        _finding(site, f"{each}.html", 0, "page-missing", "the article has no page.", "Build the site again.")
        for each in article_ids
        if f"{each}.html" not in files
    ]
    ids: dict[str, set[str]] = {}
    anchors: list[tuple[str, int, str, str]] = []
    pages = sorted(name for name in files if name.endswith(".html") and not name.startswith("pagefind/"))
    count = 0
    for name in pages:
        page = _Page()
        page.feed((site / name).read_text(encoding="utf-8", errors="replace"))
        ids[name] = page.ids
        for link, line in page.links:
            try:
                parts = urlsplit(link)
            except ValueError:
                findings.append(_finding(site, name, line, "link-broken", f"{link} is no address.", _REMEDY))
                continue
            if parts.scheme or parts.netloc or name == _NOT_FOUND_PAGE:
                continue
            count += 1
            target = _resolve(name, parts.path)
            if target not in files:
                message = f"the link to {link} leads to no file."
                findings.append(_finding(site, name, line, "link-broken", message, _REMEDY))
            elif parts.fragment and target.endswith(".html"):
                anchors.append((name, line, target, unquote(parts.fragment)))
    for name, line, target, anchor in anchors:
        # Text fragments and queries are the browser's own; an id is the page's.
        if not anchor.startswith(":~:") and anchor not in ids.get(target, ()):
            message = f"the link to {target}#{anchor} leads to no place in that page."
            findings.append(_finding(site, name, line, "link-broken", message, _REMEDY))
    return LinkReport(tuple(findings), len(pages), count)


_REMEDY = "Correct the link in the article or template that it comes from, and build again."


def _resolve(page: str, path: str) -> str:
    """Return the file, relative to the site's root, that ``path`` names on ``page``."""
    if not path:
        return page
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))


def _finding(site: Path, name: str, line: int, code: str, message: str, remedy: str) -> Diagnostic:
    return Diagnostic("error", code, message, str(site / name), line, remedy)
