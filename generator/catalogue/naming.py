"""Forms of terms into names and keys: the vocabulary's name, and what is equal for all forms of one term."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from generator.catalogue.pieces import Forms
from generator.identifiers import fold
from generator.model import TERM_KINDS, TermKind, Terms, Vocabulary
from generator.thesaurus import Thesaurus

_CACHED = 1 << 16
Renamed = tuple[Mapping[str, str], ...]
"""For each kind, the forms that articles show under another name, with that name."""


class Naming:
    """What the archive's vocabulary makes of forms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Make ``vocabulary`` ready to be asked."""
        self.thesaurus = Thesaurus(vocabulary)
        self._name = functools.lru_cache(_CACHED)(self._find_name)
        self.key = functools.lru_cache(_CACHED)(term_key)

    def named(self, terms: Terms) -> Forms:
        """Return the forms of ``terms`` under the vocabulary's names, without those that it stops."""
        find = self._name
        return tuple(
            tuple([name for form in getattr(terms, kind) if (name := find(form, kind))])
            for kind in TERM_KINDS
        )

    def keys(self, forms: Forms) -> tuple[tuple[str, ...], ...]:
        """Return the keys of ``forms``, each once, in their order."""
        return tuple(
            tuple(dict.fromkeys(self.key(place, form) for form in kind)) for place, kind in enumerate(forms)
        )

    def flat_keys(self, forms: Forms) -> list[str]:
        """Return the keys of all ``forms``, each once, in no order."""
        key = self.key
        return list({key(place, form) for place, kind in enumerate(forms) for form in kind})

    def _find_name(self, form: str, kind: TermKind) -> str:
        """Return the vocabulary's name for ``form``, else ``form``; empty for one that is stopped or blank."""
        name = " ".join(self.thesaurus.name(form, kind).split())
        stopped = self.thesaurus.is_stopped(form, kind) or self.thesaurus.is_stopped(name, kind)
        return "" if stopped or not fold(name) else name


def term_key(kind: int, form: str) -> str:
    """Return what is equal for the forms of one term of a kind, and for no other term."""
    return f"{kind}{fold(form)}"


def unify(forms: Forms, renamed: Renamed) -> Terms:
    """Return ``forms`` with each term under its one name, once."""
    return Terms(*map(_unify_kind, forms, renamed))


def _unify_kind(forms: tuple[str, ...], renamed: Mapping[str, str]) -> tuple[str, ...]:
    if renamed.keys().isdisjoint(forms) and len(set(forms)) == len(forms):
        return forms  # as nearly always
    return tuple(dict.fromkeys(renamed.get(form, form) for form in forms))


def most_frequent(forms: Mapping[str, int]) -> str:
    """Return the form counted most often; of equals the first by code point."""
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda form: (-forms[form], form))
