"""Other machines: the stages on a Dask cluster, over a file system that all of them share (extra ``distributed``).

The cluster's scheduler hands out the work, and hands it out again where a worker has gone.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator import __version__
from generator.errors import error

PATIENCE = 10
"""Seconds to wait for a scheduler to answer."""


@contextmanager
def on_cluster(scheduler: str, folder: Path) -> Iterator[Executor]:
    """Yield an executor whose work the workers of ``scheduler`` (``tcp://host:port``) do.

    Raises ``BackfileError`` where the extra is not installed, where the scheduler does not answer or has no workers,
    and where one of these has another version of this program or does not see ``folder``.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as missing:
        raise error(
            "scheduler-extra",
            "to work on a cluster takes a package that is not installed.",
            remedy='Install it here and on every worker with: pip install "backfile[distributed]".',
        ) from missing
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as problem:
        raise error(
            "scheduler-unreachable",
            f"no scheduler answers at {scheduler}: {problem or type(problem).__name__}.",
            remedy="Start one with `dask scheduler`, and say the address that it shows, such as tcp://host:8786.",
        ) from problem
    with client:
        found = client.run(_look, folder)
        if not found:
            raise error(
                "scheduler-idle",
                f"the scheduler at {scheduler} has no workers.",
                remedy=f"Start some: dask worker {scheduler} --nworkers auto --nthreads 1.",
            )
        for worker, (version, sees) in sorted(found.items()):
            if version != __version__:
                raise error(
                    "worker-version",
                    f"the worker {worker} has backfile {version}; here it is {__version__}.",
                    remedy="Install the same version everywhere: the pages would differ.",
                )
            if not sees:
                raise error(
                    "worker-folder",
                    f"the worker {worker} does not see {folder}.",
                    remedy="Give the workers the same folders at the same places, by a file system that is shared.",
                )
        # Not pure: work that is asked for again writes its files again.
        yield client.get_executor(pure=False)


def _look(folder: Path) -> tuple[str, bool]:
    """Return, on a worker, the version of the program there and whether ``folder`` is to be seen."""
    return __version__, folder.is_dir()
