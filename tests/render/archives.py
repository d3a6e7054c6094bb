"""Small archives of our own writing, for the tests of rendering."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from generator.archive import summarise
from generator.catalogue import Catalogue
from generator.model import (
    Archive,
    Article,
    Issue,
    IssueRecord,
    IssueSummary,
    PageRecord,
    Publication,
    Settings,
    SourceRef,
    Terms,
    Vocabulary,
)
from generator.render import OutputFile, Renderer, plain_paragraphs, render_archive, render_issue
from generator.topics import find_offices

LAYOUTS = Path(__file__).parents[2] / "layouts"

LEAD = Article(
    id="haibin-ribao/2019-05-04/p01/01",
    kind="article",
    title="新港迎来首班轮渡",
    kicker="跨湾交通再添一线",
    subtitle="往返两岸只需四十分钟",
    lede=("昨日清晨，新港码头汽笛长鸣。", "首班轮渡载客二百余人。"),
    body="## 一票难求\n\n“等了三年。”乘客林先生说，票价为5.5元。\n\n船长介绍，A&B线将于6月加开<夜航>。",
    section="城事",
    authors=("林海", "周洋"),
    attribution="本报记者 林海 周洋",
    terms=Terms(topics=("轮渡", "公共交通"), people=("林先生",), places=("新港",)),
    source=SourceRef("source/page.txt", ((1, 1), (3, 5)), 0.9),
)
SECOND = Article(
    id="haibin-ribao/2019-05-04/p01/02",
    kind="article",
    title="图书馆延长开放",
    body="市图书馆本月起开放至晚上十点。",
    attribution="综合",
    terms=Terms(topics=("图书馆",)),
)
NOTICE = Article(
    id="haibin-ribao/2019-05-04/p01/03",
    kind="notice",
    title="遗失声明",
    title_supplied=True,
    body="遗失湾口杂货店执照，声明作废。",
)
FURNITURE = Article(
    id="haibin-ribao/2019-05-04/p01/04", kind="furniture", title="报头", title_supplied=True, body="责编 王五"
)
THIRD = Article(
    id="haibin-ribao/2019-05-04/p02/01",
    kind="article",
    title="校园足球赛收官",
    body="决赛昨日举行。",
    terms=Terms(topics=("轮渡",)),
)
SOURCES = {"source/page.txt": ("跨湾交通再添一线", "", "新港迎来首班轮渡", "昨日清晨", "汽笛<长鸣>")}


def issue_of(
    date: dt.date, *articles: Article, publication: str = "haibin-ribao", edition: str = ""
) -> Issue:
    """An issue with the pages that its articles are on; the first is named 要闻."""
    labels = dict.fromkeys(article.page_label for article in articles)
    pages = tuple(PageRecord(label, "要闻" if n == 0 else "") for n, label in enumerate(labels))
    record = IssueRecord(publication, date, edition, date_basis="报头所印日期", number="812", pages=pages)
    return Issue(record, articles)


MAIN = issue_of(dt.date(2019, 5, 4), LEAD, SECOND, NOTICE, FURNITURE, THIRD)


def short_issue(date: dt.date, publication: str = "haibin-ribao", edition: str = "") -> Issue:
    """An issue of one short article."""
    folder = f"{date}-{edition}" if edition else f"{date}"
    article = Article(f"{publication}/{folder}/p01/01", "article", f"{date}的消息", "正文。")
    return issue_of(date, article, publication=publication, edition=edition)


def summarize(issue: Issue) -> IssueSummary:
    """What other pages know of ``issue``."""
    return summarise(issue, plain_paragraphs, find_offices)


SETTINGS = Settings(
    title="海滨旧报",
    description="一城旧报，按日可查。",
    publications={"haibin-ribao": Publication("haibin-ribao", "海滨日报")},
)


def archive_of(
    *issues: Issue, settings: Settings = SETTINGS, vocabulary: Vocabulary | None = None
) -> Archive:
    """What is known across ``issues``."""
    catalogue = Catalogue.open(None, settings, vocabulary or Vocabulary(), program="tests")
    catalogue.update(map(summarize, issues), ())
    return catalogue


def with_base_url(settings: Settings = SETTINGS) -> Settings:
    """The same settings for a site whose address is known."""
    return replace(settings, base_url="https://archive.example/old/")


def build(*issues: Issue, settings: Settings = SETTINGS, layouts: tuple[Path, ...] = ()) -> dict[str, bytes]:
    """The whole site of ``issues`` by path; no path twice."""
    renderer = Renderer([*layouts, LAYOUTS], archive_of(*issues, settings=settings))
    files: list[OutputFile] = []
    for issue in issues:
        files += render_issue(issue, SOURCES, renderer)
        summaries = renderer.lookup.archive.summary(issue.record.id).articles
        # What the build copies from content/.
        files += [OutputFile(f"{a.id}.md", b"---\n") for a in summaries if renderer.lookup.is_indexed(a)]
    files += render_archive(renderer)
    site = {file.path: file.data for file in files}
    assert len(site) == len(files)
    return site
