"""A page of a few stories, ways of taking it apart, and what people do to the files that come out."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

from generator.content.article_file import format_article, parse_article
from generator.content.delivery import Draft, ImportedSource
from generator.content.store import StoredIssue, plan_issue, store_issue
from generator.model import Article, IssueRecord, Paragraph, Story, Terms

ISSUE = IssueRecord("wanbao", dt.date(2022, 9, 20), date_basis="报头")
WIDTH = 12
"""Characters of a source line."""


def _text(seed: int, length: int) -> str:
    signs = random.Random(seed)
    return "".join(chr(signs.randrange(0x4E00, 0x9FA5)) for _ in range(length))


def passage(number: int, rows: int = 3) -> list[str]:
    """Return the source lines of paragraph ``number``: no two lines of a page are alike."""
    text = _text(number, rows * WIDTH - 4)
    return [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]


@dataclasses.dataclass(frozen=True)
class Page:
    """Paragraphs one below the other, each with a headline above it that a parting may use or not."""

    size: int

    def lines(self) -> list[str]:
        """Return the text of the page as lines."""
        found: list[str] = []
        for number in range(self.size):
            found += [_text(1000 + number, 8), *passage(number), ""]
        return found

    def stories(self, parting: Sequence[Sequence[int]], joined: frozenset[int] = frozenset()) -> list[Story]:
        """Return a story for each group of ``parting``: its first headline is the title, the others crossheads.

        Paragraphs in ``joined`` are read as one with the paragraph before them.
        """
        return [self._story(sorted(group), joined) for group in parting if group]

    def _story(self, group: Sequence[int], joined: frozenset[int]) -> Story:
        lines, paragraphs = [], list[Paragraph]()
        for number in group:
            first = number * 5 + 1
            lines.append((first, first + 3))
            text = "".join(passage(number))
            if number != group[0] and number in joined:
                paragraphs[-1] = Paragraph(paragraphs[-1].text + self.lines()[first - 1] + text)
                continue
            if number != group[0]:
                paragraphs.append(Paragraph(self.lines()[first - 1], crosshead=True))
            paragraphs.append(Paragraph(text))
        return Story("article", tuple(lines), tuple(paragraphs), title=self.lines()[group[0] * 5])


def bring(
    content: Path, page: Page, stories: Sequence[Story], *, ahead: int = 0, store: bool = True
) -> StoredIssue:
    """Import the page as these stories; with lines ``ahead`` of it, as another file that replaces the first."""
    drafts = tuple(Draft(_lower(each, ahead), Terms(topics=(each.title,))) for each in stories)
    data = "\n".join([""] * ahead + page.lines()).encode()
    file = f"source/page-{ahead}.txt" if ahead else "source/page.txt"
    source = ImportedSource(file, data, "utf-8", {"01": drafts}, replaces=ahead > 0)
    planned = plan_issue(content, ISSUE, (source,), dt.date(2024, 5, 1))
    if store:
        assert store_issue(planned) == ()
    return planned


def _lower(story: Story, ahead: int) -> Story:
    return dataclasses.replace(
        story, lines=tuple((first + ahead, last + ahead) for first, last in story.lines)
    )


def folder(content: Path) -> Path:
    return content / "wanbao" / "2022-09-20"


def articles(content: Path) -> dict[str, Article]:
    """Return the articles of page 01 by number."""
    found = {}
    for path in sorted((folder(content) / "p01").glob("*.md")):
        found[path.stem] = parse_article(path.read_text(), path.name, f"wanbao/2022-09-20/p01/{path.stem}")
    return found


def write(content: Path, number: str, article: Article) -> None:
    """Write an article's file anew, as an editor would."""
    article = dataclasses.replace(article, id=f"wanbao/2022-09-20/p01/{number}")
    (folder(content) / "p01" / f"{number}.md").write_text(format_article(article))


def blocks(article: Article) -> list[str]:
    return article.body.split("\n\n") if article.body else []


def with_blocks(article: Article, texts: Sequence[str]) -> Article:
    return dataclasses.replace(article, body="\n\n".join(texts))
