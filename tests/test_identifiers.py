"""Labels, slugs, dates and ids are taken in one form only."""

from __future__ import annotations

import pytest

from generator.errors import BackfileError
from generator.identifiers import (
    following_label,
    is_article_id,
    iso_date,
    label_key,
    page_label,
    printed_label,
    publication_slug,
)


@pytest.mark.parametrize(
    ("text", "label"), [("1", "01"), ("a3", "A03"), ("A03b", "A03B"), ("012", "12"), ("100", "100")]
)
def test_page_labels(text: str, label: str) -> None:
    assert page_label(text) == label
    assert is_article_id(f"wanbao/2022-09-20/p{label}/01")


@pytest.mark.parametrize("text", ["", "第三版", "../1", "1 2", "-1", "１", "99999"])
def test_what_is_no_page_label(text: str) -> None:
    with pytest.raises(BackfileError):
        page_label(text)


def test_labels_follow_one_another() -> None:
    assert [following_label(label) for label in ("01", "09", "A03", "A03B")] == ["02", "10", "A04", "A04B"]
    with pytest.raises(BackfileError):
        following_label("9999")


def test_pages_are_in_the_order_of_the_newspaper() -> None:
    assert sorted(["B01", "10", "A02", "02", "A01"], key=label_key) == ["02", "10", "A01", "A02", "B01"]


@pytest.mark.parametrize("text", ["Topics", "topics", "a/b", "..", "con", "é", "", "x" * 64])
def test_what_cannot_name_a_publication(text: str) -> None:
    with pytest.raises(BackfileError):
        publication_slug(text)


@pytest.mark.parametrize("text", ["20220920", "2022-W38-2", "2022-9-20", "2022-02-30", "２０２２-09-20"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        iso_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "wanbao/2022-09-20/p01/1",
        "wanbao/2022-13-20/p01/01",
        "wanbao/2022-09-20/01/01",
        "../2022-09-20/p01/01",
        "x",
    ],
)
def test_what_is_no_id(text: str) -> None:
    assert not is_article_id(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("三", "03"),
        ("十", "10"),
        ("二十一", "21"),
        ("A-3", "A03"),
        ("12", "12"),
        ("零", "00"),
        ("甲", ""),
        ("ı1", ""),
        ("", ""),
    ],
)
def test_a_printed_page_number_is_a_label_or_nothing(text: str, label: str) -> None:
    assert printed_label(text) == label
