"""Every recognition rule finds what its fixtures say, and nothing else."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from generator.segmentation import rules
from generator.segmentation.findings import Finding
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import FOLDER, Fixture, page_of, read_fixtures

FIXTURES = read_fixtures()


def described(finding: Finding) -> str:
    return f"{finding.first + 1}-{finding.last + 1} {finding.mark.value} {finding.credit}".strip()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda f: f"{f.rule}: {f.title}")
def test_rule_finds_what_its_fixture_says(fixture: Fixture) -> None:
    rule = importlib.import_module(f"generator.segmentation.rules.{fixture.rule}")
    found = rule.find(read_rows(page_of(fixture.text)))
    assert "\n".join(map(described, found)) == fixture.expected


def test_every_rule_is_listed_and_has_fixtures() -> None:
    folder = Path(rules.__file__).parent
    with_find = {
        path.stem for path in folder.glob("*.py") if "\ndef find(" in path.read_text(encoding="utf-8")
    }
    listed = {rule.__module__.rsplit(".", 1)[-1] for rule in rules.RULES}
    assert with_find == listed == {path.stem for path in FOLDER.glob("*.txt")}


def test_the_first_rule_that_claims_a_row_has_it() -> None:
    rows = read_rows(page_of("遗失张三身份证，电话：0571-12345678，声明作废。\n联系电话：0571-12345678"))
    _, findings = rules.recognise(rows)
    assert [described(finding) for finding in findings] == ["1-1 notice", "2-2 furniture"]
