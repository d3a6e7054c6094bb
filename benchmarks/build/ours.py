"""Our program as it is measured: an archive, and what happens to it between builds."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.build.archive import store_articles, write_archive, write_delivery
from benchmarks.build.articles import Corpus
from benchmarks.build.aside import Aside
from benchmarks.build.tools import BARE

PROGRAM = (sys.executable, "-m", "generator")
BUILDS: Mapping[str, tuple[str, ...]] = {
    "bare": ("--no-search", "--layouts", str(BARE / "ours")),
    "full": ("--no-search",),
    "search": (),
}
"""Options of each way to build that is measured."""


class OurArchive:
    """An archive of so many articles in ``folder``, with a site and a cache for each way to build."""

    def __init__(self, corpus: Corpus, count: int, folder: Path, jobs: int, aside: Aside) -> None:
        """Write the archive anew if ``folder`` does not have it yet; old sites are put ``aside``."""
        self._aside = aside
        self.folder = folder
        self.imported = folder / "imported"
        self._content, self._delivery = folder / "content", folder / f"{count}.jsonl"
        self._corpus = corpus
        if not (folder / "written").exists():
            write_delivery(corpus, count, self._delivery)
            write_archive(corpus, count, self._delivery, self._content, jobs)
            (folder / "written").touch()
        articles = sorted(self._content.glob("daily/*/p*/*.md"))
        self._article = articles[len(articles) // 2]
        self._text = self._article.read_bytes()
        self.restore()

    def build(self, way: str) -> tuple[str, ...]:
        """Return the command that builds the site in this ``way``, one of ``BUILDS``."""
        folders = (
            "--content",
            self._content,
            "--site",
            self.site(way),
            "--cache",
            self.folder / f"{way}-cache",
        )
        return (*PROGRAM, "build", *map(str, folders), *BUILDS[way])

    def bring_in(self) -> tuple[str, ...]:
        """Return the command that imports the delivery into an archive of its own, which is not there yet."""
        self._aside.put(self.imported)
        return (*PROGRAM, "import", str(self._delivery), "--content", str(self.imported))

    def site(self, way: str) -> Path:
        """Return where the site of a ``way`` goes."""
        return self.folder / f"{way}-site"

    def forget(self, way: str) -> None:
        """Take site and cache away, so that the next build is a cold one."""
        self._aside.put(self.site(way))
        self._aside.put(self.folder / f"{way}-cache")

    def correct(self) -> None:
        """Change a word in an article in the middle of the archive's years."""
        self._article.write_bytes(self._text.rstrip() + "（更正）\n".encode())

    def add_issue(self) -> None:
        """Add the issue of the next day."""
        store_articles(
            self._corpus.next_issue(), content=self._content, delivery="next.jsonl", sha256="0" * 64
        )

    def restore(self) -> None:
        """Take back the correction and the issue."""
        self._article.write_bytes(self._text.replace("（更正）".encode(), b""))
        first = self._corpus.next_issue()[0]
        shutil.rmtree(self._content / first.publication / str(first.date), ignore_errors=True)
