"""A review written as one file, and which issue is meant."""

from __future__ import annotations

from pathlib import Path

from generator.content.files import write_file
from generator.content.listing import id_of_issue
from generator.content.reading import issue_folders
from generator.errors import error
from generator.model import Settings
from generator.review.comparing import compare_issue
from generator.review.page import ReviewPages
from generator.review.views import Review


def review_issue_id(asked: str, content: Path) -> str:
    """Return the id of the issue ``asked`` for (``wanbao/1996-03-05``, or its folder); of the only one for nothing.

    Returns an empty text where nothing was asked for and there are several. Raises ``BackfileError`` where there
    is no such issue, or none at all.
    """
    ids = [id_of_issue(folder) for folder in issue_folders(content, [])]
    if not ids:
        raise error(
            "issue-missing",
            "there is no issue yet.",
            file=str(content),
            remedy="Bring one in with `backfile import`.",
        )
    if not asked:
        return ids[0] if len(ids) == 1 else ""
    wanted = "/".join(Path(asked).parts[-2:])
    if wanted not in ids:
        raise error(
            "issue-missing",
            f"there is no issue {asked}.",
            file=str(content),
            remedy=f"Name one such as {ids[-1]}, or none for a list of all.",
        )
    return wanted


def write_review(issue_id: str, content: Path, out: Path, pages: ReviewPages, settings: Settings) -> Review:
    """Write the review of an issue to the file ``out``, complete in itself, and return it.

    Raises ``BackfileError`` where the issue cannot be read, the file cannot be written, or no issue is named.
    """
    if not issue_id:
        raise error(
            "issue-missing",
            "several issues are there, and one file shows one.",
            file=str(content),
            remedy="Name the issue, such as wanbao/1996-03-05.",
        )
    review = compare_issue(content / issue_id, settings)
    write_file(out, pages.issue(review, inline=True).encode("utf-8", "xmlcharrefreplace"))
    return review
