"""What a person has corrected: the differences between what import last wrote and what is there now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from generator.check.letters import texts_of
from generator.content.listing import article_path
from generator.model import Article

_NOT_CORRECTED = ("id", "body", "source", "formerly", "extra", "terms", "kicker", "title", "subtitle", "lede")
"""Fields of an article that are compared as text, or that import sets anew by itself."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has done to one article."""

    file: str
    what: str
    """In words."""

    def __str__(self) -> str:
        """Return the correction as ``check --corrections`` prints it."""
        return f"{self.file}: {self.what}"


def list_corrections(
    folder: Path, imported: Mapping[str, Article], present: Mapping[str, Article]
) -> Iterator[Correction]:
    """Yield what has become of each article of the issue in ``folder`` that is not as import wrote it."""
    for article_id in sorted({*imported, *present}):
        before, after = imported.get(article_id), present.get(article_id)
        what = _difference(before, after)
        if what:
            yield Correction(str(article_path(folder, article_id)), what)


def _difference(before: Article | None, after: Article | None) -> str:
    if before is after or before == after:
        return ""
    if after is None:
        return "deleted"
    if before is None:
        return (
            "begun by a person" if after.source is None else "not as import wrote it: no copy of that is kept"
        )
    had, has = Counter("".join(texts_of(before))), Counter("".join(texts_of(after)))
    said = []
    if had != has:
        said.append(f"{(had - has).total()} characters fewer, {(has - had).total()} more")
    elif texts_of(before) != texts_of(after):
        said.append("the same characters in another order")
    changed = [
        field.name
        for field in fields(Article)
        if field.name not in _NOT_CORRECTED and getattr(before, field.name) != getattr(after, field.name)
    ]
    if before.terms != after.terms:
        changed.append("terms")
    if changed:
        said.append(f"changed: {', '.join(changed)}")
    return "; ".join(said)
