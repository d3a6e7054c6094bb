"""Jumps of a planned issue linked: also with pages that came in earlier imports."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.content.delivery import ImportedSource
from generator.content.files import read_text
from generator.content.jumps import JumpKey, set_jump
from generator.content.listing import IMPORTED, article_path
from generator.content.store import StoredIssue
from generator.errors import Diagnostic
from generator.jumps import Half, Link, link_halves
from generator.model import WITHDRAWN, Article, Jump

Sources = tuple[ImportedSource, ...]


def link_jumps(
    sources: Sources, plan: Callable[[Sources], StoredIssue], warnings: list[Diagnostic]
) -> StoredIssue:
    """Return the plan of an issue's ``sources`` with the halves of its stories linked both ways.

    An article of an earlier import gets its link too, as long as nobody has set one by hand. What a person deleted
    or withdrew is no half of anything. A jump whose other half is not found goes to ``warnings``.
    """
    planned = plan(sources)
    articles = {each: article for each, article in planned.articles.items() if article.status != WITHDRAWN}
    if not any(article.continues_on or article.continued_from for article in articles.values()):
        return planned
    incoming = {article.id for page in planned.pages for article in page.articles}
    present = {each: article for each, article in articles.items() if each not in incoming}
    links = _settled(articles)
    taken = {("on", link.first) for link in links} | {("from", link.second) for link in links}
    halves = [_half(article, taken) for article in articles.values() if article.kind == "article"]
    jumps = _jumps((*links, *link_halves(halves)), articles)
    planned = plan(_with_jumps(sources, planned, jumps))
    warnings.extend(_unlinked(articles, jumps, planned))
    edits = dict(_edits(planned, present, jumps))
    seen = {name: (planned.folder / name).read_bytes() for name in edits if name.endswith(".md")}
    return dataclasses.replace(planned, writes={**planned.writes, **edits}, seen={**planned.seen, **seen})


Jumps = Mapping[tuple[str, JumpKey], Jump]


def _settled(articles: Mapping[str, Article]) -> tuple[Link, ...]:
    """Return the links that articles have already: from earlier imports, or set by hand."""
    links = {}
    for article in articles.values():
        onward, back = article.continues_on, article.continued_from
        if onward and onward.article in articles:
            links[article.id, onward.article] = Link(article.id, onward.article, onward.confidence)
        if back and back.article in articles:
            links[back.article, article.id] = Link(back.article, article.id, back.confidence)
    return tuple(links.values())


def _half(article: Article, taken: set[tuple[str, str]]) -> Half:
    onward, back = article.continues_on, article.continued_from
    return Half(
        id=article.id,
        page=article.page_label,
        headline=" ".join((article.kicker, article.title, article.subtitle, onward.stated if onward else "")),
        text="\n".join((*article.lede, article.body)),
        continues_on=onward,
        continued_from=back,
        goes_on=("on", article.id) in taken,
        comes_from=("from", article.id) in taken,
    )


def _jumps(links: Sequence[Link], articles: Mapping[str, Article]) -> Jumps:
    jumps: dict[tuple[str, JumpKey], Jump] = {}
    for link in links:
        first, second = articles[link.first], articles[link.second]
        jumps[first.id, "continues_on"] = dataclasses.replace(
            first.continues_on or Jump(),
            page=second.page_label,
            article=second.id,
            confidence=link.confidence,
        )
        jumps[second.id, "continued_from"] = dataclasses.replace(
            second.continued_from or Jump(),
            page=first.page_label,
            article=first.id,
            confidence=link.confidence,
        )
    return jumps


def _with_jumps(sources: Sources, planned: StoredIssue, jumps: Jumps) -> Sources:
    """Return ``sources`` with the jumps in their drafts, which ``planned`` has the ids of."""
    pages = {(page.file, page.label): page.articles for page in planned.pages}
    return tuple(
        dataclasses.replace(
            source,
            pages={
                label: tuple(
                    dataclasses.replace(
                        draft,
                        story=dataclasses.replace(
                            draft.story,
                            continues_on=jumps.get((made.id, "continues_on"), draft.story.continues_on),
                            continued_from=jumps.get((made.id, "continued_from"), draft.story.continued_from),
                        ),
                    )
                    for draft, made in zip(drafts, pages[source.file, label], strict=True)
                )
                for label, drafts in source.pages.items()
            },
        )
        for source in sources
    )


def _edits(planned: StoredIssue, present: Mapping[str, Article], jumps: Jumps) -> Iterator[tuple[str, bytes]]:
    """Yield the files of earlier imports that get a link, and import's own copies of them."""
    folder, texts = planned.folder, dict[str, str]()
    for (article_id, key), jump in jumps.items():
        article = present.get(article_id)
        if article is None:
            continue
        known: Jump | None = getattr(article, key)
        if known and known.article == jump.article:
            continue
        file = article_path(folder, article_id).relative_to(folder).as_posix()
        for name in (file, f"{IMPORTED}/{file.removesuffix('.md')}.txt"):
            path = folder / name
            if path.is_file() and name not in planned.removals:
                merged = planned.writes[name].decode() if name in planned.writes else ""
                texts[name] = set_jump(texts.get(name) or merged or read_text(path), key, jump, str(path))
    for name, text in texts.items():
        yield name, text.encode()


def _unlinked(articles: Mapping[str, Article], jumps: Jumps, planned: StoredIssue) -> Iterator[Diagnostic]:
    labels = {page.label for page in planned.record.pages}
    for article in articles.values():
        keys: tuple[JumpKey, ...] = ("continues_on", "continued_from")
        for key in keys:
            jump: Jump | None = getattr(article, key)
            if jump is None or (article.id, key) in jumps:
                continue
            there = not jump.page or jump.page in labels
            yield Diagnostic(
                "warning",
                "jump-open",
                f"{jump.stated}: the other half of the story was not found"
                + ("." if there else f"; the issue has no page {jump.page} yet."),
                str(article_path(planned.folder, article.id)),
                0,
                f"Write its id as {key} into the article." if there else "Import that page.",
            )
