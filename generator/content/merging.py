"""Three versions of an issue -> one: what import last wrote, what is there now, and what import makes now.

The rules are in docs/correcting-an-issue.md. In short: a person's words and places stay; whatever no person
touched is as the program has it now; every source line goes with its text.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.content.anchoring import anchored, claimed
from generator.content.claims import Versions, heirs_of, settle_claims, with_lines
from generator.content.composing import compose, fields_of, merge_fields, settle_alone
from generator.content.passages import LineKey, passages_of
from generator.content.setting_aside import find_lost, set_aside
from generator.content.settling import Settled, settle_units
from generator.content.units import Unit, form_units
from generator.model import WITHDRAWN, Article, SourceRef

Articles = Mapping[str, Article]
SourceTexts = Mapping[str, Sequence[str]]
"""The lines of each source file."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that a person and the program have both changed; the person's stays."""

    article: str
    kept: str
    """The person's text; empty where they took it out. For a field its name."""
    refused: str
    """What the program would have; empty for a field."""
    place: str
    """The article that the program would have it in."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The articles after a merge, and what a person should know of it."""

    articles: Articles
    theirs: Articles
    """What import makes, with the ids that lead to its articles now: what is base the next time."""
    disagreements: tuple[Disagreement, ...]


def merge(
    versions: Versions, lines: SourceTexts, fresh: Callable[[str], str], held: Collection[str] = ()
) -> Merged:
    """Return what becomes of the articles of an issue.

    ``lines`` has the lines of the source files; ``fresh`` gives an id, never used before, on the page of an id.
    ``held`` are ids that stay as the person has them, since what import wrote there is not known.
    """
    base, mine, theirs = versions.base, versions.mine, versions.theirs
    still = {each for each, article in mine.items() if base.get(each) == article == theirs.get(each)}
    changed = Versions(*({e: a for e, a in side.items() if e not in still} for side in (base, mine, theirs)))
    led = frozenset(each for side in (base, mine) for article in side.values() for each in article.formerly)
    merged = _all_new(changed, lines) or _merge_changed(changed, lines, fresh, held, led)
    return dataclasses.replace(
        merged,
        articles={each: mine[each] for each in mine if each in still} | dict(merged.articles),
        theirs=dict(theirs) | dict(merged.theirs),
    )


def _all_new(versions: Versions, lines: SourceTexts) -> Merged | None:
    """Return ``versions`` merged where there is nothing to merge them with, as in a new issue; else None.

    What the merge of units comes to then, without the search for texts: each article stays as import makes it, with
    the lines that it claims, unless two claim the same.
    """
    if versions.base or versions.mine:
        return None
    claims = [line for article in versions.theirs.values() for line in claimed(article, lines)]
    if len(set(claims)) < len(claims):
        return None
    articles = {each: settle_alone(article) for each, article in versions.theirs.items()}
    return Merged(articles, versions.theirs, ())


def _merge_changed(
    versions: Versions,
    lines: SourceTexts,
    fresh: Callable[[str], str],
    held: Collection[str],
    led: Collection[str],
) -> Merged:
    """Merge what is not the same in all ``versions``; ``led`` are ids that lead somewhere already."""
    base, mine, theirs = dict(versions.base), dict(versions.mine), dict(versions.theirs)
    removed = frozenset(base.keys() - mine.keys())
    corrected = _corrected(versions)
    units = form_units(
        [passage for article in base.values() for passage in anchored(article, lines)],
        [passage for article in mine.values() for passage in passages_of(article)],
        [passage for article in theirs.values() for passage in anchored(article, lines)],
    )
    shut = removed | {each for each, article in mine.items() if article.status == WITHDRAWN}
    settled = settle_units(units, shut, held, corrected)
    fields, differing = _fields(versions)
    full = {piece.article for each in settled for piece in each.pieces}
    kept = {
        each: article
        for each, article in fields.items()
        if each not in removed and (each in full or not _emptied(each, versions, corrected))
    }
    articles = compose(kept, units, settled)
    placed, lost = settle_claims(units, settled, versions, articles, lines)
    own = [article for each, article in mine.items() if each not in base]
    articles, aside = set_aside(articles, find_lost(lost, units, settled, versions, lines), own, fresh)
    placed |= aside
    articles = _with_source_lines(articles, versions, placed, lines)
    heirs = heirs_of(units, settled)
    # Also a story that the program makes now, all of which a person has elsewhere: the next import has it as base.
    gone = [
        [side[each] for side in (base, theirs) if each in side]
        for each in (theirs | base)
        if each not in articles and each not in led
    ]
    articles, new = _redirected(articles, theirs, gone, placed, heirs, lines)
    return Merged(articles, new, (*_of_passages(units, settled), *differing))


