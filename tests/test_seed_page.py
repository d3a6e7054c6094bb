"""The golden page: committed exactly as import writes it, and whole."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.content.reading import read_issue
from generator.errors import ExitCode
from tests.conftest import CONTENT, SEED_ISSUE, Run

DATE_BASIS = "电头“9月19日电”为前一日，文中年份为2022年"


@pytest.fixture
def imported(run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The issue as import writes it now, on the day that the committed one was imported."""
    day = read_issue(SEED_ISSUE).record.sources[0].imported
    monkeypatch.setenv(
        "SOURCE_DATE_EPOCH", str(int(dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()))
    )
    Path("content").mkdir()
    shutil.copy(CONTENT / "topics.toml", "content/topics.toml")
    status, _, err = run(
        "import", str(SEED_ISSUE / "source/page.txt"), "--publication", "tmt-kuaibao",
        "--date", "2022-09-20", "--date-basis", DATE_BASIS, "--page", "01",
    )  # fmt: skip
    assert (status, err) == (ExitCode.DONE, "")
    return Path("content/tmt-kuaibao/2022-09-20")


def test_the_committed_issue_is_what_import_writes(imported: Path) -> None:
    written = {path.relative_to(imported) for path in imported.rglob("*") if path.is_file()}
    committed = {path.relative_to(SEED_ISSUE) for path in SEED_ISSUE.rglob("*") if path.is_file()}
    assert written == committed
    for name in sorted(written):
        assert (imported / name).read_bytes() == (SEED_ISSUE / name).read_bytes(), name


def test_what_the_page_holds() -> None:
    articles = read_issue(SEED_ISSUE).articles
    # Two lines of equal size are title and subtitle, or kicker and title: the page itself does not tell.
    headlines = [f"{a.kicker}{a.title}{a.subtitle}" for a in articles if a.kind == "article"]
    assert headlines == [
        "核心产业规模达1.5万亿元 关联产业规模超8万亿元算力成激活数据要素潜能新引擎",
        "我国人工智能迈向“多专多能”“紫东太初”大模型实现“以图生音”和“以音生图”",
        "华为正推进5.5G技术涵盖固定和无线领域",
        "电池结构再迎创新宁德时代推MTB技术",
        "哈工大研究人员首创微波直接驱动机器人",
    ]
    assert articles[0].title == "算力成激活数据要素潜能新引擎"
    attributions = [a.attribution for a in articles if a.kind == "article"]
    assert attributions == ["据新华社北京9月19日电", "据《科技日报》", "综合", "据科创板日报", "综合"]
    assert [len(a.lede) for a in articles if a.kind == "article"] == [2, 2, 0, 0, 0]
    assert [a.kind for a in articles if a.kind != "article"] == ["notice", "notice", "furniture"]
    assert all(a.section == "TMT快报" for a in articles if a.kind == "article")


def test_the_topics_a_librarian_would_look_for() -> None:
    terms = [article.terms for article in read_issue(SEED_ISSUE).articles]
    wanted = [{"算力", "东数西算"}, {"紫东太初", "多模态"}, {"5.5G"}, {"MTB"}]
    for number, names in enumerate(wanted):
        topics = terms[number].topics
        assert all(any(name in topic for topic in topics) for name in names), topics
    assert {"张云明", "李洁", "余晓晖"} <= set(terms[0].people)
    assert "王金桥" in terms[1].people
    assert "宁德时代" in terms[3].organisations
