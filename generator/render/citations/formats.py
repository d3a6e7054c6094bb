"""The forms of a citation that programs read, in the order in which an article's page shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.render.citations.bibtex import bibtex
from generator.render.citations.csl_json import collect, csl_json
from generator.render.citations.reference import Reference
from generator.render.citations.ris import ris


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A form of citation."""

    name: str
    suffix: str
    """How the names of its files end."""
    media_type: str
    write: Callable[[Reference], str]
    """A reference -> its entry."""
    collect: Callable[[Iterable[str]], str] = "".join
    """Entries -> the text of a file."""


FORMATS = (
    CitationFormat("BibTeX", "bib", "application/x-bibtex", bibtex),
    CitationFormat("RIS", "ris", "application/x-research-info-systems", ris),
    CitationFormat("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl_json, collect),
)
