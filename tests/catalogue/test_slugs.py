"""Slugs: safe file names, unique ignoring case, independent of each other."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.slugs import MOST_BYTES, slugs
from generator.identifiers import fold

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize("name", ["算力", "东数西算", "5.5G", "MTB技术", "西尔维亚·厄尔", "IC&E"])
def test_a_safe_name_is_its_own_slug(name: str) -> None:
    assert slugs([name]) == {name: name}


@pytest.mark.parametrize(
    "name",
    ["AC/DC", "a\\b", "a:b", "*", "?", '"', "<b>", "a|b", "#1", "50%", "a,b", ".git", "尾.", "尾 ", "CON", "nul.txt",
     "index", "Index", "..", "a\x00b", "a\nb", "\u202eabc", "😀", "\u0301a", "字" * 100],
)  # fmt: skip
def test_an_unsafe_name_is_altered_and_carries_a_hash(name: str) -> None:
    slug = slugs([name])[name]
    assert slug != name
    assert re.search("-[0-9a-f]{8}$", slug)


@given(st.lists(NAMES, max_size=30))
def test_slugs_of_any_names_are_safe_and_unique_ignoring_case(names: list[str]) -> None:
    distinct = list({fold(name): name for name in names}.values())
    given_slugs = slugs(distinct)
    assert set(given_slugs) == set(distinct)
    assert len({slug.casefold() for slug in given_slugs.values()}) == len(distinct)
    for slug in given_slugs.values():
        assert slug
        assert len(slug.encode()) <= MOST_BYTES
        assert not re.search(r'[/\\:*?"<>|#%,\s]', slug)
        assert all(unicodedata.category(character)[0] not in "CZS" or character in "+" for character in slug)
        assert slug[0] not in ".-"
        assert slug[-1] not in ". "
        assert not RESERVED.fullmatch(slug)
        assert slug == unicodedata.normalize("NFKC", slug)


@given(st.lists(NAMES, min_size=1, max_size=10), st.randoms())
def test_slugs_do_not_depend_on_order_or_on_others(names: list[str], shuffle: object) -> None:
    distinct = list({fold(name): name for name in names}.values())
    together = slugs(distinct)
    assert slugs(reversed(distinct)) == together
    assert all(slugs([name])[name] == together[name] for name in distinct)


def test_names_whose_slugs_collide_keep_apart() -> None:
    altered = slugs(["a/b"])["a/b"]
    both = slugs(["a/b", altered])
    assert len({slug.casefold() for slug in both.values()}) == 2
