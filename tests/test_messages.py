"""Every error and warning has a page in docs/messages, with an example and the remedy; no page is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.conftest import PROJECT

PAGES = PROJECT / "docs" / "messages"
_CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def _modules() -> Iterator[ast.Module]:
    for path in sorted((PROJECT / "generator").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def _takers(module: ast.Module) -> dict[str, int]:
    """Return the functions of ``module`` that take a code, with the place of that parameter."""
    takers = {}
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args if each.arg not in ("self", "cls")]
            takers |= {node.name: names.index("code")} if "code" in names else {}
    return takers


def _pattern(given: ast.expr) -> Iterator[str]:
    """Yield the codes that ``given`` may be; of one that is put together, a pattern."""
    if isinstance(given, ast.JoinedStr):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z]+"
            for part in given.values
        )
        return
    for each in ast.walk(given):
        if isinstance(each, ast.Constant) and _CODE.fullmatch(str(each.value)):
            yield each.value


def _said() -> set[str]:
    """Return every code that the program can say, as patterns."""
    said: set[str] = set()
    for module in _modules():
        takers = {"Diagnostic": 1, "error": 0} | _takers(module)
        constants = {
            target.id: node.value
            for node in module.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            place = takers.get(getattr(node.func, "id", getattr(node.func, "attr", "")), -1)
            if 0 <= place < len(node.args):
                given = node.args[place]
                said.update(
                    _pattern(constants.get(given.id, given) if isinstance(given, ast.Name) else given)
                )
    return said


def _pages() -> dict[str, str]:
    return {
        path.stem: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md") if path.stem != "README"
    }


def test_every_code_has_a_page() -> None:
    said = _said()
    assert len(said) > 60
    missing = sorted(code for code in said if not any(re.fullmatch(code, page) for page in _pages()))
    assert missing == [], "write docs/messages/CODE.md for each"


def test_every_page_is_of_a_code() -> None:
    said = _said()
    assert sorted(page for page in _pages() if not any(re.fullmatch(code, page) for code in said)) == []


@pytest.mark.parametrize("code", sorted(_pages()))
def test_a_page_says_what_it_means_with_an_example_and_what_to_do(code: str) -> None:
    page = _pages()[code]
    meaning, example, remedy = re.split(r"\n## (?:Example|What to do)\n", page)
    assert meaning.startswith(f"# {code}\n")
    assert re.search(r"\n(?:An error|A warning) of (?:every command|`[a-z]+)", meaning)
    assert f"[{code}]" in example
    assert remedy.strip()
