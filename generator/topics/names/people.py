"""Names of persons: forms of names that something beside them proves.

A form alone proves nothing (高质量 begins with a surname as well). An office before it does (副部长张云明), a
reporting verb (余晓晖说) or an honorific (童文博士) after it, or a list of names. A name proved once holds for its
story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.topics.names.forms import DOT, Form, dotted, forms
from generator.topics.names.mentions import Mention, covers
from generator.topics.names.proof import ENOUGH, proof, reports
from generator.topics.reading import NUMBER, Reading, Word

_ROW = 3
"""So many forms in a list prove each other, …"""
_DIVISION = re.compile("地区|自治[区州县]|[省市县州镇乡村](?![长委民党])")
_LONG_IN_ROW = 2
"""… when so many of them have three characters or more."""


class People(NamedTuple):
    """The persons in a story, and those who tell it: its authors and reporters."""

    named: tuple[Mention, ...]
    telling: tuple[Mention, ...]


def find_people(reading: Reading, covered: frozenset[tuple[int, int]]) -> People:
    """Return every mention of a person by full name, outside the names that ``covered`` holds.

    The last part of a foreign name counts as the whole name (厄尔 after 西尔维亚·厄尔).
    """
    numbered = tuple(enumerate(reading.passages))
    whole = [mention for number, passage in numbered for mention in dotted(number, passage)]
    taken = covered | covers(whole)
    found = [form for n, p in numbered for form in forms(n, p) if not _lies_in(form.mention, taken)]
    full = {DOT.split(mention.name)[-1]: mention.name for mention in whole}
    reporters = reading.authors | {
        form.mention.name for form in found if reports(form, reading.passages[form.mention.passage].words)
    }
    named = (_named(found, reading) | set(full)) - reporters
    mentions = _longest(form.mention for form in found if form.mention.name in named)
    telling = _longest(form.mention for form in found if form.mention.name in reporters)
    return People(
        (*whole, *(mention._replace(name=full.get(mention.name, mention.name)) for mention in mentions)),
        tuple(telling),
    )


def _lies_in(mention: Mention, taken: frozenset[tuple[int, int]]) -> bool:
    return (mention.passage, mention.start) in taken or (mention.passage, mention.end - 1) in taken


def _named(found: list[Form], reading: Reading) -> set[str]:
    """Return the names that are proved by what stands beside them, or by the list that they stand in.

    One that begins or ends another is that other cut short (莫特 of 莫特利). One that also stands before a word for a
    division is a place.
    """
    named: set[str] = set()
    rows: dict[tuple[int, int], list[str]] = {}
    for form in found:
        mention = form.mention
        passage = reading.passages[mention.passage]
        if _is_counted(form, passage.words):
            continue
        if proof(form, passage.words) >= ENOUGH:
            named.add(mention.name)
        row = [mention.name]
        if passage.text[mention.start - 1 : mention.start] == "、":
            row = [*rows.get((mention.passage, mention.start - 1), []), mention.name]
        rows[mention.passage, mention.end] = row
        if row[0] in named or (len(row) >= _ROW and sum(len(name) > 2 for name in row) >= _LONG_IN_ROW):
            named.update(row)
    short = {part for name in named for at in range(1, len(name)) for part in (name[:at], name[at:])}
    return named - short - _places_among(named, reading)


def _places_among(names: Iterable[str], reading: Reading) -> set[str]:
    """Return the names that the story also has with a word for a division behind them (利沃尼州, not 李强省长)."""
    text = "\n".join(passage.text for passage in reading.passages)
    return {name for name in names if any(_DIVISION.match(text, end) for end in _ends(name, text))}


def _ends(name: str, text: str) -> Iterator[int]:
    """Yield where ``name`` ends in ``text``, each time it stands there."""
    at = text.find(name)
    while at >= 0:
        yield at + len(name)
        at = text.find(name, at + 1)


def _is_counted(form: Form, tokens: tuple[Word, ...]) -> bool:
    """Tell whether a number stands before ``form``: people are counted, persons are not (百余人)."""
    before = tokens[form.first - 1] if form.first else None
    return before is not None and before.tag in {NUMBER, "m"} and before.text[-1] not in "一二三"


def _longest(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that do not stand inside a longer one."""
    free = -1, -1
    for mention in sorted(mentions, key=lambda m: (m.passage, m.start, -m.end)):
        if (mention.passage, mention.start) >= free:
            free = mention.passage, mention.end
            yield mention
