"""One page of the site as a reader has it: its text, the story in it, and where it links to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.check.letters import letters
from generator.check.markup import read_markup

SAME = 1 << 16
"""Links that are resolved once: pages of one folder have many in common."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads within the site."""

    link: str
    """As the page has it."""
    line: int
    name: str | None
    """Path from the site's root; None where the link is no address at all."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SitePage:
    """What a page shows, texts without blanks, and where it links to within the site."""

    name: str
    """Path from the site's root."""
    text: str
    story: str
    """The text of its ``<article>`` elements; where a layout has none, all of it."""
    ids: frozenset[str]
    links: tuple[Target, ...]
    targets: frozenset[str]
    """Paths from the site's root of the pages that a reader can go to from it."""


def read_page(site: Path, name: str) -> SitePage | None:
    """Return the page ``name`` of ``site``, None where there is none."""
    try:
        html = (site / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    markup = read_markup(html)
    folder, text = posixpath.dirname(name), letters(markup.text)
    links, targets = [], set()
    line, at = 1, 0
    for link in markup.links:
        line, at = line + html.count("\n", at, link.at), link.at
        resolved = _resolve(folder, link.address)
        if resolved is None:
            continue
        target, anchor = resolved
        if target == "":
            target = name
        links.append(Target(link.address, line, target, anchor))
        if link.followed and target is not None:
            targets.add(target)
    return SitePage(name, text, letters(markup.story) or text, markup.ids, tuple(links), frozenset(targets))


@lru_cache(SAME)
def _resolve(folder: str, link: str) -> tuple[str | None, str] | None:
    """Return the path from the site's root that ``link`` names on a page in ``folder``, and the anchor.

    The path is empty for the page itself, None for what is no address; a link that leads out of the site gives None.
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return None, ""
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return path, unquote(parts.fragment)
