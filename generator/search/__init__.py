"""Search: articles in, an index that finds any run of characters out, by way of Pagefind."""

from generator.search.build import SearchReport, build_index
from generator.search.document import SearchDocument, SearchEntry
from generator.search.written import (
    DamagedError,
    WrittenPart,
    WrittenText,
    misled_words,
    read_parts,
    read_texts,
)

__all__ = [
    "DamagedError",
    "SearchDocument",
    "SearchEntry",
    "SearchReport",
    "WrittenPart",
    "WrittenText",
    "build_index",
    "misled_words",
    "read_parts",
    "read_texts",
]
