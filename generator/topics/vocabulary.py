"""Terms that were found -> terms as the archive's own vocabulary (topics.toml) has them."""

from __future__ import annotations

import re

from generator.identifiers import fold
from generator.model import TERM_KINDS, TermKind, Terms, VocabularyTerm
from generator.thesaurus import Thesaurus
from generator.topics.selection import MOST_TOPICS


def apply_vocabulary(thesaurus: Thesaurus, text: str, terms: Terms) -> Terms:
    """Return ``terms`` as the vocabulary has them: its own terms that ``text`` holds first, all of them.

    Aliases go under the vocabulary's name. A term of the vocabulary stands in the list of its kind alone.
    """
    held = _held(thesaurus.terms, fold(text)) if thesaurus.terms else []
    kinds: dict[TermKind, tuple[str, ...]] = {}
    for kind in TERM_KINDS:
        forms: tuple[str, ...] = getattr(terms, kind)
        own = [term.name for term in held if term.kind == kind]
        others = {fold(term.name) for term in held if term.kind != kind}
        found = [thesaurus.name(form, kind) for form in forms if not thesaurus.is_stopped(form, kind)]
        kept = own + [name for name in found if fold(name) not in others]
        most = max(MOST_TOPICS, len(own)) if kind == "topics" else len(kept)
        first: dict[str, str] = {}
        for name in kept:
            first.setdefault(fold(name), name)
        kinds[kind] = tuple(first.values())[:most]
    return Terms(**kinds)


def _held(terms: tuple[VocabularyTerm, ...], text: str) -> list[VocabularyTerm]:
    """Return those of ``terms`` whose name or alias stands in ``text``, folded; the most frequent first."""
    counts = [
        (sum(_count(form, text) for form in {fold(f) for f in (term.name, *term.aliases)}), term)
        for term in terms
    ]
    return [term for count, term in sorted(counts, key=lambda pair: -pair[0]) if count]


def _count(form: str, text: str) -> int:
    """Return how often ``form`` stands in ``text``; Latin letters only as whole words."""
    if not form:
        return 0
    before = r"(?<![a-z0-9])" if form[0].isascii() else ""
    after = r"(?![a-z0-9])" if form[-1].isascii() else ""
    return len(re.findall(before + re.escape(form) + after, text))
