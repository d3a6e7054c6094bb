"""Who does the work of a command, and where they find its folders: processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.workers import Jobs


@contextmanager
def workforce(jobs: int, scheduler: str) -> Iterator[Jobs]:
    """Yield who does the work: ``jobs`` processes, or where a ``scheduler`` is named, the workers of its cluster.

    Raises ``BackfileError`` where the cluster cannot be used, or does not see the folder that we are in.
    """
    if not scheduler:
        yield jobs
        return
    from generator.cluster import on_cluster

    with on_cluster(scheduler, Path.cwd()) as executor:
        yield executor


def as_seen(path: Path, scheduler: str) -> Path:
    """Return ``path`` as those who do the work find it: other machines start from another folder than ours."""
    return path.absolute() if scheduler else path
