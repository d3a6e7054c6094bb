"""A build that makes again what has changed gives what a build from nothing gives, whatever has changed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import BuildReport, build_site
from generator.render import notice_pages, term_pages, year_lists
from tests.pipeline.edits import EditedArchive


def build(
    folder: Path, site: str, cache: str, *, search: bool = False, precompress: bool = False
) -> BuildReport:
    """Build the archive in ``folder``."""
    layouts = built_in_layouts()
    return build_site(
        BuildRequest(
            folder / "content",
            (layouts,),
            folder / site,
            folder / cache,
            search=search,
            precompress=precompress,
        )
    )


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of ``site``."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def assert_same(warm: dict[str, bytes], cold: dict[str, bytes], what: str) -> None:
    """Say which files differ, rather than all of their bytes."""
    assert set(warm) == set(cold), f"after {what}"
    assert [path for path in cold if warm[path] != cold[path]] == [], f"after {what}"


@pytest.mark.parametrize("seed", range(4))
def test_random_edits(tmp_path: Path, seed: int) -> None:
    archive = EditedArchive(tmp_path, Random(seed))
    archive.begin()
    assert build(tmp_path, "site", "cache").whole
    for step in range(9):
        done = "; ".join(archive.edit() for _ in range(archive.random.choice((1, 1, 2, 5))))
        build(tmp_path, "site", "cache")
        build(tmp_path, f"cold-{step}", f"cold-cache-{step}")
        assert_same(files_of(tmp_path / "site"), files_of(tmp_path / f"cold-{step}"), done)


@pytest.mark.parametrize("seed", range(2))
def test_terms_that_need_pages_of_their_years(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (year_lists, term_pages, notice_pages):
        monkeypatch.setattr(module, "ON_ONE_PAGE", 2)
    archive = EditedArchive(tmp_path, Random(f"years {seed}"))
    archive.begin()
    made = build(tmp_path, "site", "cache").units
    assert any(name.startswith("term-year") for name in made)
    for step in range(8):
        done = "; ".join(archive.edit() for _ in range(archive.random.choice((1, 1, 2))))
        build(tmp_path, "site", "cache")
        build(tmp_path, f"cold-{step}", f"cold-cache-{step}")
        assert_same(files_of(tmp_path / "site"), files_of(tmp_path / f"cold-{step}"), done)


def test_search_and_compressed_copies_too(tmp_path: Path) -> None:
    archive = EditedArchive(tmp_path, Random("search"))
    archive.begin()
    build(tmp_path, "site", "cache", search=True, precompress=True)
    for step in range(3):
        done = "; ".join(archive.edit() for _ in range(2))
        build(tmp_path, "site", "cache", search=True, precompress=True)
        build(tmp_path, f"cold-{step}", f"cold-cache-{step}", search=True, precompress=True)
        assert_same(files_of(tmp_path / "site"), files_of(tmp_path / f"cold-{step}"), done)


def test_nothing_is_made_again_where_nothing_changed(tmp_path: Path) -> None:
    archive = EditedArchive(tmp_path, Random(1))
    archive.begin()
    build(tmp_path, "site", "cache")
    before = files_of(tmp_path / "site")
    report = build(tmp_path, "site", "cache")
    assert (report.whole, report.units) == (False, frozenset())
    archive.touch()
    assert build(tmp_path, "site", "cache").units == frozenset()
    assert files_of(tmp_path / "site") == before


def test_a_word_corrected_in_a_body_makes_the_articles_of_its_issue_again_and_nothing_else(
    tmp_path: Path,
) -> None:
    archive = EditedArchive(tmp_path, Random(2))
    archive.begin()
    build(tmp_path, "site", "cache")
    path = next(tmp_path.glob("content/*/*/p01/01.md"))
    path.write_text(path.read_text(encoding="utf-8") + "\n文末补一句。\n", encoding="utf-8")
    report = build(tmp_path, "site", "cache")
    issue = "/".join(path.parts[-4:-2])
    assert report.units == {f"articles\t{issue}"}


@pytest.mark.parametrize("what", ["template", "settings", "site", "cache"])
def test_what_every_page_is_made_with_makes_all_of_them_again(tmp_path: Path, what: str) -> None:
    archive = EditedArchive(tmp_path, Random(3))
    archive.begin()
    own = tmp_path / "layouts"
    own.mkdir()
    request = BuildRequest(
        archive.content, (own, built_in_layouts()), tmp_path / "site", tmp_path / "cache", search=False
    )
    build_site(request)
    if what == "template":
        text = (built_in_layouts() / "base.html").read_text(encoding="utf-8")
        (own / "base.html").write_text(text.replace("<body>", '<body class="own">'), encoding="utf-8")
    elif what == "settings":
        settings = archive.content / "archive.toml"
        settings.write_text(settings.read_text("utf-8").replace("滨城旧报", "新名"), encoding="utf-8")
    elif what == "site":
        (tmp_path / "site").rename(tmp_path / "elsewhere")
    else:
        (tmp_path / "cache/catalogue.sqlite").write_bytes(b"no database")
    report = build_site(request)
    assert report.whole
    assert not build_site(request).whole


def test_a_new_issue_makes_its_neighbour_its_terms_its_dates_and_the_indexes_again(tmp_path: Path) -> None:
    archive = EditedArchive(tmp_path, Random(4))
    archive.begin()
    build(tmp_path, "site", "cache")
    before = max(name for name in archive.issues if name.startswith("ribao/"))
    new = "ribao/1999-01-01"
    folder = tmp_path / "content" / new / "p01"
    folder.mkdir(parents=True)
    (folder.parent / "issue.toml").write_text(
        'date = 1999-01-01\n[[pages]]\nlabel = "01"\n', encoding="utf-8"
    )
    (folder / "01.md").write_text(
        f"---\nid: {new}/p01/01\nkind: article\ntitle: 新年首航\ntopics: [轮渡]\n---\n\n准时开出。\n",
        encoding="utf-8",
    )
    made: dict[str, set[str]] = {}
    for name in build(tmp_path, "site", "cache").units:
        family, _, rest = name.partition("\t")
        made.setdefault(family, set()).add(rest)
    assert made.pop("frame") == {new, before}
    assert new in made.pop("articles")  # and those whose related articles are others now, anywhere
    assert made.pop("term") == {"topics\t轮渡"}
    month = before.partition("/")[2][:7]
    assert (
        made.pop("month")
        == made.pop("manifest-month") | {f"ribao\t{month}"}
        == {f"ribao\t{month}", "ribao\t1999-01"}
    )
    assert made.pop("year") == {f"ribao\t{month[:4]}", "ribao\t1999"}
    assert made.pop("sitemap-month") == {"ribao\t1999-01"}
    assert made.pop("day") == {"1\t1"}
    assert made.pop("feed") == {"", "ribao"}
    # What is over all of the archive, and nothing that is of other days, people or places.
    over_all = {
        "home",
        "publication",
        "days",
        "archive-year",
        "index",
        "manifest",
        "sitemap",
        "sitemap-terms",
    }
    assert set(made) <= over_all
    assert made["publication"] == {"ribao"}
    assert made["index"] == {"topics"}


def test_a_notice_gets_the_link_to_a_term_that_an_article_elsewhere_brings(tmp_path: Path) -> None:
    archive = EditedArchive(tmp_path, Random(5))
    archive.begin()

    def write(issue: str, number: int, kind: str, topic: str) -> None:
        path = tmp_path / f"content/{issue}/p01/{number:02d}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        date = issue.partition("/")[2]
        path.parent.with_name("issue.toml").write_text(
            f'date = {date}\n[[pages]]\nlabel = "01"\n', encoding="utf-8"
        )
        path.write_text(
            f"---\nid: {issue}/p01/{number:02d}\nkind: {kind}\ntitle: 统计公报\ntopics: [{topic}]\n---\n\n文。\n",
            encoding="utf-8",
        )

    write("ribao/2001-02-03", 1, "notice", "ＣＰＩ")
    write("ribao/2001-02-03", 2, "notice", "cpi")
    build(tmp_path, "site", "cache")
    write("wanbao/2002-01-01", 1, "article", "ＣＰＩ")
    write("wanbao/2002-01-01", 2, "article", "ＣＰＩ")
    build(tmp_path, "site", "cache")
    build(tmp_path, "cold", "cold-cache")
    assert "topics/CPI.html" in (tmp_path / "site/ribao/2001-02-03/p01/01.html").read_text(encoding="utf-8")
    assert_same(files_of(tmp_path / "site"), files_of(tmp_path / "cold"), "an article with the term")
