"""How high an article stands for words of its own headline: the mean reciprocal rank of known items.

    python -m benchmarks.search.known_items ARTICLES.jsonl.xz --work DIR [--count 3000] [--queries 200]

The index is made anew in ``--work`` where it is not there. A query is two words of a headline, drawn at random; an
article whose headline another one shares is left out, for nobody could mean one of them by it.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.search.archive import read_documents, resize
from benchmarks.search.browser import BLANK, new_session, serve
from benchmarks.search.indexing import index_archive
from generator import words
from generator.search import SearchDocument

DEEPEST = 50
"""A hit further down counts as none."""
_FIND = """async ([module, query, deepest]) => {
  const { search } = await import(module);
  const { hits, relaxed } = await search(query, { facets: [] });
  return { relaxed, urls: await Promise.all(hits.slice(0, deepest).map(async (hit) => (await hit.load()).url)) };
}"""


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(
        description="Mean reciprocal rank of articles for words of their headlines."
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, default=3_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--chromium", help="path of the browser, where Playwright has none of its own")
    options = parser.parse_args()
    every = read_documents(options.source, options.work)
    documents = list(resize(every, options.count))
    site = options.work / f"site-{options.count}"
    if not (site / "blank.html").exists():
        index_archive(every, options.count, site, options.work / "cache", jobs=2)
        shutil.copytree("layouts/assets", site / "assets", dirs_exist_ok=True)
        (site / "blank.html").write_text(BLANK, encoding="utf-8")
    asked = draw(documents, options.queries)
    with sync_playwright() as playwright, serve(site) as (address, _):
        browser = playwright.chromium.launch(executable_path=options.chromium)
        with new_session(browser, address) as page:
            module = f"{address}assets/search.js"
            ranks = []
            for query, url in asked:
                urls = page.evaluate(_FIND, [module, query, DEEPEST])["urls"]
                ranks.append(1 + urls.index(url) if url in urls else 0)
        browser.close()
    first = sum(rank == 1 for rank in ranks)
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    print(
        f"{len(documents):,} articles, {len(ranks)} queries: MRR {mean:.3f}, first {first / len(ranks):.0%}"
    )


def draw(documents: Sequence[SearchDocument], count: int) -> list[tuple[str, str]]:
    """Return queries of two words of a headline, each with the address of its article."""
    rng = random.Random(11)
    titles = Counter(document.title for document in documents)
    drawn = []
    for document in rng.sample(documents, len(documents)):
        found = list(dict.fromkeys(w for w in words.cut(document.title) if len(w) > 1 and w.isalnum()))
        if titles[document.title] == 1 and len(found) > 1 and len(drawn) < count:
            drawn.append((" ".join(rng.sample(found, 2)), document.url))
    return drawn


if __name__ == "__main__":
    main()
