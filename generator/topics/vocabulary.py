"""The archive's own vocabulary (topics.toml): names that stand for aliases, words that are no topics."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import TermKind, Vocabulary
from generator.topics.slugs import fold


class Thesaurus:
    """A vocabulary made ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Fold all names and aliases. Where two terms claim one alias, the earlier has it."""
        self.terms = vocabulary.terms
        self._stop = frozenset(map(fold, vocabulary.stop))
        self._by_kind: dict[tuple[TermKind, str], str] = {}
        self._by_form: dict[str, str] = {}
        for term in vocabulary.terms:
            for form in (term.name, *term.aliases):
                self._by_kind.setdefault((term.kind, fold(form)), term.name)
        for term in vocabulary.terms:
            self._by_form.setdefault(fold(term.name), term.name)
        for term in vocabulary.terms:
            for form in term.aliases:
                self._by_form.setdefault(fold(form), term.name)

    def name(self, form: str, kind: TermKind) -> str:
        """Return the vocabulary's name for ``form``: of its kind, else of another, else ``form`` itself."""
        folded = fold(form)
        return self._by_kind.get((kind, folded)) or self._by_form.get(folded) or form

    def is_stopped(self, form: str, kind: TermKind) -> bool:
        """Tell whether ``form`` is one of the words that are never topics."""
        return kind == "topics" and fold(form) in self._stop


def same_names(
    thesaurus: Thesaurus, kinds: Mapping[TermKind, tuple[str, ...]]
) -> dict[TermKind, tuple[str, ...]]:
    """Return the terms of each kind under the vocabulary's names, each once, in their order."""
    return {
        kind: tuple(
            dict.fromkeys(
                thesaurus.name(form, kind) for form in forms if not thesaurus.is_stopped(form, kind)
            )
        )
        for kind, forms in kinds.items()
    }
