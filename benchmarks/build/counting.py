"""A built site -> how many pages of each kind it has, whichever program made it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

_PUBLICATION = r"(?:daily|weekly)"
_DAY = r"\d{4}-\d\d-\d\d"
_KINDS = {
    "article": rf"{_PUBLICATION}/{_DAY}/p\d\d/\d\d",
    "newspaper page": rf"{_PUBLICATION}/{_DAY}/p\d\d",
    "issue": rf"{_PUBLICATION}[/-]{_DAY}",
    "publication": _PUBLICATION,
    "term": r"(?:topics|people|organisations|places)/[^/]+",
    "list of terms": r"(?:topics|people|organisations|places)",
}
KINDS = (*_KINDS, "other page", "other file")


def count_pages(site: Path) -> Counter[str]:
    """Return the number of pages of each of ``KINDS``, whether a page is ``x.html`` or ``x/index.html``."""
    counts = Counter[str]()
    for path in site.rglob("*"):
        if path.is_file():
            counts[_kind(path.relative_to(site).as_posix())] += 1
    return counts


def _kind(path: str) -> str:
    if not path.endswith(".html"):
        return "other file"
    place = path.removesuffix(".html").removesuffix("/index")
    return next((kind for kind, shape in _KINDS.items() if re.fullmatch(shape, place)), "other page")
