"""Archives made up for the tests: few forms that clash, few days, so that everything meets."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from generator.model import (
    TERM_KINDS,
    ArticleSummary,
    IssueRecord,
    IssueSummary,
    Terms,
    Vocabulary,
    VocabularyTerm,
)

FORMS = (
    "AI",
    "ai",
    "ＡＩ",
    "人工智能",
    "轮渡",
    "渡轮",
    "A/B",
    "A:B",
    "a b",
    "A  B",
    "5Ｇ",
    "5g",
    "曾某",
    "会议",
    " ",
)
VOCABULARIES = (
    Vocabulary(),
    Vocabulary(
        (
            VocabularyTerm("人工智能", aliases=("AI", "a/b"), broader=("科技",), related=("轮渡",)),
            VocabularyTerm("科技", narrower=("人工智能",), aliases=("5G",)),
            VocabularyTerm("轮渡", aliases=("渡轮",), related=("人工智能",)),
            VocabularyTerm("曾某", "people", aliases=("A:B",)),
        ),
        frozenset(["会议"]),
    ),
)
_EDITIONS = ("", "zao", "wan")


def article(issue_id: str, number: int, terms: Terms, **rest: object) -> ArticleSummary:
    """Return a summary with what the tests do not care about left plain."""
    plain: dict[str, object] = {
        "kind": "article",
        "title": "",
        "title_supplied": False,
        "kicker": "",
        "subtitle": "",
        "opening": "",
        "section": "",
        "authors": (),
        "attribution": "",
        "modified": None,
        "formerly": (),
        "status": "",
    }
    date = dt.date.fromisoformat(issue_id.partition("/")[2][:10])
    return ArticleSummary(id=f"{issue_id}/p01/{number:02d}", terms=terms, date=date, **(plain | rest))  # type: ignore[arg-type]


def summary(number: int, date: str = "2020-01-01", **fields: object) -> ArticleSummary:
    """Return the summary of an article; ``topics`` and the other kinds of terms go into its terms."""
    kinds = {kind: fields.pop(kind, ()) for kind in TERM_KINDS}
    return article(f"bao/{date}", number, Terms(**kinds), **fields)  # type: ignore[arg-type]  # tuples of names


def issue(issue_id: str, *articles: ArticleSummary) -> IssueSummary:
    """Return an issue of which nothing is known but its id and its articles."""
    publication, _, folder = issue_id.partition("/")
    return IssueSummary(IssueRecord(publication, dt.date.fromisoformat(folder[:10]), folder[11:]), articles)


@st.composite
def issues(draw: st.DrawFn) -> IssueSummary:
    """Issues of one to five pieces, some of them withdrawn, some of them notices."""
    record = IssueRecord(
        draw(st.sampled_from(("wanbao", "ribao"))),
        dt.date(2020, 1, 1) + dt.timedelta(days=draw(st.integers(0, 4))),
        draw(st.sampled_from(_EDITIONS)),
        number=draw(st.sampled_from(("", "第1期"))),
    )
    numbers = draw(st.lists(st.integers(1, 6), max_size=5, unique=True))
    return IssueSummary(record, tuple(draw(_pieces(record.id, number)) for number in numbers))


@st.composite
def _pieces(draw: st.DrawFn, issue_id: str, number: int) -> ArticleSummary:
    forms = st.lists(st.sampled_from(FORMS), max_size=3).map(tuple)
    few = st.lists(st.sampled_from(FORMS), max_size=1).map(tuple)
    terms = Terms(**{kind: draw(forms if kind == "topics" else few) for kind in TERM_KINDS})
    return article(
        issue_id,
        number,
        terms,
        kind=draw(st.sampled_from(("article", "article", "article", "notice"))),
        title=draw(st.sampled_from(("", "一", "二"))),
        section=draw(st.sampled_from(("", "要闻"))),
        status=draw(st.sampled_from(("", "", "", "withdrawn"))),
        imported=draw(st.sampled_from((None, dt.date(2021, 1, 1), dt.date(2021, 1, 2)))),
        modified=draw(st.sampled_from((None, dt.date(2022, 1, 1)))),
    )