def _corrected(versions: Versions) -> dict[str, bool]:
    """Tell of the articles that still have text, by id, whether a person has changed a field of theirs."""
    base, mine = versions.base, versions.mine
    return {
        each: fields_of(mine[each]) != fields_of(base[each])
        for each in base.keys() & mine.keys()
        if passages_of(mine[each])
    }


def _with_source_lines(
    articles: Mapping[str, Article], versions: Versions, placed: Mapping[LineKey, str], lines: SourceTexts
) -> dict[str, Article]:
    """Return ``articles`` with the lines that were ``placed`` in them, and those that a person alone has named."""
    owned = defaultdict(set)
    for line, owner in placed.items():
        owned[owner].add(line)
    found: dict[str, Article] = {}
    for each, article in articles.items():
        mine = versions.mine.get(each)
        other = {line for line in claimed(mine, lines) if line not in placed} if mine else set()
        alike = [side[each] for side in (versions.theirs, versions.mine) if each in side]
        found[each] = with_lines(article, owned[each] | other, alike, lines)
    return found


def _fields(versions: Versions) -> tuple[dict[str, Article], list[Disagreement]]:
    base, mine, theirs = versions.base, versions.mine, versions.theirs
    fields, differing = {}, []
    for each in dict.fromkeys([*theirs, *mine]):
        if each not in mine or each not in theirs:
            fields[each] = mine.get(each) or theirs[each]
            continue
        article, names = merge_fields(base.get(each), mine[each], theirs[each])
        fields[each] = dataclasses.replace(article, source=_judged(base.get(each), mine[each], theirs[each]))
        differing += [Disagreement(each, name, "", each) for name in names]
    return fields, differing


def _judged(base: Article | None, mine: Article, theirs: Article) -> SourceRef | None:
    """Return the source of the person's article with the confidence and doubts of the program, unless corrected."""
    before = base.source if base else None
    if mine.source is None or theirs.source is None:
        return theirs.source
    if before and (before.confidence, before.doubts) != (mine.source.confidence, mine.source.doubts):
        return mine.source
    return dataclasses.replace(mine.source, confidence=theirs.source.confidence, doubts=theirs.source.doubts)


def _emptied(each: str, versions: Versions, corrected: Mapping[str, bool]) -> bool:
    """Tell whether an article without a passage left is to go: the program's doing, and nothing of a person's."""
    base, mine, theirs = versions.base, versions.mine, versions.theirs
    if each not in mine:
        return bool(passages_of(theirs[each]))
    if each not in base or corrected.get(each):
        return False
    return bool(passages_of(mine[each])) or (each not in theirs and mine[each] == base[each])


def _redirected(
    articles: dict[str, Article],
    theirs: Articles,
    gone: Sequence[Sequence[Article]],
    placed: Mapping[LineKey, str],
    heirs: Mapping[str, str],
    lines: SourceTexts,
) -> tuple[dict[str, Article], dict[str, Article]]:
    """Let the ids of articles that are ``gone`` lead to those that hold their text, or their lines, now.

    Each of these is given as base and theirs have it.
    """
    new = dict(theirs)
    for readings in gone:
        article = readings[0]
        owned = [line for each in readings for line in claimed(each, lines)]
        owners = Counter(placed[line] for line in owned if line in placed)
        holders = [heirs.get(article.id, ""), *(each for each, _ in owners.most_common())]
        heir = next((each for each in holders if each in articles), None)
        if heir:
            earlier = (*article.formerly, article.id)
            articles[heir] = _leading(articles[heir], earlier)
            if heir in new:
                new[heir] = _leading(new[heir], earlier)
    return articles, new


def _leading(article: Article, earlier: Sequence[str]) -> Article:
    new = tuple(each for each in earlier if each not in article.formerly)
    return dataclasses.replace(article, formerly=(*article.formerly, *new)) if new else article


def _of_passages(units: Sequence[Unit], settled: Sequence[Settled]) -> list[Disagreement]:
    found = []
    for unit, each in zip(units, settled, strict=True):
        if each.refused:
            mine = [passage for _, passage in unit.mine]
            where = (mine or list(unit.base) or list(each.refused))[0].article
            texts = ["\n\n".join(passage.text for passage in side) for side in (mine, each.refused)]
            found.append(Disagreement(where, texts[0], texts[1], each.refused[0].article))
    return found
