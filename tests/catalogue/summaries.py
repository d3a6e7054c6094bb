"""Summaries of articles for the tests of the catalogue, all of them made up."""

from __future__ import annotations

import datetime as dt

from generator.model import ArticleSummary, Terms


def summary(number: int, date: str = "2020-01-01", **fields: object) -> ArticleSummary:
    """Return the summary of an article; ``topics`` and the other kinds of terms go into its terms."""
    kinds = {kind: fields.pop(kind, ()) for kind in ("topics", "people", "organisations", "places")}
    given = {
        "id": f"bao/{date}/p01/{number:02d}",
        "kind": "article",
        "title": "题",
        "title_supplied": False,
        "kicker": "",
        "subtitle": "",
        "opening": "",
        "section": "",
        "authors": (),
        "attribution": "",
        "terms": Terms(**kinds),  # type: ignore[arg-type]  # tuples of names
        "date": dt.date.fromisoformat(date),
        "modified": None,
        "formerly": (),
        "status": "",
        **fields,
    }
    return ArticleSummary(**given)  # type: ignore[arg-type]  # fields are named by the tests
