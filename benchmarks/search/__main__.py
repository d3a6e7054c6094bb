"""Measure the search over archives of several sizes, as a table in Markdown.

    python -m benchmarks.search articles.jsonl.xz --work /tmp/search --sizes 3000 19178 100000
    pip install --target /tmp/extended -r benchmarks/search/requirements.txt
    python -m benchmarks.search articles.jsonl.xz --extended /tmp/extended/pagefind_bin_extended/pagefind_extended

A JSON line has ``date``, ``title`` and ``paragraphs``. For a size beyond the number of articles they are taken again,
years earlier each time. The index alone is made, and served by Python's ``http.server`` without compression; Chromium
searches from an empty page. A search is measured until its first ten hits are loaded with their excerpts; the first
of a session with nothing cached, modules included. On a machine that is shared, the processor time (of the browser
and of the server) says more than the time by the clock.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import statistics
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search.archive import read_documents, resize
from benchmarks.search.browser import BLANK, Measured, Traffic, new_session, search, search_anew, serve
from benchmarks.search.extended import build_extended, search_extended
from benchmarks.search.indexing import index_archive
from benchmarks.search.processes import watch_memory
from benchmarks.search.queries import Query, counting_texts, draw_names, draw_queries
from generator.layouts_folder import built_in_layouts
from generator.search import SearchDocument

SEED = 3
LATER = 50
NEW_SESSIONS = 5
NAMES = 3
FREQUENT = "中国"


def main() -> None:
    """Read the arguments; build, serve and search each archive; print the rows as they come."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--work", type=Path, default=Path("search-benchmark"), help="what is made stays here")
    parser.add_argument("--sizes", type=int, nargs="+", default=[3_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--extended", type=Path, help="the program of pagefind-bin-extended, to compare with")
    arguments = parser.parse_args()
    every = read_documents(arguments.source, arguments.work)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium)
        print(
            f"{platform.platform()}, Python {platform.python_version()}, Chromium {browser.version}, ", end=""
        )
        print(f"pagefind-bin {version('pagefind-bin')}\n")
        for size in arguments.sizes:
            site = arguments.work / str(size)
            _build(every, size, site, arguments.jobs)
            documents = list(resize(every, size))
            texts = counting_texts(documents)
            queries = draw_queries(documents, texts, NEW_SESSIONS + LATER, SEED)
            with serve(site) as (address, traffic):
                _measure(browser, address, traffic, queries)
                _measure_names(browser, address, traffic, draw_names(documents, texts, NAMES), documents)
            if arguments.extended:
                folder = arguments.work / f"{size}-extended"
                known = _build_extended(documents, folder, arguments.extended)
                with serve(folder) as (address, traffic):
                    _measure_extended(browser, address, traffic, queries, known)
        browser.close()


def _build(every: list[SearchDocument], size: int, site: Path, jobs: int) -> None:
    begun = time.perf_counter()
    with watch_memory() as peak:
        report = index_archive(every, size, site, site.with_name(f"{site.name}-cache"), jobs=jobs)
    seconds = time.perf_counter() - begun
    shutil.rmtree(site / "assets", ignore_errors=True)
    shutil.copytree(built_in_layouts() / "assets", site / "assets")
    (site / "blank.html").write_text(BLANK)
    made = f"{report.parts - report.reused} of {report.parts} parts made in {seconds:.0f} s"
    print(
        f"{report.documents} articles: {made}, {report.bytes / 1e6:.0f} MB, at most {peak.bytes / 1e9:.1f} GB held"
    )


def _measure(browser: Browser, address: str, traffic: Traffic, queries: Sequence[Query]) -> None:
    anew = [search_anew(browser, address, traffic, query.text) for query in queries[:NEW_SESSIONS]]
    _print_row("first of a session", anew)
    with new_session(browser, address) as page:
        later = [search(page, address, traffic, query.text) for query in queries[NEW_SESSIONS:]]
        _print_row("later", later)
        wrong = [
            q.text for q, m in zip(queries[NEW_SESSIONS:], later, strict=True) if m.total != len(q.expected)
        ]
        print(f"    wrong counts: {len(wrong)} of {len(later)} {' '.join(wrong)}")
        small = [query for query in queries if len(query.expected) <= 100]
        found = [search(page, address, traffic, query.text, every_hit=True).urls for query in small]
        _print_found(small, found)
    with new_session(browser, address) as page:
        _print_row(f"{FREQUENT} in a new session", [search(page, address, traffic, FREQUENT)])


def _measure_names(
    browser: Browser,
    address: str,
    traffic: Traffic,
    names: Sequence[Query],
    documents: Sequence[SearchDocument],
) -> None:
    year = documents[-1].date.year - 1
    within = {"from": f"{year}-01-01", "to": f"{year}-12-31"}
    _print_row("name, all years", [search_anew(browser, address, traffic, name.text) for name in names])
    _print_row(
        "name, one year", [search_anew(browser, address, traffic, name.text, within) for name in names]
    )


def _build_extended(documents: Sequence[SearchDocument], folder: Path, program: Path) -> dict[str, str]:
    shutil.rmtree(folder, ignore_errors=True)
    begun = time.perf_counter()
    with watch_memory() as peak:
        known = build_extended(documents, folder, program)
    print(
        f"pagefind-bin-extended: {time.perf_counter() - begun:.0f} s, at most {peak.bytes / 1e9:.1f} GB held"
    )
    return known


def _measure_extended(
    browser: Browser, address: str, traffic: Traffic, queries: Sequence[Query], known: dict[str, str]
) -> None:
    anew = []
    for query in queries[:NEW_SESSIONS]:
        with new_session(browser, address) as page:
            anew.append(search_extended(page, address, traffic, query.text, known))
    _print_row("first of a session", anew)
    with new_session(browser, address) as page:
        later = [search_extended(page, address, traffic, q.text, known) for q in queries[NEW_SESSIONS:]]
    _print_row("later", later)
    _print_found(queries[NEW_SESSIONS:], [measured.urls for measured in later])


def _print_row(name: str, measured: Sequence[Measured]) -> None:
    middle, most = statistics.median, max(m.bytes for m in measured)
    print(
        f"    {name}: {middle(m.bytes for m in measured) / 1000:.0f} KB (most {most / 1000:.0f}), "
        f"{middle(m.requests for m in measured):.0f} files, {middle(m.milliseconds for m in measured):.0f} ms "
        f"(first hits {middle(m.first_milliseconds for m in measured):.0f}), "
        f"{middle(m.processor_milliseconds for m in measured):.0f} ms of processor, "
        f"longest task {max(m.longest for m in measured):.0f} ms"
    )


def _print_found(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> None:
    recall = [len(q.expected & set(urls)) / len(q.expected) for q, urls in zip(queries, found, strict=True)]
    precision = [
        len(q.expected & set(urls)) / max(1, len(urls)) for q, urls in zip(queries, found, strict=True)
    ]
    nothing = sum(not urls for urls in found)
    print(
        f"    recall {statistics.mean(recall):.3f}, precision {statistics.mean(precision):.3f}, "
        f"nothing found for {nothing} of {len(queries)} queries"
    )


if __name__ == "__main__":
    main()
