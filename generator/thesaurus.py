"""The archive's own vocabulary (topics.toml), to be asked: names that stand for forms, words that are no topics."""

from __future__ import annotations

from collections.abc import Iterable

from generator.identifiers import fold
from generator.model import TermKind, Vocabulary, VocabularyTerm


class Thesaurus:
    """A vocabulary made ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Fold all names and aliases. Where two terms claim one alias, the earlier has it."""
        self.terms = vocabulary.terms
        self._stop = frozenset(map(fold, vocabulary.stop))
        self._terms = {(term.kind, fold(term.name)): term for term in vocabulary.terms}
        self._aliases: dict[str, list[str]] = {}
        for term in vocabulary.terms:
            self._aliases.setdefault(term.name, []).extend(term.aliases)
        self._by_kind: dict[tuple[TermKind, str], str] = {}
        self._by_form: dict[str, str] = {}
        for term in vocabulary.terms:
            for form in (term.name, *term.aliases):
                self._by_kind.setdefault((term.kind, fold(form)), term.name)
        for term in vocabulary.terms:
            self._by_form.setdefault(fold(term.name), term.name)
        for term in vocabulary.terms:
            for form in term.aliases:
                self._by_form.setdefault(fold(form), self._by_form[fold(term.name)])

    def name(self, form: str, kind: TermKind) -> str:
        """Return the vocabulary's name for ``form``: of its kind, else of another, else ``form`` itself.

        The name of a name is that name.
        """
        folded = fold(form)
        own = self._by_kind.get((kind, folded))
        if own:
            return own
        other = self._by_form.get(folded)
        return self._by_kind.get((kind, fold(other)), other) if other else form

    def term(self, name: str, kind: TermKind) -> VocabularyTerm | None:
        """Return the vocabulary's term ``name`` of ``kind``, or None."""
        return self._terms.get((kind, fold(name)))

    def aliases(self, name: str, kind: TermKind) -> tuple[str, ...]:
        """Return the aliases that lead to ``name`` in the lists of ``kind``, those of another kind included."""
        return tuple(form for form in self._aliases.get(name, ()) if self.name(form, kind) == name)

    def above(self, kind: TermKind, folded: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all terms broader than those of ``kind`` that are equal to ``folded`` forms."""
        found: dict[str, None] = {}
        open_ends = [term for form in folded if (term := self._terms.get((kind, form)))]
        while open_ends:
            for name in open_ends.pop().broader:
                term = self.term(name, kind)
                if term and name not in found:
                    found[name] = None
                    open_ends.append(term)
        return tuple(found)

    def is_stopped(self, form: str, kind: TermKind) -> bool:
        """Tell whether ``form`` is one of the words that are never topics."""
        return kind == "topics" and fold(form) in self._stop
