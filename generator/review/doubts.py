"""A doubt as the front matter has it -> its parts, so that it can be said in the reader's language."""

from __future__ import annotations

import re

from generator.review.views import ReviewDoubt

_DOUBT = re.compile(
    r"(?P<about>[\w-]+) at line (?P<line>\d+): perhaps (?P<reading>.+?)(?: line (?P<other>\d+))?"
)


def read_doubt(text: str, file: str) -> ReviewDoubt:
    """Return the parts of the doubt ``text``, whose lines are of the file with the key ``file``."""
    match = _DOUBT.fullmatch(text)
    if not match:
        return ReviewDoubt("", "", 0, text, "", "", 0)
    number, other = int(match["line"]), int(match["other"] or 0)
    return ReviewDoubt(
        about=match["about"],
        line=f"{file}-{number}" if file else "",
        number=number,
        reading=match["reading"],
        reading_key=match["reading"].replace(" ", "-"),
        other=f"{file}-{other}" if file and other else "",
        other_number=other,
    )
