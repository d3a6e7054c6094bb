"""Topics and names: what an article is about, who and what it names.

Loaded one by one, when they are asked for: a build in which nothing changed has no use for them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.topics.background import Background, BackgroundCounter
    from generator.topics.offices import find_offices
    from generator.topics.terms import find_terms

_MODULES = {
    "Background": "background",
    "BackgroundCounter": "background",
    "find_offices": "offices",
    "find_terms": "terms",
}

__all__ = ["Background", "BackgroundCounter", "find_offices", "find_terms"]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
