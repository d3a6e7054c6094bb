"""English pages: stories in columns of a fixed pitch, ragged right, words broken at line ends now and then."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.typeset.copy import Copy, read_copy

STORIES = Path(__file__).with_name("english.jsonl")
"""Stories of our own: no newspaper's."""
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)
_WRITERS = ("Ann Bell", "Carl J. Dow", "Maeve O’Hara", "P. R. Nash")
_CITIES = ("LONDON", "NEW YORK", "HARROWGATE", "PORT ELGIN")
_CREDITS = ("Reuters", "— AP", "(AP)", "AFP", "Press Association", "Staff and agencies")
_NOTICES = (
    "LOST: grey tabby cat with one white paw, near Foundry Lane. Reward offered. Telephone 0170 446 2210.",
    "NOTICE is hereby given that the partnership of Cole & Hart, drapers, is dissolved; creditors may send their "
    "claims to 14 Canal Street until 30 June 2001.",
    "PUBLIC NOTICE. The footpath beside Alder Mill will be closed from 4 June for repairs. Objections to the clerk "
    "of the council, Town Hall, before 28 May 2001.",
)
_FURNITURE = (
    "Page 3",
    "The Harbour Echo | Tuesday, May 15, 2001",
    "Editor: Ann Bell  Design: Carl Dow",
    "Newsroom: 0170 446 1000",
)


def read_english() -> list[Copy]:
    """Return the English stories."""
    return read_copy(STORIES)


def typeset_english(stories: Sequence[Copy], rng: random.Random) -> tuple[str, dict[str, Any]]:
    """Return the text of a page with ``stories``, and its truth."""
    capitals = rng.random() < 0.4
    hyphens = rng.random() < 0.5
    indent = rng.choice((0, 2, 2, 3))
    printed = rng.random() < 0.3
    groups: list[list[list[str]]] = []
    far: list[list[str]] = []
    articles: list[dict[str, Any]] = []
    for story in stories:
        edited = _edit(story, capitals=capitals, rng=rng)
        body = _body(edited, indent=indent, printed=printed, hyphens=hyphens, rng=rng)
        head = _headline(edited, rng)
        draw = rng.random()
        group = [body]
        if draw < 0.45:
            group = [head, body]
        elif draw < 0.7:
            group = [body, head]
        else:
            far.append(head)
        if edited.lede:
            lede = _set(edited.lede, rng.choice((24, 44, 60)), indent=0, hyphens=hyphens, rng=rng)
            if rng.random() < 0.6:
                group.insert(group.index(body), lede)
            else:
                far.append(lede)
        groups.append(group)
        articles.append(
            {
                "kicker": edited.kicker,
                "title": edited.title,
                "subtitle": edited.subtitle,
                "lede": edited.lede,
                "paragraphs": list(edited.paragraphs),
                "source": edited.attribution,
            }
        )
    rng.shuffle(groups)
    for part in far:
        groups.insert(rng.randint(0, len(groups)), [part])
    notices = [rng.choice(_NOTICES)] if rng.random() < 0.5 else []
    for notice in notices:
        groups.insert(rng.randint(0, len(groups)), [_set(notice, 32, indent=0, hyphens=False, rng=rng)])
    furniture = [line for line in _FURNITURE if rng.random() < 0.3]
    parts = ["\n".join(furniture)] * bool(furniture) + ["\n".join(part) for group in groups for part in group]
    truth = {"date": "2001-05-20", "articles": articles, "notices": notices, "furniture": furniture}
    return "\n\n".join(parts), truth


def _edit(story: Copy, *, capitals: bool, rng: random.Random) -> Copy:
    """Return ``story`` with a headline in the page's case, a lede, a byline or dateline and a credit by chance."""
    title = story.title.upper() if capitals else _title_case(story.title)
    copy = replace(story, title=title)
    if len(copy.paragraphs) > 3 and rng.random() < 0.25:
        copy = replace(copy, lede=copy.paragraphs[0], paragraphs=copy.paragraphs[1:])
    opening = rng.random()
    if opening < 0.3:
        copy = replace(copy, paragraphs=(f"By {rng.choice(_WRITERS)}", *copy.paragraphs))
    elif opening < 0.5:
        dateline = f"{rng.choice(_CITIES)}, May {rng.randint(1, 28)} (Reuters) — "
        copy = replace(copy, paragraphs=(dateline + copy.paragraphs[0], *copy.paragraphs[1:]))
    if rng.random() < 0.5:
        copy = replace(copy, attribution=rng.choice(_CREDITS))
    return copy


def _title_case(title: str) -> str:
    words = title.split()
    return " ".join(w if i and w in _SMALL else w[0].upper() + w[1:] for i, w in enumerate(words))


def _headline(copy: Copy, rng: random.Random) -> list[str]:
    title = _set(copy.title, rng.choice((26, 34, 60)), indent=0, hyphens=False, rng=rng)
    return [row for row in (copy.kicker, *title, copy.subtitle) if row]


def _body(copy: Copy, *, indent: int, printed: bool, hyphens: bool, rng: random.Random) -> list[str]:
    width = rng.choice((28, 32, 36, 40, 44))
    mode = rng.choice(("all", "paras", "paras", "none")) if indent else "paras"
    lines: list[str] = []
    for paragraph in copy.paragraphs:
        by = paragraph[3:] in _WRITERS
        rows = [paragraph] if by else _set(paragraph, width, indent=indent, hyphens=hyphens, rng=rng)
        if printed and not by:
            rows[0] = " " * indent + rows[0]
        for place, row in enumerate(rows):
            if lines and (mode == "all" or (mode == "paras" and place == 0)):
                lines.append("")
            lines.append(row)
    if copy.attribution and rng.random() < 0.5:
        lines[-1] += f" {copy.attribution}"
    elif copy.attribution:
        lines += ["", copy.attribution] if mode == "all" else [copy.attribution]
    return lines


def _set(text: str, width: int, *, indent: int, hyphens: bool, rng: random.Random) -> list[str]:
    """Return the rows of ``text``, ``width`` characters wide, the first ``indent`` narrower."""
    rows: list[str] = []
    row, room = "", width - indent
    for word in re.findall(r"[^\s-]+-(?=[a-z])|\S+", text):
        joint = "" if not row or row.endswith("-") else " "
        if len(row) + len(joint) + len(word) <= room:
            row += joint + word
            continue
        left = room - len(row) - len(joint)
        if hyphens and word.isalpha() and len(word) > 7 and left >= 4 and rng.random() < 0.7:
            cut = min(left - 1, len(word) - 3)
            rows.append(f"{row}{joint}{word[:cut]}-")
            row = word[cut:]
        else:
            rows.append(row)
            row = word
        room = width
    return [*rows, row]
