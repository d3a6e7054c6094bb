"""Work on many things on all cores, or on other machines, with the results in the order of the things."""

from __future__ import annotations

import collections
import gc
import itertools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from generator.errors import error

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Jobs = int | Executor
"""Who does the work: so many processes of this machine, or whatever an executor stands for."""
AHEAD = 4
"""Things handed out to each process before the first of their results is taken."""
_LONGEST_END = 5.0
"""Seconds in which a process that is terminated ends."""
AHEAD_ELSEWHERE = 64
"""Things handed to an executor before the first result is taken: it does not say how many it works on at once."""


def at_most(jobs: Jobs, count: int) -> Jobs:
    """Return ``jobs``, no more processes than ``count``; an executor decides by itself."""
    return min(jobs, max(1, count)) if isinstance(jobs, int) else jobs


def in_order(
    work: Callable[[Thing], Result],
    things: Iterable[Thing],
    jobs: Jobs,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[Result]:
    """Yield ``work(thing)`` for each of ``things``, in their order, made by ``jobs`` processes, or by an executor.

    ``meanwhile`` is called once, by this process, when others have been given their first things to work on, though
    it be only one.

    Things are taken as they are needed, so that neither they nor the results are all in memory. One thing, or one
    job, needs no process of its own. What ``work`` raises is raised here, at its place in the order; that, an
    interruption, or a caller that stops taking results ends the processes at once. ``work`` and the things have to
    be picklable. Raises ``BackfileError`` where the system ends one of the processes. An executor is not shut
    down; what it has not begun is taken back.
    """
    if isinstance(jobs, Executor):
        yield from _elsewhere(work, things, jobs, meanwhile)
        return
    waiting = iter(things)
    first = list(itertools.islice(waiting, 2))
    if jobs < 2 or len(first) < (1 if meanwhile else 2):
        if meanwhile:
            meanwhile()
        yield from map(work, itertools.chain(first, waiting))
        return
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs if len(first) > 1 else 1, initializer=_prepare, initargs=(work,))
    try:
        handing = (pool.submit(_perform, thing) for thing in itertools.chain(first, waiting))
        yield from _results(collections.deque(), handing, AHEAD * jobs, meanwhile)
    except BaseException as problem:
        pool.shutdown(wait=False, cancel_futures=True)
        _end(set(multiprocessing.active_children()) - others)
        if isinstance(problem, BrokenProcessPool):
            raise error(
                "process-ended",
                "the system has ended one of the processes that shared the work.",
                remedy="Most often memory has run out: run it again with --jobs 1.",
            ) from problem
        raise
    pool.shutdown()


def _end(processes: Collection[BaseProcess]) -> None:
    """End processes, and wait until none of them writes any more: what they write in is let go next."""
    for each in processes:
        each.terminate()
    for each in processes:
        connection.wait([each.sentinel], _LONGEST_END)


def _elsewhere(
    work: Callable[[Thing], Result],
    things: Iterable[Thing],
    executor: Executor,
    meanwhile: Callable[[], object] | None,
) -> Iterator[Result]:
    handed: collections.deque[Future[Result]] = collections.deque()
    handing = (executor.submit(work, thing) for thing in things)
    try:
        yield from _results(handed, handing, AHEAD_ELSEWHERE, meanwhile)
    finally:
        for future in handed:
            future.cancel()


def _results(
    handed: collections.deque[Future[Result]],
    handing: Iterator[Future[Result]],
    ahead: int,
    meanwhile: Callable[[], object] | None,
) -> Iterator[Result]:
    """Yield the results of what is handed out, by way of ``handed``, which never has more than ``ahead``."""
    handed.extend(itertools.islice(handing, ahead))
    if meanwhile:
        meanwhile()
    while handed:
        yield handed.popleft().result()
        handed.extend(itertools.islice(handing, 1))


_work: Callable[[Any], Any]


def _prepare(work: Callable[[Any], Any]) -> None:
    """Take the work once for each process; Ctrl-C is for the process that waits for the results.

    Where that one is killed, its processes end as well: they would wait for things forever, and hold its locks.
    """
    global _work  # noqa: PLW0603  # the one value that a process of a pool keeps between its things
    _work = work
    gc.freeze()  # looking through what the parent has for garbage would make a copy of all of it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _perform(thing: Any) -> Any:
    return _work(thing)
