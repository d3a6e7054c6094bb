"""What a person sets for an archive: archive.toml and topics.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Publication:
    """A newspaper of the archive, from archive.toml."""

    slug: str
    name: str
    name_supplied: bool = False
    """True where the name is the archivist's and not the newspaper's own."""
    language: str = "zh-Hans"
    description: str = ""
    rights: str = ""
    """Statement on the rights in its articles; the archive's own where empty."""


@dataclass(frozen=True, slots=True)
class Settings:
    """archive.toml: every key has a default."""

    title: str = "报纸典藏"
    description: str = ""
    language: str = "zh-Hans"
    base_url: str = ""
    """Absolute URL of the site's root, ending in ``/``; empty where unknown."""
    rights: str = ""
    contact: str = ""
    """Where a reader reports a mistake: an http(s) or mailto URL, or empty."""
    corrections: str = ""
    """URL where an article is corrected, with ``{path}``, ``{id}``, ``{title}`` or ``{url}`` in it, or empty."""
    index_notices: bool = False
    """Whether search engines may list notices, which carry private persons' names and numbers."""
    publications: Mapping[str, Publication] = field(default_factory=dict)
    term_page_from: int = 0
    """From how many articles on a term has a page of its own; 0 where the size of the archive decides."""


TermKind = Literal["topics", "people", "organisations", "places"]
TERM_KINDS: tuple[TermKind, ...] = ("topics", "people", "organisations", "places")


@dataclass(frozen=True, slots=True)
class VocabularyTerm:
    """A term of the archive's own vocabulary (topics.toml)."""

    name: str
    kind: TermKind = "topics"
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Names of terms of its kind. Each relation stands at both of its ends, whichever the file states."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """topics.toml: the archive's own terms, which win, and words that are never topics."""

    terms: tuple[VocabularyTerm, ...] = ()
    stop: frozenset[str] = frozenset()
