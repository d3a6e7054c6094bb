"""The articles of an issue as import last wrote them, beside those there are now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.content.article_file import parse_article
from generator.content.files import read_text
from generator.content.listing import IMPORTED, article_path, id_of_article, symbolic_link
from generator.errors import BackfileError, Diagnostic
from generator.model import Article


def read_imported(
    folder: Path, present: Mapping[str, Article], problems: list[Diagnostic]
) -> dict[str, Article]:
    """Return the articles of ``.imported/`` of the issue in ``folder``, by id; unreadable ones go to ``problems``.

    ``present`` has those there are now: one whose file is the same is the same article, and not read again.
    """
    imported = {}
    for path in sorted((folder / IMPORTED).glob("p*/[0-9]*.txt")):
        if any(each.is_symlink() for each in (path, path.parent, path.parent.parent)):
            problems.append(symbolic_link(path))
            continue
        article_id = id_of_article(folder, path)
        try:
            text = read_text(path)
            now = present.get(article_id)
            same = now is not None and read_text(article_path(folder, article_id)) == text
            imported[article_id] = now if now and same else parse_article(text, str(path), article_id)
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
    return imported
