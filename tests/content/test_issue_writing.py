"""issue.toml of a new issue says what its record says, and stays as it is when it is written again."""

from __future__ import annotations

import datetime as dt
import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.issue_writing import format_issue_record
from generator.model import IssueRecord, PageRecord, SourceFile

_texts = st.one_of(
    st.text(max_size=8), st.sampled_from(["", "报头", '"', "\\", "a\nb", "“要闻”（二）", "\x7f"])
)
_days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
_pages = st.builds(PageRecord, st.text("0123456789AB", min_size=1, max_size=3), _texts, st.integers(0, 99))
_sources = st.builds(
    SourceFile,
    file=st.text("source/页ab-.'\"", min_size=1, max_size=12),
    sha256=st.just("0af1"),
    pages=st.lists(st.sampled_from(["01", "A02", "3"]), max_size=3).map(tuple),
    imported=_days,
    encoding=st.sampled_from(["utf-8", "gb18030"]),
    part_of=_texts,
    part_of_sha256=st.just("ffff"),
    superseded=st.sampled_from([(), ((1, 1),), ((2, 5), (7, 7))]),
)
_records = st.builds(
    IssueRecord,
    publication=st.just("wanbao"),
    date=_days,
    edition=_texts,
    date_basis=_texts,
    number=_texts,
    pages=st.lists(_pages, min_size=1, max_size=3, unique_by=lambda page: page.label).map(tuple),
    sources=st.lists(_sources, min_size=1, max_size=3, unique_by=lambda source: source.file).map(tuple),
)


@settings(max_examples=200)
@given(_records)
def test_a_new_issue_is_written_as_one_written_again(record: IssueRecord) -> None:
    text = format_issue_record(record)
    assert format_issue_record(record, text) == text
    said = tomllib.loads(text)
    assert (said["date"], said.get("date_basis", "")) == (record.date, record.date_basis)
    assert [page["last_number"] for page in said["pages"]] == [page.last_number for page in record.pages]
    assert [source["part_of"] for source in said["sources"] if "part_of" in source] == [
        source.part_of for source in record.sources if source.part_of
    ]
