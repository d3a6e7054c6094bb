"""The day on which the program works: the only place that asks the machine's clock for it."""

from __future__ import annotations

import datetime as dt
import os

from generator.errors import error


def today() -> dt.date:
    """Return today; ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC) stands in for it where it is set.

    Raises ``BackfileError`` where that is no time (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise error(
            "source-date-epoch",
            f"SOURCE_DATE_EPOCH is {epoch!r}, which is no time.",
            remedy="Set it to seconds since 1970, or take it out of the environment.",
        ) from None
