"""One page of the site as a reader has it: its text, the story in it, and where it links to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.check.letters import letters

_NOT_SHOWN = frozenset({"script", "style", "template", "title"})


@dataclass(frozen=True, slots=True)
class SitePage:
    """What a page shows; texts without blanks."""

    text: str
    story: str
    """The text of its ``<article>`` elements; where a layout has none, all of it."""
    targets: frozenset[str]
    """Paths from the site's root that it links to."""


class _Reader(HTMLParser):
    """Collects the texts that are shown, and the addresses of links."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.story: list[str] = []
        self.links: list[str] = []
        self._hidden = self._articles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NOT_SHOWN
        self._articles += tag == "article"
        if tag == "a" and (link := dict(attrs).get("href")):
            self.links.append(link)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _NOT_SHOWN
        self._articles -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._hidden <= 0:
            self.texts.append(data)
            if self._articles > 0:
                self.story.append(data)


def read_page(site: Path, name: str) -> SitePage | None:
    """Return the page ``name`` of ``site``, None where there is none."""
    try:
        html = (site / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = letters("".join(reader.texts))
    targets = frozenset(target for link in reader.links if (target := _target(name, link)))
    return SitePage(text, letters("".join(reader.story)) or text, targets)


def _target(page: str, link: str) -> str:
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
