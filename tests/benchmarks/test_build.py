"""The archive that builds are measured with is one that import could have left, and pages are counted alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.build.archive import store_articles, write_archive, write_delivery
from benchmarks.build.articles import Corpus
from benchmarks.build.counting import count_pages
from benchmarks.build.growth import exponent, per_article
from generator.check import check_archive
from generator.content.reading import issue_folders
from generator.model import Terms

TOLD = [{"title": f"第{n}号渡船开航", "paragraphs": ["## 两岸", f"第{n}号渡船今日开航。"]} for n in range(7)]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Seven articles, the first two on ferries."""
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(f"{json.dumps(each)}\n" for each in TOLD), encoding="utf-8")
    terms = [[["渡船"], [], [], []] if n < 2 else [[], [], [], []] for n in range(7)]
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/terms.json").write_text(json.dumps(terms), encoding="utf-8")
    return Corpus(source, tmp_path / "kept")


def test_archive_is_whole(corpus: Corpus, tmp_path: Path) -> None:
    """More articles than there are: each is a file of its own, with its line of the delivery."""
    delivery, content = tmp_path / "articles-65.jsonl", tmp_path / "content"
    write_delivery(corpus, 65, delivery)
    write_archive(corpus, 65, delivery, content, jobs=1)
    store_articles(corpus.next_issue(), content=content, delivery="next.jsonl", sha256="0" * 64)
    report = check_archive(content, tmp_path / "site")
    assert not report.findings
    assert (report.counts["issues"], report.counts["articles"]) == (4, 95)
    assert len(delivery.read_text(encoding="utf-8").splitlines()) == 65
    assert len(issue_folders(content, [])) == 4


def test_terms_are_kept(corpus: Corpus) -> None:
    """What was found once is taken; a term of one article has no page."""
    first = next(corpus.issues(7))[0]
    assert first.terms == Terms(topics=("渡船",))
    assert corpus.terms_with_pages(7)["topics"] == {"渡船"}
    assert not corpus.terms_with_pages(1)["topics"]


@pytest.mark.parametrize("ending", [".html", "/index.html"])
def test_pages_are_counted_by_their_addresses(tmp_path: Path, ending: str) -> None:
    """Programs that write ``x.html`` and such that write ``x/index.html`` have as many pages."""
    for place in (
        "daily/2026-08-22/p01/01",
        "daily/2026-08-22/p01",
        "daily/2026-08-22",
        "topics/渡船",
        "topics",
    ):
        path = tmp_path / f"{place}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "sitemap.xml").touch()
    counts = count_pages(tmp_path)
    assert counts == {
        "article": 1, "newspaper page": 1, "issue": 1, "term": 1, "list of terms": 1, "other file": 1,
    }  # fmt: skip


def test_growth() -> None:
    """Four times the time for twice the articles is growth by the square; a line says what one more costs."""
    assert exponent({100: 1.0, 200: 4.0, 400: 16.0}) == pytest.approx(2)
    assert per_article({100: 2.0, 200: 3.0}) == pytest.approx(0.01)
    assert exponent({100: 1.0}) is None
