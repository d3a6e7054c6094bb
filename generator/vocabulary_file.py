"""topics.toml: the vocabulary of an archive, its terms and how they hang together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from generator.errors import Diagnostic, raise_all
from generator.identifiers import fold
from generator.model import TERM_KINDS, TermKind, Vocabulary, VocabularyTerm
from generator.settings_file import Table, read_toml

_KEYS = frozenset(["name", "kind", "aliases", "broader", "narrower", "related"])


class _Stated(NamedTuple):
    """A term as the file states it, and its table, for messages."""

    term: VocabularyTerm
    table: Table


_Key = tuple[TermKind, str]


def read_vocabulary(content: Path) -> Vocabulary:
    """Return the vocabulary of ``content/topics.toml``, an empty one where there is none.

    A relation stated at one end holds at both. Raises ``BackfileError`` with every unknown key and wrong value, for
    a form given to two terms, for a relation to no term, and for relations that contradict one another.
    """
    path = content / "topics.toml"
    if not path.is_file():
        return Vocabulary()
    problems: list[Diagnostic] = []
    table = Table(read_toml(path), path, problems)
    table.allow({"term", "stop"})
    stop = frozenset(table.texts("stop"))
    stated = [each for entry in table.tables("term") if (each := _read_term(entry))]
    _refuse_shared_forms(stated, {fold(word) for word in stop})
    terms = _related_both_ways(stated)
    raise_all(problems)
    return Vocabulary(terms, stop)


def _read_term(entry: Table) -> _Stated | None:
    entry.allow(_KEYS)
    name, kind = entry.text("name"), entry.text("kind") or "topics"
    if not fold(name):
        entry.refuse("name", "the term's name", name)
        return None
    known = next((known for known in TERM_KINDS if known == kind), None)
    if known is None:
        entry.refuse("kind", f"one of {', '.join(TERM_KINDS)}", kind)
        return None
    lists = {key: entry.texts(key) for key in ("aliases", "broader", "narrower", "related")}
    return _Stated(VocabularyTerm(name, known, **lists), entry)


def _refuse_shared_forms(stated: Iterable[_Stated], stop: set[str]) -> None:
    """Refuse a name or alias that leads to another term of the kind as well, and topics that are stop words."""
    owner: dict[_Key, str] = {}
    for term, table in stated:
        if (term.kind, fold(term.name)) in owner:
            table.refuse(
                "name",
                f"names of one term each; it already leads to {owner[term.kind, fold(term.name)]}",
                term.name,
            )
        forms = {fold(form): form for form in (term.name, *term.aliases)}
        for folded, form in forms.items():
            if owner.setdefault((term.kind, folded), term.name) != term.name:
                table.refuse(
                    "aliases",
                    f"names of one term each; {form} already leads to {owner[term.kind, folded]}",
                    form,
                )
            if term.kind == "topics" and folded in stop:
                table.refuse("name" if form == term.name else "aliases", "no word of the list stop", form)


def _related_both_ways(stated: Iterable[_Stated]) -> tuple[VocabularyTerm, ...]:
    """Return the terms with each relation at both of its ends; what cannot hold is refused."""
    tables = {(term.kind, fold(term.name)): table for term, table in stated}
    terms = {(term.kind, fold(term.name)): term for term, _ in stated}
    above: dict[_Key, dict[_Key, None]] = {key: {} for key in terms}
    beside: dict[_Key, dict[_Key, None]] = {key: {} for key in terms}
    for key, term in terms.items():
        for other in _known(term, "broader", terms, tables[key]):
            above[key][other] = None
        for other in _known(term, "narrower", terms, tables[key]):
            above[other][key] = None
        for other in _known(term, "related", terms, tables[key]):
            beside[key][other] = None
            beside[other][key] = None
    for key in _leading_back(above):
        tables[key].refuse(
            "broader",
            "terms that are not narrower than this one: they lead back to it",
            _names(above[key], terms),
        )
    for key, others in beside.items():
        ancestors = _ancestors(key, above) if others else set()
        for other in others:
            if other in ancestors:
                tables[key].refuse(
                    "related", "terms neither broader nor narrower than this one", terms[other].name
                )
    below: dict[_Key, dict[_Key, None]] = {key: {} for key in terms}
    for key, others in above.items():
        for other in others:
            below[other][key] = None
    return tuple(
        dataclasses.replace(
            term,
            broader=_names(above[key], terms),
            narrower=_names(below[key], terms),
            related=_names(beside[key], terms),
        )
        for key, term in terms.items()
    )


def _known(
    term: VocabularyTerm, relation: str, terms: Mapping[_Key, VocabularyTerm], table: Table
) -> Iterator[_Key]:
    """Yield the terms that ``relation`` of ``term`` names; refuse those that the file does not have."""
    for name in getattr(term, relation):
        key = (term.kind, fold(name))
        if key == (term.kind, fold(term.name)):
            table.refuse(relation, "other terms", name)
        elif key in terms:
            yield key
        else:
            table.refuse(
                relation, f"names of terms of the kind {term.kind} that the file has ([[term]])", name
            )


def _leading_back(above: Mapping[_Key, Iterable[_Key]]) -> tuple[_Key, ...]:
    """Return the terms of the first circle that ``above`` has, in the order of the file; none where it has none."""
    try:
        TopologicalSorter(above).prepare()
    except CycleError as circle:
        found = frozenset(circle.args[1])
        return tuple(key for key in above if key in found)
    return ()


def _ancestors(key: _Key, above: Mapping[_Key, Iterable[_Key]]) -> set[_Key]:
    found: set[_Key] = set()
    open_ends = list(above[key])
    while open_ends:
        here = open_ends.pop()
        if here not in found:
            found.add(here)
            open_ends.extend(above[here])
    return found


def _names(keys: Iterable[_Key], terms: Mapping[_Key, VocabularyTerm]) -> tuple[str, ...]:
    return tuple(terms[key].name for key in keys)
