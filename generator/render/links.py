"""Where things are on the site: paths of files, and the links that lead to them."""

from __future__ import annotations

from urllib.parse import quote

from generator.model import TermKind


def publication_path(slug: str) -> str:
    """Return the path of a publication's page."""
    return f"{slug}/index.html"


def year_path(slug: str, year: int) -> str:
    """Return the path of the calendar of one year of a publication."""
    return f"{slug}/{year}.html"


def issue_path(issue_id: str) -> str:
    """Return the path of an issue's page."""
    return f"{issue_id}/index.html"


def page_path(issue_id: str, label: str) -> str:
    """Return the path of the page (版) ``label`` of an issue."""
    return f"{issue_id}/p{label}/index.html"


def article_path(article_id: str) -> str:
    """Return the path of an article, notice or other piece."""
    return f"{article_id}.html"


def terms_path(kind: TermKind) -> str:
    """Return the path of the index of a kind of terms."""
    return f"{kind}/index.html"


def term_path(kind: TermKind, slug: str) -> str:
    """Return the path of one term's page."""
    return f"{kind}/{slug}.html"


def to_url(path: str) -> str:
    """Return ``path`` as a relative URL from the site's root, percent-encoded (RFC 3986)."""
    return quote(path, safe="/", errors="replace")


def root_of(path: str) -> str:
    """Return the way from the file ``path`` up to the site's root: empty, or ``../`` and so on."""
    return "../" * path.count("/")
