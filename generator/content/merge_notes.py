"""What a person should know of a merge: what was not combined, and which lines go with another article now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.content.anchoring import claimed
from generator.content.claims import line_ranges
from generator.content.listing import IMPORTED, article_path
from generator.content.merging import Disagreement, Merged
from generator.content.passages import letters
from generator.content.versions import Present
from generator.errors import Diagnostic

_SHOWN = 40
"""Characters of a text that a note quotes."""


def note_merge(
    folder: Path, merged: Merged, present: Present, lines: Mapping[str, Sequence[str]]
) -> tuple[Diagnostic, ...]:
    """Return a warning for each thing that both have changed, and a note for each article with other lines now."""
    warnings = [_disagreement(folder, each, present) for each in merged.disagreements]
    return (*warnings, *_recounted(folder, merged, present, lines))


def _disagreement(folder: Path, each: Disagreement, present: Present) -> Diagnostic:
    path = article_path(folder, each.article)
    written = present.mine_texts.get(each.article, "")
    copy = folder / IMPORTED / article_path(Path(), each.place).with_suffix(".txt")
    if not each.refused:
        message = f"{each.kept} stays as corrected; import has another value now."
    elif each.kept and letters(each.kept) != letters(each.refused):
        message = f"the correction {_quoted(each.kept)} stays; import reads {_quoted(each.refused)} now"
        message += "." if each.place == each.article else f", in {each.place}."
    elif each.kept:
        message = f"{_quoted(each.kept)} stays where it is; import has it in {each.place} now."
    else:
        message = (
            f"a text that was taken out stays out; import reads {_quoted(each.refused)} now, in {each.place}."
        )
    sought = f"\n{each.kept}:" if not each.refused else each.kept.split("\n")[0]
    at = written.find(sought) + (not each.refused) if each.kept else -1
    return Diagnostic(
        "warning",
        "correction-kept",
        message,
        str(path) if written else str(copy),
        written.count("\n", 0, at) + 1 if at > 0 else 0,
        f"If import is right, take its reading over from {copy}.",
    )


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}”"


def _recounted(
    folder: Path, merged: Merged, present: Present, lines: Mapping[str, Sequence[str]]
) -> Iterator[Diagnostic]:
    for article_id, article in merged.articles.items():
        mine = present.mine.get(article_id)
        if article is mine or mine == present.base.get(article_id):
            continue
        new: dict[str, list[int]] = {}
        for file, number, _ in sorted({*claimed(article, lines)} - {*(claimed(mine, lines) if mine else ())}):
            new.setdefault(file, []).append(number)
        for file, numbers in new.items():
            spans = ", ".join(
                f"{first} to {last}" if last > first else str(first)
                for first, last in line_ranges(numbers, lines[file])
            )
            yield Diagnostic(
                "note",
                "lines-recounted",
                f"lines {spans} of {file} are counted to it now, since their text is there.",
                str(article_path(folder, article_id)),
            )
