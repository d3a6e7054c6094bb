"""What was withdrawn shows nothing of its text: on no page of its issue, in no copy, feed or list."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.check.letters import letters, texts_of
from generator.content.listing import article_path
from generator.errors import Diagnostic
from generator.model import Article
from generator.render.links import article_path as article_page
from generator.render.links import issue_path, markdown_path, page_path

_REMEDY = "Build the site again."
_TELLING = 6
"""Letters from which a text is taken for the article's own and not for any words of the page."""
_TAG = re.compile(r"<[^>]*>")
_LISTED = {"id", "kind", "status"}
"""All that the lists of holdings say of what was withdrawn."""


def check_withdrawn(
    folder: Path, site: Path, withdrawn: Sequence[Article], shown: Sequence[Article]
) -> Iterator[Diagnostic]:
    """Yield a finding for each file of the issue in ``folder`` that ``site`` shows text of ``withdrawn`` in.

    What stands in one of the articles ``shown`` as well, as after a merge, may stand there.
    """
    if not withdrawn:
        return
    standing = "\n".join(text for each in shown for text in (*texts_of(each), letters(each.title)))
    for article in withdrawn:
        telling = [text for text in (*texts_of(article), letters(article.title)) if len(text) >= _TELLING]
        of_its_own = [text for text in telling if text not in standing]
        page = page_path(article.issue_id, article.page_label)
        citations = (site / page).parent.glob("citations.*")
        lists = (issue_path(article.issue_id), page, *(str(path.relative_to(site)) for path in citations))
        for name, texts in (
            (article_page(article.id), telling),
            *((each, [*of_its_own, *(text[:12] for text in of_its_own)]) for each in lists),
        ):
            text = _shown(site / name)
            if any(each in text for each in texts if len(each) >= _TELLING and each[:12] not in standing):
                yield _finding(article.id, folder, name)
        if (site / markdown_path(article.id)).exists():
            yield _finding(article.id, folder, markdown_path(article.id))


def check_feeds(site: Path, withdrawn: Mapping[str, str], titles: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield a finding for each feed, sitemap or list of holdings of ``site`` that has more than the id.

    ``withdrawn`` has titles by id; ``titles`` are those of articles that are shown.
    """
    if not withdrawn:
        return
    own = {
        each: letters(t) for each, t in withdrawn.items() if len(letters(t)) >= _TELLING and t not in titles
    }
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix not in (".xml", ".json", ".csv") or name.startswith("pagefind/"):
            continue
        records = {record.get("id", ""): record for record in _records(path)}
        text = "" if records else path.read_text(encoding="utf-8", errors="replace")
        said = _shown(path)
        for article_id, title in withdrawn.items():
            filled = {key for key, value in records.get(article_id, {}).items() if value}
            linked = f"{article_page(article_id)}<" in text or f'{article_page(article_id)}"' in text
            if filled - _LISTED or linked or (article_id in own and own[article_id] in said):
                yield Diagnostic(
                    "error",
                    "withdrawn-shown",
                    f"it still has {article_id}, which was withdrawn{f' ({title[:20]})' if title else ''}.",
                    str(path),
                    0,
                    _REMEDY,
                )


def _records(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a list of holdings; none of any other file."""
    if not path.name.startswith("manifest-"):
        return []
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".csv":
        return list(csv.DictReader(text.splitlines()))
    try:
        issues = json.loads(text).get("issues", [])
        return [article for issue in issues for article in issue.get("articles", [])]
    except (ValueError, AttributeError):
        return []


def _shown(path: Path) -> str:
    if not path.is_file():
        return ""
    text = path.read_text(encoding="utf-8", errors="replace")
    return letters(html.unescape(_TAG.sub("", text)))


def _finding(article_id: str, folder: Path, name: str) -> Diagnostic:
    return Diagnostic(
        "error",
        "withdrawn-shown",
        f"it was withdrawn, but its text is still in {name} of the site.",
        str(article_path(folder, article_id)),
        0,
        _REMEDY,
    )
