"""Where things are on the site: paths of files, and the links that lead to them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from string import ascii_lowercase
from urllib.parse import quote, urlencode

from generator.model import TermKind

CITATIONS = "citations"
"""Name of the files with the citations of a page (版), without its suffix."""
_FACETS: dict[TermKind, str] = {
    "topics": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}
"""What the search page calls a filter by terms of each kind."""


def publication_path(slug: str) -> str:
    """Return the path of a publication's page."""
    return f"{slug}/index.html"


def year_path(slug: str, year: int) -> str:
    """Return the path of the calendar of one year of a publication."""
    return f"{slug}/{year}.html"


def month_path(slug: str, year: int, month: int) -> str:
    """Return the path of the issues of one month of a publication."""
    return f"{slug}/{year}-{month:02d}.html"


def days_path() -> str:
    """Return the path of the index of days."""
    return "days/index.html"


def archive_year_path(year: int) -> str:
    """Return the path of the calendar of one year of all publications."""
    return f"days/{year}.html"


def day_path(date: dt.date) -> str:
    """Return the path of the page of one date, with all issues that came out on it."""
    return f"days/{date.isoformat()}.html"


def day_of_years_path(month: int, day: int) -> str:
    """Return the path of the page of one day in all years."""
    return f"days/{month:02d}-{day:02d}.html"


def issue_path(issue_id: str) -> str:
    """Return the path of an issue's page."""
    return f"{issue_id}/index.html"


def page_path(issue_id: str, label: str) -> str:
    """Return the path of the page (版) ``label`` of an issue."""
    return f"{issue_id}/p{label}/index.html"


def article_path(article_id: str) -> str:
    """Return the path of an article, notice or other piece."""
    return f"{article_id}.html"


def id_of_page(path: str) -> str:
    """Return the id of the article whose page has a path: ``article_path`` the other way round."""
    return path.removesuffix(".html")


def markdown_path(article_id: str) -> str:
    """Return the path of an article's Markdown, as in content/."""
    return f"{article_id}.md"


def citations_path(issue_id: str, label: str, suffix: str) -> str:
    """Return the path of the citations of all articles of a page (版), in the form that has ``suffix``."""
    return f"{issue_id}/p{label}/{CITATIONS}.{suffix}"


def feed_path(page: str, suffix: str = "xml") -> str:
    """Return the path of the feed of ``page``: ``x/feed.xml`` of ``x/index.html``, ``x/y.xml`` of ``x/y.html``."""
    folder, slash, name = page.rpartition("/")
    stem = "feed" if name == "index.html" else name.removesuffix(".html")
    return f"{folder}{slash}{stem}.{suffix}"


def terms_path(kind: TermKind) -> str:
    """Return the path of the index of a kind of terms."""
    return f"{kind}/index.html"


def term_path(kind: TermKind, slug: str) -> str:
    """Return the path of one term's page."""
    return f"{kind}/{slug}.html"


def term_year_path(kind: TermKind, slug: str, year: int, part: int) -> str:
    """Return the path of the articles of one year of a term, or of a further part of them (from 1)."""
    return f"{kind}/{slug}/{year}.html" if part == 1 else f"{kind}/{slug}/{year}-{part}.html"


def notices_year_path(year: int, part: int) -> str:
    """Return the path of the notices of one year, or of a further part of them (from 1)."""
    return f"notices/{year}.html" if part == 1 else f"notices/{year}-{part}.html"


def letter_path(kind: TermKind, letter: str) -> str:
    """Return the path of the terms under ``letter``."""
    return f"{kind}/letters/{_letter_name(letter)}.html"


def syllable_path(kind: TermKind, letter: str, syllable: str, part: int) -> str:
    """Return the path of the terms under a syllable of ``letter``, or of a further part of them (from 1)."""
    plain = "".join(each if each in ascii_lowercase else f"_{ord(each):x}" for each in syllable)
    name = plain or "other"
    return f"{kind}/letters/{_letter_name(letter)}/{name if part == 1 else f'{name}-{part}'}.html"


def _letter_name(letter: str) -> str:
    return "other" if letter == "#" else letter.lower()


@lru_cache(maxsize=50_000)
def search_url(kind: TermKind, name: str) -> str:
    """Return the URL of a search for a term among the articles that have it."""
    return f"search.html?{urlencode({'q': name, _FACETS[kind]: name}, errors='replace')}"


@lru_cache(maxsize=50_000)  # quoting Chinese takes 3 µs, and a term stands on the pages of all its articles
def to_url(path: str) -> str:
    """Return ``path`` as a relative URL from the site's root, percent-encoded (RFC 3986)."""
    return quote(path, safe="/", errors="replace")


def root_of(path: str) -> str:
    """Return the way from the file ``path`` up to the site's root: empty, or ``../`` and so on."""
    return "../" * path.count("/")
