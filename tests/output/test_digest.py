"""The digest of a site is one of its files, not of how they came there."""

from __future__ import annotations

import hashlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import SiteDigest

_FILES = st.dictionaries(
    st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1),
    st.binary().map(lambda data: hashlib.sha256(data).hexdigest()),
)


def digest_of(files: dict[str, str]) -> SiteDigest:
    digest = SiteDigest()
    for path, each in files.items():
        digest = digest.add(path, each)
    return digest


@given(_FILES, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(files: dict[str, str], random: Random) -> None:
    drawn = list(files.items())
    random.shuffle(drawn)
    assert digest_of(dict(drawn)) == digest_of(files)


@given(_FILES, _FILES)
def test_a_file_that_was_removed_leaves_nothing(files: dict[str, str], others: dict[str, str]) -> None:
    digest = digest_of(files)
    for path, each in others.items():
        digest = digest.add(path, each)
    for path, each in others.items():
        digest = digest.remove(path, each)
    assert digest == digest_of(files)


@given(_FILES)
def test_it_can_be_kept_as_text(files: dict[str, str]) -> None:
    digest = digest_of(files)
    assert SiteDigest.from_hex(digest.hex) == digest
    assert len(digest.hex) == 64


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": "1"}, {"a": "2"}),
        ({"a": "1"}, {"b": "1"}),
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}),
        ({"a1": "1"}, {"a": "11"}),
        ({"a": "1"}, {}),
    ],
)
def test_other_files_have_another_digest(one: dict[str, str], other: dict[str, str]) -> None:
    assert digest_of(one) != digest_of(other)
