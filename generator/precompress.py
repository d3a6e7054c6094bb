"""Compressed copies beside the files of a site, for servers that send such as they are (nginx: ``gzip_static``)."""

from __future__ import annotations

from pathlib import Path

from generator.disk import written
from generator.gzipped import compress
from generator.workers import Jobs, in_order

SUFFIXES = frozenset(
    {".bib", ".css", ".csv", ".html", ".js", ".json", ".md", ".ris", ".svg", ".txt", ".xml", ".webmanifest"}
)
"""What is text. The files of the search index are compressed as they are."""
SMALLEST = 1024
"""Bytes below which a file fits into one packet anyhow."""
_LEVEL = 9
_BATCH = 500


def precompress(site: Path, *, jobs: Jobs = 1) -> int:
    """Write ``NAME.gz`` beside every text file of ``site`` that it makes smaller; return how many.

    The copy carries no time and no name, so that the same file gives the same bytes. Raises ``BackfileError``
    where it cannot be written.
    """
    paths = [path for path in sorted(site.rglob("*")) if path.suffix in SUFFIXES and path.is_file()]
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    return sum(in_order(_compress, batches, jobs))


def _compress(paths: list[Path]) -> int:
    count = 0
    for path in paths:
        with written(path, "the compressed copy"):
            data = path.read_bytes()
            packed = compress(data, _LEVEL) if len(data) >= SMALLEST else data
            if len(packed) < len(data):
                path.with_name(f"{path.name}.gz").write_bytes(packed)
                count += 1
    return count
