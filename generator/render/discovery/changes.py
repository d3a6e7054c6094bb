"""When something came into the archive or was corrected there: never the time of a build or of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.model import ArticleSummary


def changed(article: ArticleSummary) -> dt.date | None:
    """Return the day of the article's last correction, else of its import; None where neither is known."""
    return article.modified or article.imported


def last_changed(articles: Iterable[ArticleSummary]) -> dt.date | None:
    """Return the last day on which one of ``articles`` changed; None where none is known."""
    return max(filter(None, map(changed, articles)), default=None)
