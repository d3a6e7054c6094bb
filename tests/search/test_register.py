"""What is offered, kept between builds: after any changes the same as if it had been made at once."""

from __future__ import annotations

import dataclasses
import json
import random
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.search import EntryChanges, SearchEntry, best, offering, suggestions
from generator.search.cache import WORDS
from generator.search.document import EntryKind
from generator.search.offering import update_register
from generator.search.placing import Placing
from generator.search.readings import Readings
from generator.search.register import open_register
from generator.search.suggestions import write_suggestions
from generator.search.vocabulary import make_vocabulary
from generator.search.word_counts import update_word_counts

Names = dict[tuple[EntryKind, str], SearchEntry]
Headlines = dict[str, list[SearchEntry]]


class NoReadings(Readings):
    """Looks nothing up, which would take longer than all the rest."""

    def by_syllable(self, words: Iterable[str]) -> dict[str, str]:
        return {}


NO_READINGS = NoReadings(Path("/dev/null"))


class Offered:
    """Topics, names and headlines of few characters, that change at random."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.names: Names = {}
        self.headlines: Headlines = {}
        self.revision = 0

    def _label(self) -> str:
        return "".join(self.rng.choice("数据中心国人") for _ in range(self.rng.randint(1, 4)))

    def change(self) -> EntryChanges:
        """Change something, and say what may have changed since."""
        names, issues = set(), set()
        for _ in range(self.rng.choice((1, 3, 40))):
            kind: EntryKind = self.rng.choice(("topic", "person"))
            known = sorted(self.names)
            key = self.rng.choice(known) if known and self.rng.random() < 0.5 else (kind, self._label())
            entry = self.names.get(key) or SearchEntry(*key, url=f"{key[0]}/{key[1]}.html")
            self.names[key] = dataclasses.replace(entry, count=self.rng.randint(1, 9))
            if self.rng.random() < 0.4:
                del self.names[key]
            names.add(key)
        for _ in range(self.rng.choice((0, 1, 5))):
            issue = f"a/2020-01-{self.rng.randint(1, 20):02d}"
            self.headlines[issue] = [
                SearchEntry(
                    "article", self._label(), f"{issue}/{number}.html", date=issue[2:], words=("数据",)
                )
                for number in range(self.rng.randint(0, 6))
            ]
            issues.add(issue)
        self.revision += 1
        return EntryChanges(
            str(self.revision),
            [(issue, self.headlines[issue]) for issue in issues],
            [(*key, self.names.get(key)) for key in names],
            whole=False,
        )

    def whole(self) -> EntryChanges:
        """All of it, in any order."""
        names, issues = list(self.names.items()), list(self.headlines.items())
        self.rng.shuffle(names)
        self.rng.shuffle(issues)
        return EntryChanges(str(self.revision), issues, [(*key, entry) for key, entry in names], whole=True)


def tree(register: sqlite3.Connection, changes: EntryChanges, folder: Path) -> Mapping[str, bytes]:
    """The files of suggestions after ``changes``."""
    changed = update_register(register, lambda _: changes)
    first = write_suggestions(register, changed, Placing(folder, None))
    return {path.name: path.read_bytes() for path in folder.glob("suggest/*")} | {"first": first.encode()}


@pytest.mark.parametrize("most_changed", [0, 50_000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_changes_the_tree_is_the_one_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, most_changed: int
) -> None:
    monkeypatch.setattr(suggestions, "LEAF", 6)
    monkeypatch.setattr(best, "BEST", 2)
    monkeypatch.setattr(offering, "MOST_CHANGED", most_changed)
    offered = Offered(seed)
    changes = offered.whole()
    for step in range(30):
        with open_register(tmp_path / "kept.sqlite") as register:
            warm = tree(register, changes, tmp_path / f"warm-{step}")
            named = make_vocabulary(register, NO_READINGS)
        if step % 5 == 4:
            with open_register(tmp_path / f"{step}.sqlite") as register:
                assert tree(register, offered.whole(), tmp_path / f"cold-{step}") == warm
                assert make_vocabulary(register, NO_READINGS) == named
        changes = offered.change()


def test_the_revision_of_the_build_before_is_given_back_and_nothing_else_is_looked_at(tmp_path: Path) -> None:
    asked = []

    def entries(revision: str) -> EntryChanges:
        asked.append(revision)
        return EntryChanges("second" if revision else "first", (), (), whole=not revision)

    for _ in range(2):
        with open_register(tmp_path / "kept.sqlite") as register:
            update_register(register, entries)
    with pytest.raises(ZeroDivisionError), open_register(tmp_path / "kept.sqlite") as register:
        update_register(register, entries)
        raise ZeroDivisionError
    with open_register(tmp_path / "kept.sqlite") as register:
        update_register(register, entries)
    assert asked == ["", "first", "second", "second"]


def keep_words(folder: Path, counts: Mapping[str, int]) -> Path:
    """A part in the cache that has these words."""
    folder.mkdir()
    (folder / WORDS).write_text(json.dumps(counts))
    return folder


def words_of(register: sqlite3.Connection) -> list[str]:
    """The words of the vocabulary with one article, with two and three, and so on."""
    return list(make_vocabulary(register, NO_READINGS)["words"])


def test_words_are_counted_over_the_parts_that_there_are(tmp_path: Path) -> None:
    first = keep_words(tmp_path / "first", {"算力": 3, "臺灣": 1, "2022": 5})
    second = keep_words(tmp_path / "second", {"算力": 1, "台湾": 2})
    third = keep_words(tmp_path / "third", {"台湾": 1})
    with open_register(tmp_path / "kept.sqlite") as register:
        update_word_counts(register, [first, second])
        assert words_of(register) == ["", "台湾", "算力"]
        update_word_counts(register, [first, third])
        assert words_of(register) == ["", "台湾 算力"]
        (third / WORDS).unlink()
        update_word_counts(register, [first])
        assert words_of(register) == ["臺灣", "算力"]
        update_word_counts(register, [])
        assert words_of(register) == []
