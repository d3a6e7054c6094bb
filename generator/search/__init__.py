"""Search: articles in, an index that finds any run of characters out, by way of Pagefind."""

from generator.search.build import FOLDER, IndexFolders, SearchReport, build_index
from generator.search.document import SearchDocument, SearchEntry, SearchIssue
from generator.search.entries import EntriesSince, EntryChanges
from generator.search.written import (
    DamagedError,
    WrittenPart,
    WrittenText,
    misled_words,
    read_parts,
    read_texts,
)

__all__ = [
    "FOLDER",
    "DamagedError",
    "EntriesSince",
    "EntryChanges",
    "IndexFolders",
    "SearchDocument",
    "SearchEntry",
    "SearchIssue",
    "SearchReport",
    "WrittenPart",
    "WrittenText",
    "build_index",
    "misled_words",
    "read_parts",
    "read_texts",
]
