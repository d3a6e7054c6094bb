"""A page of a source -> drafts of its articles: the work that import does on all cores."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from generator.content.delivery import Draft
from generator.model import SourcePage, Vocabulary
from generator.segmentation import take_apart
from generator.sources.json_lines import ArticleRecord
from generator.topics import find_terms


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The articles of one page, from a JSON Lines file, each with its line in the issue's own file."""

    file: str
    label: str
    records: tuple[tuple[int, ArticleRecord], ...]


SLICE = 200
"""Articles that a process drafts at a time."""


def slice_page(page: SourcePage | RecordPage) -> tuple[SourcePage | RecordPage, ...]:
    """Return ``page`` in parts that can be drafted apart; page text, which is one decision, whole."""
    if isinstance(page, SourcePage):
        return (page,)
    return tuple(
        dataclasses.replace(page, records=page.records[start : start + SLICE])
        for start in range(0, len(page.records), SLICE)
    )


def draft_page(page: SourcePage | RecordPage, vocabulary: Vocabulary) -> tuple[Draft, ...]:
    """Return the drafts of ``page``: its stories and their terms.

    Whatever goes wrong is a mistake of ours; the exception says on which page.
    """
    try:
        return _text_drafts(page, vocabulary) if isinstance(page, SourcePage) else _drafts(page, vocabulary)
    except Exception as bug:
        bug.add_note(f"on page {page.label} of {page.file}")
        raise


def _text_drafts(page: SourcePage, vocabulary: Vocabulary) -> tuple[Draft, ...]:
    stories = take_apart(page).stories
    terms = find_terms(stories, vocabulary)
    return tuple(Draft(story, found) for story, found in zip(stories, terms, strict=True))


def _drafts(page: RecordPage, vocabulary: Vocabulary) -> tuple[Draft, ...]:
    """Return the drafts of records; a record's own topics stand in for those found in its text."""
    stories = [dataclasses.replace(record.story, lines=((line, line),)) for line, record in page.records]
    terms = find_terms(stories, vocabulary)
    return tuple(
        Draft(
            story,
            dataclasses.replace(found, topics=record.topics) if record.topics else found,
            record.url,
        )
        for story, found, (_, record) in zip(stories, terms, page.records, strict=True)
    )
