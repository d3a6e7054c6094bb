"""Three versions of an issue -> one: what import last wrote (base), what is there now (mine), what import makes (theirs).

The rules are in docs/correcting-an-issue.md. In short: a person's words and places stay; whatever no person touched is
as the program has it now; every source line goes with its text.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.content.anchoring import anchor, claimed, line_text
from generator.content.claims import heirs_of, settle_claims, with_lines
from generator.content.composing import compose, fields_of, merge_fields
from generator.content.markdown import escape_markdown
from generator.content.passages import LineKey, Passage, letters, passages_of, recast
from generator.content.settling import Settled, settle_units
from generator.content.units import Unit, form_units
from generator.model import Article, SourceRef

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
    base: Articles,
    mine: Articles,
    theirs: Articles,
    lines: SourceTexts,
    fresh: Callable[[str], str],
    held: Collection[str] = (),
) -> Merged:
    """Return what becomes of the articles of an issue.

    ``lines`` has the lines of the source files; ``fresh`` gives an id, never used before, on the page of an id.
    ``held`` are ids that stay as the person has them, since what import wrote there is not known.
    """
    ids = dict.fromkeys([*theirs, *mine, *base])
    still = {each for each in ids if base.get(each) == mine.get(each) == theirs.get(each)}
    ours = [{each: version[each] for each in ids if each in version and each not in still} for version in (base, mine, theirs)]
    active = _merge_changed(*ours, lines, fresh, held)
    unchanged = {each: mine[each] for each in ids if each in still}
    return dataclasses.replace(
        active, articles={**unchanged, **active.articles}, theirs={**dict(theirs), **active.theirs}
    )


def _merge_changed(
    base: Articles, mine: Articles, theirs: Articles, lines: SourceTexts, fresh: Callable[[str], str], held: Collection[str]
) -> Merged:
    removed = frozenset(base.keys() - mine.keys())
    corrected = {
        each: fields_of(mine[each]) != fields_of(base[each])
        for each in base.keys() & mine.keys()
        if passages_of(mine[each])
    }
    units = form_units(
        [passage for article in base.values() for passage in _anchored(article, lines)],
        [passage for article in mine.values() for passage in passages_of(article)],
        [passage for article in theirs.values() for passage in _anchored(article, lines)],
    )
    settled = settle_units(units, removed, held, corrected)
    fields, differing = _fields(base, mine, theirs)
    full = {piece.article for each in settled for piece in each.pieces}
    kept = {
        each: article
        for each, article in fields.items()
        if each not in removed and (each in full or not _emptied(each, base, mine, theirs, corrected))
    }
    articles = compose(kept, units, settled)
    placed, lost = settle_claims(units, settled, base, mine, theirs, articles, lines)
    articles, placed = _set_aside(articles, placed, lost, (units, settled), (base, mine, theirs), lines, fresh)
    owned = defaultdict(set)
    for line, owner in placed.items():
        owned[owner].add(line)
    for each, article in articles.items():
        other = {line for line in claimed(mine[each], lines) if line not in placed} if each in mine else set()
        alike = [version[each] for version in (theirs, mine) if each in version]
        articles[each] = with_lines(article, owned[each] | other, alike, lines)
    articles, new = _redirected(articles, base, theirs, placed, heirs_of(units, settled), lines)
    disagreements = (*_of_passages(units, settled), *differing)
    return Merged(articles, new, tuple(each for each in disagreements if each.article))


def _anchored(article: Article, lines: SourceTexts) -> tuple[Passage, ...]:
    return anchor(passages_of(article), claimed(article, lines), lines)


def _fields(
    base: Articles, mine: Articles, theirs: Articles
) -> tuple[dict[str, Article], list[Disagreement]]:
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


def _emptied(each: str, base: Articles, mine: Articles, theirs: Articles, corrected: Mapping[str, bool]) -> bool:
    """Tell whether an article without a passage left is to go: the program's doing, and nothing of a person's."""
    if each not in mine:
        return bool(passages_of(theirs[each]))
    if each not in base or corrected.get(each):
        return False
    return bool(passages_of(mine[each])) or (each not in theirs and mine[each] == base[each])


def _set_aside(
    articles: dict[str, Article],
    placed: Mapping[LineKey, str],
    lost: Mapping[LineKey, str],
    merged: tuple[Sequence[Unit], Sequence[Settled]],
    versions: tuple[Articles, Articles, Articles],
    lines: SourceTexts,
    fresh: Callable[[str], str],
) -> tuple[dict[str, Article], dict[LineKey, str]]:
    """Give the lines that no article has, since a person took their text away, to a withdrawn piece of their page."""
    base, mine, theirs = versions
    pages = defaultdict(list)
    for line, origin in lost.items():
        pages[origin.rpartition("/")[0]].append(line)
    owners = dict(placed)
    for page, gone in pages.items():
        record = next(
            (
                each
                for each, article in mine.items()
                if each in articles and each.rpartition("/")[0] == page and each not in base
                and (article.kind, article.status) == ("unplaced", "withdrawn")
            ),
            None,
        )  # fmt: skip
        texts = _lost_texts(gone, lost, *merged, theirs if any(lost[line] in theirs for line in gone) else base, lines)
        if record is None:
            record = fresh(f"{page}/0")
            title = letters(texts[0])[:12] if texts else ""
            articles[record] = Article(
                record, "unplaced", f"{title}……", "", title_supplied=True, status="withdrawn"
            )
        body = [articles[record].body, *(text for text in texts if text not in articles[record].body)]
        articles[record] = dataclasses.replace(articles[record], body="\n\n".join(filter(None, body)))
        owners.update(dict.fromkeys(gone, record))
    return articles, owners


def _lost_texts(
    gone: Sequence[LineKey],
    lost: Mapping[LineKey, str],
    units: Sequence[Unit],
    settled: Sequence[Settled],
    versions: Articles,
    lines: SourceTexts,
) -> list[str]:
    """Return the texts of lost lines, as Markdown: the passages they made, or else the lines themselves."""
    homes = {
        line: passage
        for unit, each in zip(units, settled, strict=True)
        if not each.pieces
        for passage in (*(passage for _, passage in unit.theirs), *unit.base)
        for line in passage.lines
    }
    texts = []
    for line in gone:
        if line in homes:
            texts.append(recast(homes[line].text, homes[line].role, "body"))
        elif any(passage.lines for passage in _anchored(versions[lost[line]], lines)) or not line_text(line, lines):
            texts.append(escape_markdown(lines[line[0]][line[1] - 1]))
        else:  # a line of JSON Lines is no text to read; its article is
            texts += [recast(each.text, each.role, "body") for each in passages_of(versions[lost[line]])]
    return list(dict.fromkeys(texts))


def _redirected(
    articles: dict[str, Article],
    base: Articles,
    theirs: Articles,
    placed: Mapping[LineKey, str],
    heirs: Mapping[str, str],
    lines: SourceTexts,
) -> tuple[dict[str, Article], dict[str, Article]]:
    """Let the ids of articles that are gone lead to those that hold their text, or their lines, now.

    Said once: an id that a person takes out of ``formerly`` again stays out.
    """
    new = dict(theirs)
    for gone, article in base.items():
        if gone in articles:
            continue
        heir = heirs.get(gone, "")
        if heir not in articles:
            owners = Counter(placed[line] for line in claimed(article, lines) if line in placed)
            heir = next((each for each, _ in owners.most_common()), "")
        if heir not in articles or gone in (theirs[heir].formerly if heir in theirs else ()):
            continue
        earlier = tuple(each for each in (*article.formerly, gone) if each not in articles[heir].formerly)
        articles[heir] = _leading(articles[heir], earlier)
        if heir in new:
            new[heir] = _leading(new[heir], earlier)
    return articles, new


def _leading(article: Article, earlier: Sequence[str]) -> Article:
    return dataclasses.replace(article, formerly=(*article.formerly, *earlier)) if earlier else article


def _of_passages(units: Sequence[Unit], settled: Sequence[Settled]) -> list[Disagreement]:
    found = []
    for unit, each in zip(units, settled, strict=True):
        if each.refused:
            mine = [passage for _, passage in unit.mine]
            where = (mine or list(unit.base) or list(each.refused))[0].article
            texts = ["\n\n".join(passage.text for passage in side) for side in (mine, each.refused)]
            found.append(Disagreement(where, *texts, each.refused[0].article))
    return found
