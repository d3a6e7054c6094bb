"""Search: articles in, an index that finds any run of characters out, by way of Pagefind."""

from generator.search.build import SearchReport, build_index
from generator.search.document import SearchDocument, SearchEntry

__all__ = ["SearchDocument", "SearchEntry", "SearchReport", "build_index"]
