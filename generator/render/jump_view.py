"""The jump of a story, as its page shows it."""

from __future__ import annotations

from generator.model import WITHDRAWN, Jump
from generator.render.lookup import Lookup
from generator.render.reading_views import JumpView


def view_jump(jump: Jump | None, lookup: Lookup) -> JumpView | None:
    """Return the view of ``jump``; an other half that the archive does not have, or has withdrawn, is no link."""
    if jump is None:
        return None
    issue = lookup.summaries.get(jump.article.rpartition("/p")[0])
    others = (each for each in issue.articles if each.id == jump.article) if issue else iter(())
    other = next((each for each in others if each.status != WITHDRAWN), None)
    return JumpView(
        page_label=other.page_label if other else jump.page,
        entry=lookup.entry(other) if other else None,
    )
