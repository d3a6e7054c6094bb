"""Whatever people do to a page, and however import reads it next: nothing is lost, doubled or written twice."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.claims import check_claims
from generator.content.article_file import format_article
from generator.content.passages import letters
from generator.content.reading import read_issue
from generator.content.source_lines import read_source_lines, without_superseded
from generator.model import Article
from tests.content.corrections import Page, articles, blocks, bring, folder, with_blocks, write

PAGE = Page(7)
partings = st.lists(st.integers(0, 3), min_size=PAGE.size, max_size=PAGE.size).map(
    lambda groups: [[number for number in range(PAGE.size) if groups[number] == group] for group in range(4)]
)
numbers = st.integers(0, 20)
operations = st.lists(
    st.tuples(
        st.sampled_from(("words", "retitle", "move", "split", "merge", "delete", "field")),
        numbers,
        numbers,
        numbers,
    ),
    max_size=5,
)


def correct(
    content: Path, what: str, marks: list[str], gone: list[str], one: int, two: int, three: int
) -> None:
    """Do what a person does: files, paragraphs and headlines are taken by place, modulo how many there are."""
    there = articles(content)
    if not there:
        return
    names = sorted(there)
    name, other = names[one % len(names)], names[two % len(names)]
    article, texts = there[name], blocks(there[name])
    mark = f"改{len(marks)}改"
    at = three % len(texts) if texts else 0
    if what == "words" and texts:
        crosshead = "## " if texts[at].startswith("## ") else ""
        texts[at] = f"{crosshead}{mark}{texts[at].removeprefix('## ')}"
        write(content, name, with_blocks(article, texts))
        marks.append(mark)
    elif what == "retitle":
        write(content, name, dataclasses.replace(article, title=article.title + mark, title_supplied=False))
        marks.append(mark)
    elif what == "field":
        write(content, name, dataclasses.replace(article, rights=article.rights + mark))
        marks.append(mark)
    elif what == "move" and texts and other != name:
        write(content, other, with_blocks(there[other], [*blocks(there[other]), texts.pop(at)]))
        write(content, name, with_blocks(article, texts))
    elif what == "split" and len(texts) > 1:
        new = f"{max(map(int, names)) + 10:02d}"
        begun = f"---\ntitle: {mark}\n---\n\n" + "\n\n".join(texts[at:]) + "\n"
        (folder(content) / "p01" / f"{new}.md").write_text(begun)
        write(content, name, with_blocks(article, texts[:at]))
        marks.append(mark)
    elif what == "merge" and other != name:
        title = [f"## {article.title}"] if article.title else []
        write(content, other, with_blocks(there[other], [*blocks(there[other]), *title, *texts]))
        kept = article.rights
        if kept:
            write(
                content,
                other,
                dataclasses.replace(articles(content)[other], rights=kept + there[other].rights),
            )
        (folder(content) / "p01" / f"{name}.md").unlink()
    elif what == "delete":
        gone.append(spoken(article))
        marks[:] = [each for each in marks if each not in format_article(article)]
        (folder(content) / "p01" / f"{name}.md").unlink()


def spoken(article: Article) -> str:
    title = "" if article.title_supplied else article.title
    return letters("\n".join((article.kicker, title, article.subtitle, *article.lede))) + "".join(
        letters(text) for text in (*blocks(article), article.attribution)
    )


@settings(max_examples=40)
@given(partings, operations, partings, st.frozensets(st.integers(1, PAGE.size - 1), max_size=3))
def test_every_correction_outlives_every_reading(
    before: list[list[int]],
    done: list[tuple[str, int, int, int]],
    after: list[list[int]],
    joined: frozenset[int],
) -> None:
    # Forcing each file to the disk is what most of the time would go into.
    with tempfile.TemporaryDirectory() as scratch, mock.patch("os.fsync"):
        content = Path(scratch)
        bring(content, PAGE, PAGE.stories(before))
        base = {number: format_article(article) for number, article in articles(content).items()}
        marks, gone = list[str](), list[str]()
        for what, *choice in done:
            correct(content, what, marks, gone, *choice)
        mine = {number: format_article(article) for number, article in articles(content).items()}
        first, second = PAGE.stories(before), PAGE.stories(after, joined)
        for stories, ahead in ((first, 0), (second, 0), (first, 2)):
            planned = bring(content, PAGE, stories, ahead=ahead)
            final = articles(content)
            written = "\n".join(format_article(article) for article in final.values())
            assert [mark for mark in marks if mark not in written] == []
            texts = "\n".join(spoken(article) for article in final.values())
            counts = {line: texts.count(line) for line in PAGE.lines() if line}
            assert {
                line: count for line, count in counts.items() if count != 1 and line not in "".join(gone)
            } == {}
            assert max(counts.values()) == 1
            issue = read_issue(folder(content))
            lines = without_superseded(read_source_lines(folder(content), issue.record), issue.record)
            assert list(check_claims(folder(content), issue, lines)) == []
            again = bring(content, PAGE, stories, ahead=ahead, store=False)
            assert (dict(again.writes), again.removals) == ({}, ())
            if base == mine:
                theirs = {article.number: format_article(article) for article in planned.pages[0].articles}
                assert {number: format_article(article) for number, article in final.items()} == theirs
