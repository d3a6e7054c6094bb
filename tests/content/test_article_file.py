"""An article file read back is the article that was written; a wrong value is named with file, line and key."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.article_file import format_article, parse_article
from generator.errors import BackfileError
from generator.model import Article, Jump, SourceRef, Terms

# Text as import hands it over: stripped, without control characters, surrogates and noncharacters.
_char = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff\u2028\u2029")
texts = st.text(_char, max_size=30).map(str.strip)
full_texts = texts.filter(bool)
lists = st.lists(full_texts, max_size=4).map(tuple)
ranges = st.lists(st.integers(1, 500), min_size=2, max_size=8, unique=True).map(
    lambda ends: tuple(zip(sorted(ends)[0::2], sorted(ends)[1::2], strict=False))
)
bodies = st.lists(full_texts, max_size=4).map("\n\n".join)
shares = st.sampled_from([0.0, 0.31, 0.97, 1.0])
jumps = (
    st.none()
    | st.builds(Jump, st.just("A03"), texts, st.just(""))
    | st.builds(Jump, st.sampled_from(["", "03"]), texts, st.just("wanbao/2022-09-20-b/p03/01"), shares)
)
articles = st.builds(
    Article,
    id=st.just("wanbao/2022-09-20-b/pA03/07"),
    kind=st.sampled_from(["article", "notice", "furniture", "unplaced"]),
    title=texts,
    body=bodies,
    title_supplied=st.booleans(),
    kicker=texts,
    subtitle=texts,
    lede=lists,
    section=texts,
    authors=lists,
    attribution=texts,
    continues_on=jumps,
    continued_from=jumps,
    terms=st.builds(Terms, lists, lists, lists, lists),
    source=st.none() | st.builds(SourceRef, st.just("source/page 1.txt"), ranges, shares, lists),
    order=st.none() | st.integers(0, 99),
    formerly=st.lists(st.just("wanbao/2022-09-19/p01/01"), max_size=1).map(tuple),
    modified=st.none() | st.dates(dt.date(1800, 1, 1), dt.date(2100, 1, 1)),
    rights=texts,
    url=st.sampled_from(["", "https://example.org/a?b=c"]),
    status=st.sampled_from(["", "withdrawn"]),
    extra=st.dictionaries(st.sampled_from(["reader", "Zeitung", "备注"]), full_texts, max_size=2),
)


@given(articles)
def test_what_is_written_is_read_again(article: Article) -> None:
    assert parse_article(format_article(article), "01.md") == article


@given(articles)
def test_windows_line_ends_change_nothing(article: Article) -> None:
    text = format_article(article).replace("\n", "\r\n")
    assert parse_article(text, "01.md") == article


def test_the_form_of_the_file() -> None:
    article = Article(
        id="wanbao/2022-09-20/p01/01",
        kind="article",
        title="新桥通车",
        kicker="历时三年",
        lede=("两岸往来只要五分钟。",),
        body="## 工期\n\n大桥昨日通车。",
        attribution="本报讯",
        terms=Terms(topics=("大桥", "通车"), places=("北京",)),
        source=SourceRef("source/page.txt", ((1, 2), (5, 9)), 0.97),
    )
    assert format_article(article) == (
        "---\n"
        "id: wanbao/2022-09-20/p01/01\n"
        "kind: article\n"
        "title: 新桥通车\n"
        "kicker: 历时三年\n"
        "subtitle: null\n"
        "lede:\n"
        "- 两岸往来只要五分钟。\n"
        "authors: []\n"
        "attribution: 本报讯\n"
        "topics: [大桥, 通车]\n"
        "people: []\n"
        "organisations: []\n"
        "places: [北京]\n"
        "source:\n"
        "  file: source/page.txt\n"
        "  lines: [[1, 2], [5, 9]]\n"
        "  confidence: 0.97\n"
        "---\n"
        "\n"
        "## 工期\n"
        "\n"
        "大桥昨日通车。\n"
    )


HEAD = "id: wanbao/2022-09-20/p01/01\nkind: article\ntitle: 新桥\n"


def test_the_other_half_of_a_story_may_be_named_by_its_id_alone() -> None:
    article = parse_article(f"---\n{HEAD}continues_on: wanbao/2022-09-20/p03/02\n---\n", "01.md")
    assert article.continues_on == Jump(article="wanbao/2022-09-20/p03/02")


@pytest.mark.parametrize("value", ["page 3", "[p03]", "{page: third}", "{article: p03/01}"])
def test_a_jump_of_another_form_is_refused(value: str) -> None:
    with pytest.raises(BackfileError, match=r"01\.md:5: error: continues_on"):
        parse_article(f"---\n{HEAD}continues_on: {value}\n---\n", "01.md")


def test_scalars_are_text() -> None:
    text = f"---\n{HEAD}section: 007\nattribution: 1996-01-01\ntopics: [yes, 1.0, null]\nkicker: ~\n---\n"
    with pytest.raises(BackfileError, match="topics must be a list of texts"):
        parse_article(text, "01.md")
    article = parse_article(text.replace(", null", ""), "01.md")
    assert (article.section, article.attribution, article.kicker) == ("007", "1996-01-01", "")
    assert article.terms.topics == ("yes", "1.0")


@pytest.mark.parametrize(
    ("front_matter", "line", "message"),
    [
        (HEAD + "order: soon\n", 5, "order must be a whole number; it is 'soon'"),
        (HEAD + "topics: 大桥\n", 5, "topics must be a list of texts; it is '大桥'"),
        (HEAD + "modified: 2022-13-01\n", 5, "modified must be a date"),
        (
            HEAD + "url: javascript:alert(1)\n",
            5,
            "url must be an address that begins with http:// or https://",
        ),
        (HEAD + "title_supplied: perhaps\n", 5, "title_supplied must be true or false"),
        (HEAD + "formerly: [../x]\n", 5, "formerly must be an id"),
        (HEAD + "status: gone\n", 5, "status must be one of withdrawn"),
        (
            HEAD + "source:\n  file: ../../etc/passwd\n  lines: [[1, 2]]\n",
            6,
            "source.file must be the name of a file",
        ),
        (
            HEAD + "source:\n  file: source/a.txt\n  lines: [[2, 1]]\n",
            7,
            "source.lines must be ranges of lines",
        ),
        (
            HEAD + "source:\n  file: source/a.txt\n  lines: [[1, x]]\n",
            7,
            "source.lines must be pairs of line numbers",
        ),
        (
            HEAD + "source:\n  file: source/a.txt\n  confidence: 1.5\n",
            7,
            "source.confidence must be a number",
        ),
        (HEAD + "title: 旧桥\n", 5, "the key 'title' a second time"),
        (HEAD.replace("article", "story"), 3, "kind must be one of article, notice, furniture, unplaced"),
        (HEAD.replace("p01/01", "01"), 2, "id must be an id such as"),
        ("kind: article\n", 1, "id is missing."),
        (HEAD + "kicker: [unclosed\n", 6, "cannot be read as YAML"),
        (HEAD + "kicker: &a x\nsubtitle: *a\n", 5, "an anchor used by an alias"),
        (
            HEAD + "kicker: !!python/object/apply:os.getcwd []\n",
            5,
            "found the tag tag:yaml.org,2002:python/object/apply:os.getcwd",
        ),
        (HEAD + "order: !!int 5\n", 5, "found the tag tag:yaml.org,2002:int"),
        (HEAD + "kicker: " + "[" * 200_000 + "\n", 5, "nested too deeply"),
        (HEAD + "kicker: " + "[" * 60 + "]" * 60 + "\n", 5, "nested too deeply"),
        ("- a\n- b\n", 1, "not a list of keys and values"),
        (HEAD + "? [a, b]\n: c\n", 5, "a key that is not text"),
    ],
)
def test_wrong_front_matter_is_named_with_its_line(front_matter: str, line: int, message: str) -> None:
    with pytest.raises(BackfileError) as refused:
        parse_article(f"---\n{front_matter}---\n\n正文\n", "p01/01.md")
    (diagnostic,) = refused.value.diagnostics
    assert message in diagnostic.message
    assert (diagnostic.file, diagnostic.line) == ("p01/01.md", line)
    assert diagnostic.remedy


def test_all_wrong_values_are_reported_together() -> None:
    with pytest.raises(BackfileError) as refused:
        parse_article(f"---\n{HEAD}order: x\nmodified: y\n---\n", "01.md")
    assert [diagnostic.line for diagnostic in refused.value.diagnostics] == [5, 6]


@pytest.mark.parametrize("text", ["", "正文\n", "--- id: x", "---\nid: x\n正文\n"])
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(BackfileError, match="front matter"):
        parse_article(text, "01.md")
