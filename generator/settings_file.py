"""Reading the TOML files that people write: located errors, unknown keys refused."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from generator.characters import replace_unusable
from generator.errors import Diagnostic, error

LARGEST = 16 << 20
"""Bytes of a TOML file: 16 MiB are a vocabulary of 300,000 terms."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file; raises ``BackfileError`` with its line where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise error(
                "settings-size",
                f"the file is larger than {LARGEST >> 20} MiB.",
                file=str(path),
                remedy="Keep settings and terms in it, and nothing else.",
            )
        return tomllib.loads(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
    except OSError as problem:
        raise error(
            "cannot-read", f"the file cannot be read: {problem.strerror or problem}.", file=str(path)
        ) from problem
    except UnicodeDecodeError as problem:
        raise error(
            "settings-encoding", "the file is not UTF-8.", file=str(path), remedy="Save it as UTF-8."
        ) from problem
    except (
        ValueError,
        RecursionError,
    ) as problem:  # also a number of thousands of digits, lists in lists in lists
        line = re.search(r"line (\d+)", str(problem))
        what = "nested too deeply" if isinstance(problem, RecursionError) else problem
        raise error(
            "settings-toml",
            f"the file cannot be read as TOML: {what}.",
            file=str(path),
            line=int(line[1]) if line else 0,
            remedy="Correct that line; texts stand between quotation marks.",
        ) from problem


class _Places:
    """Where each table of a TOML file begins, and where it sets each key: read once for any number of problems."""

    _HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+)\]")
    _SETTING = re.compile(r'\s*"?([^"=.\s#]+)"?\s*[=.]')
    _LOOKED_AT = 300
    """Characters of a line: no key is longer, and no line then takes long."""

    def __init__(self, text: str) -> None:
        self._tables: dict[str, list[int]] = {}
        self._settings: dict[tuple[str, int, str], int] = {}
        here, count = "", 0
        for number, line in enumerate(text.split("\n"), 1):
            start = line[: self._LOOKED_AT]
            if header := self._HEADER.match(start):
                here = header[1].strip().replace('"', "")
                count = len(self._tables.setdefault(here, []))
                self._tables[here].append(number)
            elif setting := self._SETTING.match(start):
                self._settings.setdefault((here, count, setting[1]), number)

    def line(self, section: str, number: int, key: str) -> int:
        """Return the line that sets ``key`` in the table ``number`` called ``section``, else where that begins."""
        begins = self._tables.get(section, ())
        of_its_own = self._tables.get(f"{section}.{key}".lstrip("."), ())
        found = (self._settings.get((section, number, key), 0), *of_its_own[:1], *begins[number : number + 1])
        return next(filter(None, found), 0)


class Table:
    """One table of a TOML file, read key by key; problems are collected, not raised one at a time."""

    def __init__(
        self,
        values: Mapping[str, Any],
        path: Path,
        problems: list[Diagnostic],
        prefix: str = "",
        number: int = 0,
        places: list[_Places] | None = None,
    ) -> None:
        """Read ``values`` of the file ``path``; ``prefix`` (``publications.wanbao.``) begins the keys in messages.

        ``number``, from 0, tells the tables of an array apart. ``places``, where the settings are in the file, is
        shared by its tables, and filled by the first that needs it.
        """
        self._values = values
        self._path = path
        self._problems = problems
        self._prefix = prefix
        self._number = number
        self._places: list[_Places] = [] if places is None else places

    def text(self, key: str, default: str = "") -> str:
        """Return the text at ``key``; dates and numbers are refused."""
        value = str(self._typed(key, str, "text", default)).strip()
        if replace_unusable(value) != value:
            self.refuse(key, "text without control characters", value)
            return default
        return value

    def boolean(self, key: str, default: bool = False) -> bool:
        """Return true or false at ``key``."""
        return bool(self._typed(key, bool, "true or false", default))

    def whole_number(self, key: str, default: int = 0) -> int:
        """Return the whole number, 0 or more, at ``key``."""
        value = self._typed(key, int, "a whole number", default)
        if isinstance(value, bool) or value < 0:
            self.refuse(key, "a whole number, 0 or more", value)
            return default
        return int(value)

    def date(self, key: str) -> dt.date | None:
        """Return the date at ``key``, written as a TOML date or as text."""
        value = self._values.get(key)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        try:
            if isinstance(value, str):
                return dt.date.fromisoformat(value)
        except ValueError:
            pass
        if value is not None:
            self.refuse(key, "a date such as 2022-09-20", value)
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at ``key``, empty ones left out."""
        value = self._typed(key, list, "a list of texts", [])
        if not all(isinstance(item, str) and replace_unusable(item) == item for item in value):
            self.refuse(key, "a list of texts without control characters", value)
            return ()
        return tuple(item.strip() for item in value if item.strip())

    def table(self, key: str) -> Table:
        """Return the table at ``key``, an empty one where there is none."""
        values = self._typed(key, dict, "a table", {})
        return Table(values, self._path, self._problems, f"{self._prefix}{key}.", places=self._places)

    def tables(self, key: str) -> list[Table]:
        """Return the array of tables at ``key``."""
        value = self._typed(key, list, "an array of tables", [])
        if not all(isinstance(item, dict) for item in value):
            self.refuse(key, "an array of tables", value)
            return []
        return [
            Table(item, self._path, self._problems, f"{self._prefix}{key}.", number, self._places)
            for number, item in enumerate(value)
        ]

    def keys(self) -> tuple[str, ...]:
        """Return the keys that the file has in this table."""
        return tuple(self._values)

    def allow(self, keys: Collection[str]) -> None:
        """Refuse every key that is not among ``keys``: most are misspelt, and would be passed over in silence."""
        for key in self._values:
            if key not in keys:
                self._report("settings-unknown-key", f"there is no setting {self._prefix}{key}.", key, keys)

    def refuse(self, key: str, expected: str, value: Any) -> None:
        """Record that ``key`` has a value of the wrong kind."""
        shown = repr(value) if len(repr(value)) <= 60 else f"{repr(value)[:57]}…"
        self._report("settings-type", f"{self._prefix}{key} must be {expected}; it is {shown}.", key, ())

    def _typed(self, key: str, kind: type, expected: str, default: Any) -> Any:
        value = self._values.get(key, default)
        if not isinstance(value, kind):
            self.refuse(key, expected, value)
            return default
        return value

    def _report(self, code: str, message: str, key: str, allowed: Collection[str]) -> None:
        remedy = f"Known here: {', '.join(sorted(allowed))}." if allowed else "Correct the value."
        self._problems.append(Diagnostic("error", code, message, str(self._path), self._line(key), remedy))

    def _line(self, key: str) -> int:
        """Return the line that sets ``key`` in this table, else the one that the table begins at."""
        if not self._places:
            self._places.append(_Places(self._path.read_text(encoding="utf-8", errors="replace")))
        return self._places[0].line(self._prefix.rstrip("."), self._number, key)
