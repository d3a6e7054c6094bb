"""Pagefind's index files, by the words they begin with.

Pagefind writes, beside the files of the index, a list of them (``pf_meta``, CBOR in gzip): for each the words it
goes from and to, and a name; and before them each document, with a name and its number of words. A browser would
load that list before its first search. Of all this a search of ours needs where each file begins: that is kept, the
files are numbered (``layouts/assets/search-index.js`` reads both).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

SIGNATURE = b"pagefind_dcd"
_FILE = "index/{}.pf_index"
_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
"""The major types of CBOR (RFC 8949, section 3.1) that Pagefind's files are made of."""
_EMPTY = _ARRAY << 5
"""A list of nothing."""


def number_chunks(files: Mapping[str, bytes]) -> tuple[list[str], dict[str, bytes]]:
    """Take all files of an index of Pagefind; return the words its index files begin at, and these files.

    Their names are ``index/0.pf_index`` and so on, in the order of their words: a word is in the last file that
    begins at it or before it. Raises ValueError where Pagefind's list is not of the form of the version we pin.
    """
    lists = [content for path, content in files.items() if path.endswith(".pf_meta")]
    if len(lists) != 1:
        raise ValueError(f"{len(lists)} lists of index files instead of one")
    content = _unpack(lists[0])
    chunks: list[list[str]] = sorted(content[2])
    numbered = {_FILE.format(i): files[_FILE.format(name)] for i, (_, _, name) in enumerate(chunks)}
    return [first for first, _, _ in chunks], numbered


def read_chunk(file: bytes) -> Iterator[tuple[str, Iterator[tuple[int, int]]]]:
    """Yield each word of an index file with its places: row and position.

    Raises ValueError or OSError where the file is damaged. Pagefind writes rows and positions as steps.
    """
    (words,) = _unpack(file)
    for word, postings, _ in words:
        yield word, _places(postings)


def _places(postings: Iterable[Any]) -> Iterator[tuple[int, int]]:
    row = 0
    for step, positions, _ in postings:
        row += step
        position = 0
        for number in positions:
            if number < 0:
                raise ValueError("a file of the index with a weight")
            position += number
            yield row, position


def _unpack(file: bytes) -> list[Any]:
    plain = gzip.decompress(file)
    if not plain.startswith(SIGNATURE):
        raise ValueError("a file of Pagefind's index that begins otherwise")
    content, end = _read(plain, len(SIGNATURE))
    if end != len(plain) or not isinstance(content, list):
        raise ValueError("a file of Pagefind's index of another form")
    return content


def _read(content: bytes, at: int) -> tuple[Any, int]:
    """Read the item of CBOR at ``at``; return it and where the next begins."""
    kind, short = content[at] >> 5, content[at] & 31
    at += 1
    if short > 27:
        raise ValueError(f"a file of the index with an item of unknown length ({short})")
    if short >= 24:
        width = 1 << (short - 24)
        short = int.from_bytes(content[at : at + width], "big")
        at += width
    if kind == _UNSIGNED:
        return short, at
    if kind == _NEGATIVE:
        return -1 - short, at
    if kind == _TEXT:
        return content[at : at + short].decode(), at + short
    if kind == _ARRAY:
        items: list[Any] = []
        for _ in range(short):
            first = content[at]
            # Nearly all items are small numbers and empty lists, and there are millions: no call for those.
            if first < 24:
                items.append(first)
                at += 1
            elif first == _EMPTY:
                items.append(())
                at += 1
            elif first == 24:
                items.append(content[at + 1])
                at += 2
            elif first == 25:
                items.append(content[at + 1] << 8 | content[at + 2])
                at += 3
            else:
                item, at = _read(content, at)
                items.append(item)
        return items, at
    raise ValueError(f"a file of the index with an item of type {kind}")
