"""The programs that ours is compared with: the same articles as each wants them, and how it is run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.build.articles import Corpus
from benchmarks.build.programs import hugo, mkdocs, pelican, zola
from benchmarks.build.tools import BARE


@dataclass(frozen=True, slots=True)
class Other:
    """A program that ours is compared with."""

    name: str
    program: str
    """Which of those that are installed; its templates are in the folder of that name."""
    write: Callable[[Corpus, int, Path], None]
    """Writes the content of so many articles into a folder."""
    arguments: tuple[str, ...]
    output: str
    """Where in the folder the site goes."""

    def prepare(self, corpus: Corpus, count: int, folder: Path) -> None:
        """Put templates, settings and the content of ``count`` articles into ``folder``, if it is not there yet."""
        shutil.copytree(BARE / self.program, folder, dirs_exist_ok=True)
        if not (folder / "written").exists():
            self.write(corpus, count, folder)
            (folder / "written").touch()


OTHERS = {
    "hugo": Other("hugo", "hugo", hugo.write, ("--quiet",), "public"),
    "hugo-no-terms": Other("hugo-no-terms", "hugo", hugo.write, ("--quiet", *hugo.NO_TERMS), "public"),
    "hugo-articles": Other(
        "hugo-articles", "hugo", hugo.write_articles, ("--quiet", *hugo.NO_TERMS), "public"
    ),
    "zola": Other("zola", "zola", zola.write, ("build",), "public"),
    "pelican": Other("pelican", "pelican", pelican.write, ("--quiet",), "output"),
    "mkdocs": Other("mkdocs", "mkdocs", mkdocs.write, ("build", "--quiet"), "site"),
}
