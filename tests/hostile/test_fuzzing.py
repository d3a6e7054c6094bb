"""Every door of the program, with a few of the inputs that ``python -m benchmarks.fuzz`` has by the thousand."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.targets import TARGETS, Target


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_comes_in_is_taken_rightly_or_refused(target: Target) -> None:
    @settings(max_examples=8 * target.share, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def run(data: st.DataObject) -> None:
        target.holds(data.draw(target.inputs, label=target.name))

    run()
