"""The lists of topics and names in an article file: renewed where they are still what import wrote."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from pathlib import Path

from generator.content import frontmatter, frontmatter_writing
from generator.content.article_file import parse_article
from generator.content.files import read_text
from generator.content.listing import IMPORTED, article_path
from generator.model import TERM_KINDS, Article, TermKind, Terms


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """An article file as it was read, and the copy of what import wrote of it; empty where there is none."""

    name: str
    """``p01/03``."""
    data: bytes
    """The file, byte for byte."""
    text: str
    imported: str
    article: Article


@dataclass(frozen=True, slots=True)
class RenewedArticle:
    """The two texts with their new terms, and the kinds of terms that stay as a person set them."""

    text: str
    imported: str
    terms: Terms
    kept: tuple[TermKind, ...]


def read_filed(folder: Path, article_id: str) -> FiledArticle:
    """Return the file of ``article_id`` in the issue's folder, and its copy under ``.imported/``."""
    path = article_path(folder, article_id)
    name = f"{path.parent.name}/{path.stem}"
    copy = folder / IMPORTED / f"{name}.txt"
    imported = read_text(copy) if copy.is_file() else ""
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    return FiledArticle(name, data, text, imported, parse_article(text, str(path)))


def renew_terms(filed: FiledArticle, found: Terms) -> RenewedArticle:
    """Return ``filed`` with the terms ``found``, in its file and in the copy of what import wrote.

    A list that differs from the copy is a person's, and both stay. Without a copy no list is ours. Nothing else of
    the file changes.
    """
    if not filed.imported:
        return RenewedArticle(filed.text, "", filed.article.terms, TERM_KINDS)
    before = parse_article(filed.imported, filed.name).terms
    kept: list[TermKind] = []
    text, imported = filed.text, filed.imported
    for kind in TERM_KINDS:
        present, new = getattr(filed.article.terms, kind), getattr(found, kind)
        if present != getattr(before, kind):
            kept.append(kind)
        elif present != new:
            text, imported = _set_list(text, kind, new), _set_list(imported, kind, new)
    stays = {kind: getattr(filed.article.terms, kind) for kind in kept}
    return RenewedArticle(text, imported, dataclasses.replace(found, **stays), tuple(kept))


def _set_list(text: str, key: TermKind, values: tuple[str, ...]) -> str:
    """Return ``text`` with the list at ``key`` of its front matter set to ``values``, in the form import writes."""
    if "\r\n" in text:
        return _set_list(text.replace("\r\n", "\n"), key, values).replace("\n", "\r\n")
    head, body = frontmatter.split(text, "")
    line = frontmatter_writing.dump({key: frontmatter_writing.flow(values)})
    # A value goes on as long as lines are indented, empty, or items of a list.
    value = re.compile(rf"^{key}[ \t]*:.*\n(?:[ \t-].*\n|[ \t]*\n)*", re.MULTILINE)
    if value.search(head):
        head = value.sub(lambda _: line, head, count=1)
    else:
        head += line
    return f"---\n{head}---\n{body}"
