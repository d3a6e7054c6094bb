"""CSL-JSON, which citation processors read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.render.citations.reference import Reference

_encode = json.JSONEncoder(ensure_ascii=False).encode


def csl_json(reference: Reference) -> str:
    """Return ``reference`` as a CSL item of the type ``article-newspaper``, on one line."""
    day = reference.date
    item = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        # A byline does not say which part of it is the family name.
        "author": [{"literal": author} for author in reference.authors],
        "container-title": reference.newspaper,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "page": reference.page,
        "section": reference.section,
        "keyword": ", ".join(reference.keywords),
        "language": reference.language,
        "URL": reference.url,
    }
    return _encode({name: value for name, value in item.items() if value})


def collect(items: Iterable[str]) -> str:
    """Return ``items`` as the list that a CSL-JSON file is."""
    return "[\n" + ",\n".join(items) + "\n]\n"
