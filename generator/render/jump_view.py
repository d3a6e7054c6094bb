"""The jump of a story, as its page shows it."""

from __future__ import annotations

from generator.model import WITHDRAWN, Jump
from generator.render.lookup import Lookup
from generator.render.reading_views import JumpView


def view_jump(jump: Jump | None, lookup: Lookup) -> JumpView | None:
    """Return the view of ``jump``; an other half that the archive does not have, or has withdrawn, is no link."""
    if jump is None:
        return None
    other = lookup.article(jump.article)
    if other and other.status == WITHDRAWN:
        other = None
    return JumpView(
        page_label=other.page_label if other else jump.page,
        entry=lookup.entry(other) if other else None,
    )
