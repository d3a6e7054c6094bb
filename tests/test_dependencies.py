"""What a site is built with is pinned with hashes, and listed with its licence."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

from tests.conftest import PROJECT

LOCKED = (PROJECT / "requirements" / "site.txt").read_text(encoding="utf-8")
LISTED = dict(
    re.findall(
        r"^\| \**([a-z0-9-]+)\** \| ([^|]+) \|",
        (PROJECT / "docs" / "dependencies.md").read_text("utf-8"),
        re.M,
    )
)


def test_every_pinned_package_has_hashes() -> None:
    entries = re.split(r"\n(?=[a-z0-9-]+==)", LOCKED)[1:]
    assert entries
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_table_lists_what_is_pinned_and_nothing_else() -> None:
    assert set(re.findall(r"^([a-z0-9-]+)==", LOCKED, re.M)) == LISTED.keys()


def test_bold_are_those_that_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[=>~ ]", each)[0] for each in project["dependencies"]}
    table = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| \*\*([a-z0-9-]+)\*\*", table, re.M)) == asked


def test_licences_are_those_that_the_packages_state() -> None:
    for name, licence in LISTED.items():
        about = importlib.metadata.metadata(name)
        stated = " ".join(
            [about.get("License-Expression", ""), about.get("License", ""), *about.get_all("Classifier", [])]
        )
        family = licence.split("-")[0].split(" (")[0]
        assert family.lower() in stated.lower(), f"{name}: {stated}"
