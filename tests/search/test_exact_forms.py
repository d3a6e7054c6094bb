"""What is written as it was typed comes first: in case, width and form of characters, and unbroken by marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.search.searching import Ask, article, asking, make_site, opened, urls

pytestmark = pytest.mark.browser

# Each name says how the article has it. Where forms are to be told apart, there are more than two of each, for of
# one or two rows of a part the texts are compared, and of more the index alone is asked.
ARTICLES = [
    *(article(f"traditional-{i}", f"他回到臺灣探親，第{i}次。") for i in range(3)),
    *(article(f"simplified-{i}", f"他回到台湾探亲，第{i}次。", title="台湾来信") for i in range(3)),
    article("both", "他说台湾，也写臺灣。"),
    *(article(f"capital-{i}", f"MTB技术第{i}年。") for i in range(3)),
    *(article(f"small-{i}", f"mtb技术第{i}年。", title="mtb") for i in range(3)),
    article("wide", "ＭＴＢ技术。"),
    *(article(f"plain-{i}", f"东数西算工程开工，第{i}处。") for i in range(3)),
    *(article(f"quoted-{i}", f"“东数西算”工程开工，第{i}处。", title="“东数西算”工程") for i in range(3)),
    article("broken", "计算、“力”量与算、“力”。", title="算、“力”"),
    article("whole", "各地建设算力。"),
    article("capital-and-small", "mtb与MTB。"),
    article("rare-traditional", "來自龍門的信。"),
    article("rare-simplified", "来自龙门的信。", title="龙门"),
]


@pytest.fixture(scope="module")
def ask(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]
) -> Iterator[Ask]:
    """Search the articles above."""
    url = serve(make_site(tmp_path_factory.mktemp("forms"), ARTICLES), "/")
    page = opened(browser, url)
    yield asking(page, url)
    page.close()


def kinds(found: list[str]) -> list[str]:
    """The names without their numbers, each once, in order."""
    return list(dict.fromkeys(name.rstrip("-0123456789") for name in found))


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("臺灣", {"both", "traditional"}, "simplified"),
        ("台湾", {"both", "simplified"}, "traditional"),
        ("MTB", {"capital", "capital-and-small"}, "small"),
        ("mtb", {"small", "capital-and-small"}, "wide"),
        ("ＭＴＢ", {"wide"}, "small"),
        ("龍門", {"rare-traditional"}, "rare-simplified"),
        ("龙门", {"rare-simplified"}, "rare-traditional"),
        ("龙", {"rare-simplified"}, "rare-traditional"),
        ("龍", {"rare-traditional"}, "rare-simplified"),
        ("东数西算工程", {"plain"}, "quoted"),
        ("“东数西算”工程", {"quoted"}, "plain"),
        ("算力", {"whole"}, "broken"),
    ],
)
def test_as_typed_comes_first(ask: Ask, query: str, first: set[str], last: str) -> None:
    found = kinds(urls(ask(query)))
    assert set(found[: len(first)]) == first
    assert last in found[len(first) :]


def test_a_form_that_is_typed_finds_all_forms(ask: Ask) -> None:
    assert set(urls(ask("臺灣"))) == set(urls(ask("台湾"))) == set(urls(ask("台灣")))
    assert set(urls(ask("mtb"))) == set(urls(ask("ＭＴＢ")))


def test_by_date_the_form_does_not_matter(ask: Ask) -> None:
    dates = [hit["date"] for hit in ask("臺灣", sort="newest")["hits"]]
    assert dates == sorted(dates, reverse=True)
