"""Errors, diagnostics and exit codes. Imports nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, and what no terminal can be given."""


class ExitCode(IntEnum):
    """Exit status of ``import`` and ``build`` (of ``check``: 0 whole, 1 findings, 2 could not run)."""

    DONE = 0
    NEEDS_EYE = 1
    UNUSABLE = 2


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing a person should know: what, where, and what to do about it."""

    severity: Literal["error", "warning", "note"]
    code: str
    """A stable short name, such as ``front-matter-type``."""
    message: str
    """What is wrong, in a sentence."""
    file: str = ""
    line: int = 0
    """1-based; 0 where no line can be named."""
    remedy: str = ""
    """What to do, in a sentence."""

    def __str__(self) -> str:
        """``file:line: severity: message remedy [code]``, the parts that are known, on one line.

        Names of files and texts may hold what steers a terminal: that is shown as an escape.
        """
        place = (
            f"{self.file}:{self.line}: " if self.file and self.line else f"{self.file}: " if self.file else ""
        )
        remedy = f" {self.remedy}" if self.remedy else ""
        said = f"{place}{self.severity}: {self.message}{remedy} [{self.code}]"
        return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode(), said)


class BackfileError(Exception):
    """Input or surroundings that cannot be used. Carries one diagnostic or more; never a bug of ours."""

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic]) -> None:
        """Take the diagnostics to show, at least one of them an error."""
        self.diagnostics: tuple[Diagnostic, ...] = (
            (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        )
        super().__init__("\n".join(map(str, self.diagnostics)))


def error(code: str, message: str, *, file: str = "", line: int = 0, remedy: str = "") -> BackfileError:
    """Return an error of one diagnostic, ready to raise."""
    return BackfileError(Diagnostic("error", code, message, file, line, remedy))


def raise_all(problems: Iterable[Diagnostic]) -> None:
    """Raise a ``BackfileError`` with all ``problems``, if there are any."""
    found = tuple(problems)
    if found:
        raise BackfileError(found)
