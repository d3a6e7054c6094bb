"""The same archive by Pagefind's own Chinese mode: pages of HTML, cut into words by ``pagefind-bin-extended``."""

from __future__ import annotations

import gzip
import html
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.search.browser import BLANK, Measured, Traffic
from generator.search import SearchDocument

SEARCH = """async ([module, query]) => {
  const begun = performance.now();
  const pagefind = await import(module);
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { ids: results.map(({ id }) => id), milliseconds: performance.now() - begun };
}"""
_PAGE = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1>{paragraphs}</main></body></html>"
)
_SIGNATURE = b"pagefind_dcd"


def build_extended(documents: Iterable[SearchDocument], folder: Path, program: Path) -> dict[str, str]:
    """Write a page for each document into ``folder`` and have ``program`` index them; return result id -> address."""
    for document in documents:
        page = folder / document.url
        page.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in document.paragraphs)
        page.write_text(
            _PAGE.format(title=html.escape(document.title), paragraphs=paragraphs), encoding="utf-8"
        )
    subprocess.run([program, "--site", folder, "--quiet"], check=True)
    (folder / "blank.html").write_text(BLANK)
    return {
        path.name.removesuffix(".pf_fragment"): _address(path) for path in folder.glob("pagefind/fragment/*")
    }


def search_extended(
    page: Page, address: str, traffic: Traffic, query: str, known: dict[str, str]
) -> Measured:
    """Search in an open session, until the first ten results are loaded."""
    before = traffic.bytes, traffic.requests
    found = page.evaluate(SEARCH, [f"{address}pagefind/pagefind.js", query])
    return Measured(
        total=len(found["ids"]),
        urls=tuple(known[each] for each in found["ids"]),
        bytes=traffic.bytes - before[0],
        requests=traffic.requests - before[1],
        milliseconds=found["milliseconds"],
        first_milliseconds=found["milliseconds"],
        longest=0,
        processor_milliseconds=0,
    )


def _address(fragment: Path) -> str:
    content = gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE)
    url: str = json.loads(content)["url"]
    return url.lstrip("/")
