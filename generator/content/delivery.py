"""What import brings to an issue: its source files, and the stories that they gave, not yet numbered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.content.markdown import compose_body
from generator.model import Article, SourceRef, Story, Terms


@dataclass(frozen=True, slots=True)
class Draft:
    """A story ready to become an article file: its terms are found, its number is not given yet."""

    story: Story
    terms: Terms
    url: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """One source file of one issue, with the drafts that each page of it gave."""

    file: str
    """Path inside the issue's folder, such as ``source/page.txt``."""
    data: bytes
    encoding: str
    pages: Mapping[str, tuple[Draft, ...]]
    part_of: str = ""
    part_of_sha256: str = ""
    page_names: Mapping[str, str] = field(default_factory=dict)
    """What a page's own header calls it (版名), by label."""
    replaces: bool = False
    """Whether it stands in for whatever the issue had of its pages from other files."""
    revisable: frozenset[tuple[str, int]] = frozenset()
    """Source lines (file, number) of articles that its own may be revisions of."""


def draft_article(article_id: str, draft: Draft, file: str) -> Article:
    """Return the article that ``draft``, of the source ``file``, is as import has it."""
    story = draft.story
    return Article(
        id=article_id,
        kind=story.kind,
        title=story.title,
        title_supplied=story.title_supplied,
        kicker=story.kicker,
        subtitle=story.subtitle,
        lede=story.lede,
        section=story.section,
        authors=story.authors,
        attribution=story.attribution,
        continues_on=story.continues_on,
        continued_from=story.continued_from,
        terms=draft.terms,
        url=draft.url,
        source=SourceRef(file, story.lines, round(story.confidence, 2), tuple(map(str, story.doubts))),
        body=compose_body(story.paragraphs),
    )
