"""The names that are offered: those that have changed since an earlier build, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.search.document import EntryKind, SearchEntry


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What is offered now, of what may have changed. What is the same as before may be among it."""

    revision: str
    """Of everything that is offered: the next build gives it back. Never the same for two that differ; empty where
    there is no telling, and then the next build is asked for all."""
    issues: Iterable[tuple[str, Sequence[SearchEntry]]]
    """Issues by id, each with all its headlines now: none where the issue is no more."""
    terms: Iterable[tuple[EntryKind, str, SearchEntry | None]]
    """Topics and names by kind and name, each as it is now: None where it is no more."""
    whole: bool
    """Whether these are all there are: what is not among them is no more."""


EntriesSince = Callable[[str], EntryChanges]
"""The revision of an earlier build -> what has changed since. Of one that is not known, or empty: the whole."""
