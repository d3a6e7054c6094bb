"""The three versions of an issue that a merge takes: what import last wrote, what is there now, what import makes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.anchoring import anchored, claimed
from generator.content.article_file import parse_article
from generator.content.delivery import ImportedSource, draft_article
from generator.content.files import read_text
from generator.content.linking import link
from generator.content.listing import IMPORTED, id_of_issue
from generator.content.numbering import SourceLine, lines_of, match_by_lines, match_by_text, match_revised
from generator.content.passages import passages_of
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.model import WITHDRAWN, Article

Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Present:
    """The articles of an issue as files: by id, parsed, and as they are written."""

    base: Articles
    mine: Articles
    base_texts: Mapping[str, str]
    mine_texts: Mapping[str, str]
    held: frozenset[str] = frozenset()
    """Ids in base of which there is no copy: all of such an article may be a person's."""


def read_present(folder: Path, lines: Mapping[str, Sequence[str]]) -> Present:
    """Return what import last wrote in the issue of ``folder``, and what is there now.

    Where the copy of what import wrote is lost, the article stands in for it; ``lines`` has those of the source
    files, and tells it from an article that a person began. Raises ``BackfileError`` with every file that cannot be
    read: where its text is could not be known, so a merge might double it or lose it.
    """
    problems: list[Diagnostic] = []
    issue_id = id_of_issue(folder)
    base_texts = _texts(folder / IMPORTED, ".txt", issue_id, problems)
    mine_texts = _texts(folder, ".md", issue_id, problems)
    base = _parsed(base_texts, {}, folder / IMPORTED, ".txt", problems)
    mine = _parsed(
        mine_texts, {base_texts[each]: article for each, article in base.items()}, folder, ".md", problems
    )
    raise_all(problems)
    known = {line for article in base.values() for line in claimed(article, lines)}
    held = {
        each: article
        for each, article in mine.items()
        if each not in base and (own := claimed(article, lines)) and known.isdisjoint(own)
    }
    return Present(base | held, mine, base_texts, mine_texts, frozenset(held))


def _texts(folder: Path, suffix: str, issue_id: str, problems: list[Diagnostic]) -> dict[str, str]:
    texts = {}
    for path in sorted(folder.glob(f"p*/[0-9]*{suffix}")):
        try:
            texts[f"{issue_id}/{path.parent.name}/{path.stem}"] = read_text(path)
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
    return texts


def _parsed(
    texts: Mapping[str, str],
    known: Mapping[str, Article],
    folder: Path,
    suffix: str,
    problems: list[Diagnostic],
) -> dict[str, Article]:
    articles = {}
    for article_id, text in texts.items():
        page, number = article_id.split("/")[-2:]
        path = folder / page / f"{number}{suffix}"
        try:
            article = known.get(text) or parse_article(text, str(path), article_id)
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
            continue
        # A copied file may still say the id of the one it was copied from; its place decides.
        articles[article_id] = (
            article if article.id == article_id else dataclasses.replace(article, id=article_id)
        )
    return articles


@dataclass(frozen=True, slots=True)
class Made:
    """What import makes of an issue, all its sources together."""

    theirs: Articles
    pages: Mapping[tuple[str, str], tuple[str, ...]]
    """The ids of the articles of each source file and page of this import, in the order of the drafts."""
    replaced: frozenset[SourceLine]
    """Lines of earlier deliveries that this one stands in for."""


def make_theirs(
    present: Present,
    sources: Sequence[ImportedSource],
    lines: Mapping[str, Sequence[str]],
    issue_id: str,
    fresh: Callable[[str], str],
) -> Made:
    """Return every article of an issue as import has it now, with the id of the story it is.

    What ``sources`` do not bring stays as import last wrote it. ``lines`` has the lines of all source files;
    ``fresh`` gives an id never used before on the page of an id.
    """
    theirs, pages, replaced = dict(present.base), {}, set[SourceLine]()
    begun = _begun_by_a_person(present, lines)
    for source in sources:
        for label, drafts in source.pages.items():
            page = f"{issue_id}/p{label}/"
            stories = [draft_article(f"{page}0", draft, source.file) for draft in drafts]
            known = {each: article for each, article in present.base.items() if each.startswith(page)}
            by_hand = {each: found for each, found in begun.items() if each.startswith(page)}
            given, covered = _recognise(stories, known, by_hand, source)
            for each in covered:
                theirs.pop(each, None)
                if not _is_of(known[each], source):
                    replaced |= _source_lines(known[each])
            ids = tuple(given.get(place) or fresh(page) for place in range(len(stories)))
            for article_id, story in zip(ids, stories, strict=True):
                before = present.base.get(article_id)
                theirs[article_id] = dataclasses.replace(
                    story, id=article_id, formerly=before.formerly if before else ()
                )
            pages[source.file, label] = ids
    return Made(theirs, pages, frozenset(replaced))


def _recognise(
    stories: Sequence[Article],
    known: Articles,
    by_hand: Mapping[str, set[SourceLine]],
    source: ImportedSource,
) -> tuple[dict[int, str], set[str]]:
    """Return which of ``stories``, by place, is which article, and the ids of those that ``source`` stands in for.

    ``known`` are the articles of the page as import last wrote them, ``by_hand`` the source lines of those that a
    person began there.
    """
    of_file = {each: _source_lines(article) for each, article in known.items() if _is_of(article, source)}
    given = match_by_lines([_source_lines(story) for story in stories], {**of_file, **by_hand})
    others = {each: article for each, article in known.items() if each not in of_file}
    left = [place for place in range(len(stories)) if place not in given]
    covered = set(of_file)
    if source.replaces:
        found = match_by_text([stories[place] for place in left], others)
        covered |= others.keys()
    else:
        urls = {story.url for story in stories if story.url}
        others = {e: a for e, a in others.items() if a.url in urls or _source_lines(a) & source.revisable}
        found = match_revised([stories[place] for place in left], others) if others else {}
        covered |= set(found.values())
    return given | {left[place]: article_id for place, article_id in found.items()}, covered


def _is_of(article: Article, source: ImportedSource) -> bool:
    return article.source is not None and article.source.file == source.file


def _source_lines(article: Article) -> set[SourceLine]:
    return lines_of(article.source.file, article.source.lines) if article.source else set()


def _begun_by_a_person(present: Present, lines: Mapping[str, Sequence[str]]) -> dict[str, set[SourceLine]]:
    """Return for each file that a person began the source lines whose text they put into it."""
    new = {e: a for e, a in present.mine.items() if e not in present.base and a.status != WITHDRAWN}
    if not new:
        return {}
    changed = [article for each, article in present.base.items() if present.mine.get(each) != article]
    corrected = [article for each, article in present.mine.items() if present.base.get(each) != article]
    before = [p for article in changed for p in anchored(article, lines)]
    after = [p for article in corrected for p in passages_of(article)]
    begun: dict[str, set[SourceLine]] = {each: set() for each in new}
    for one, two in link(before, after).found:
        if after[two].article in begun:
            begun[after[two].article] |= {(file, number) for file, number, _ in before[one].lines}
    return begun
