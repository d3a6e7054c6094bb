"""Every jump leads to an article that is there, and leads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Diagnostic
from generator.model import Article, Jump

_BACK = {"continues_on": "continued_from", "continued_from": "continues_on"}


def check_jumps(jumps: Mapping[str, Mapping[str, Jump]], places: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield a finding for each jump to no article, and for each that its other half does not return.

    ``jumps`` has each article's by id and key, ``places`` the file of every article of the archive.
    """
    for article_id, own in jumps.items():
        for key, jump in own.items():
            if not jump.article:
                continue
            if jump.article not in places:
                message = f"{key} names {jump.article}, which the archive does not have."
                yield _finding("jump-broken", message, places[article_id], "Correct the id.")
                continue
            back = jumps.get(jump.article, {}).get(_BACK[key])
            if back is None or back.article != article_id:
                message = f"{key} names {jump.article}, which does not name this article as {_BACK[key]}."
                remedy = (
                    f"Write {_BACK[key]}: {article_id} into {places[jump.article]}, or take this one out."
                )
                yield _finding("jump-one-way", message, places[article_id], remedy)


def jumps_of(article: Article) -> Mapping[str, Jump]:
    """Return the jumps of ``article`` by their key in the front matter."""
    own = {"continues_on": article.continues_on, "continued_from": article.continued_from}
    return {key: jump for key, jump in own.items() if jump}


def _finding(code: str, message: str, place: str, remedy: str) -> Diagnostic:
    return Diagnostic("error", code, message, place, 0, remedy)
