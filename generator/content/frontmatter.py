"""The YAML at the head of an article file: text in, checked values out, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.resolver import BaseResolver

from generator.content.plain_frontmatter import read_plain
from generator.errors import BackfileError, Diagnostic

_FENCE = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class _NullsOnly(BaseResolver):
    """Scalars stay text (``007`` stays ``007``); only a plain null or nothing is None."""


_NullsOnly.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""])


_TAGS: dict[type[yaml.Node], tuple[str, ...]] = {
    yaml.ScalarNode: ("tag:yaml.org,2002:str", "tag:yaml.org,2002:null"),
    yaml.SequenceNode: ("tag:yaml.org,2002:seq",),
    yaml.MappingNode: ("tag:yaml.org,2002:map",),
}
"""The tags that a node of each kind may have: above all not merge, which copies what an alias names."""
_LONGEST = 1_000_000
"""Characters of front matter: an article's own takes some hundred."""
_LONG = 20_000
"""Characters of front matter from which it is left to a YAML parser: import writes none as long."""
_DEEPEST = 50
"""Lists in lists: libyaml's composer has no bound of its own."""


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                mark: Any = event.start_mark  # the stubs give libyaml's marks a class of their own
                raise ConstructorError(None, None, "found lists nested too deeply", mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Loader(CParser, SafeConstructor, _NullsOnly):
    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)
        SafeConstructor.__init__(self)
        _NullsOnly.__init__(self)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        # A node met again is an alias. Nothing here needs one, and nested they can explode in memory.
        if node in self.constructed_objects:
            raise ConstructorError(None, None, "found an anchor used by an alias", node.start_mark)
        if node.tag not in _TAGS[type(node)]:
            raise ConstructorError(None, None, f"found the tag {node.tag}", node.start_mark)
        return super().construct_object(node, deep=deep)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            name = (
                key.value if isinstance(key, yaml.ScalarNode) and key.tag in _TAGS[yaml.ScalarNode] else None
            )
            if name is None or name in seen:
                what = "a key that is not text" if name is None else f"the key {name!r} a second time"
                raise ConstructorError(None, None, f"found {what}", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep=deep)


def split(text: str, file: str) -> tuple[str, str]:
    """Return the front matter and the body of an article file.

    Raises ``BackfileError`` where the front matter is missing or not closed.
    """
    match = _FENCE.match(text)
    if match:
        return match[1], text[match.end() :]
    opened = text.lstrip("\ufeff").startswith("---")
    raise BackfileError(
        Diagnostic(
            "error",
            "front-matter-missing",
            "the front matter is not closed." if opened else "the file does not begin with front matter.",
            file,
            1,
            "Put the keys between two lines of three hyphens at the head of the file.",
        )
    )


def load(text: str, file: str) -> dict[str, Any]:
    """Return the keys and values of front matter; every scalar is text or None.

    Raises ``BackfileError`` naming file and line for what is not YAML, is no mapping, has a key twice, a tag,
    or an alias.
    """
    if len(text) <= _LONG and (plain := read_plain(text)) is not None:
        return plain
    try:
        if len(text) > _LONGEST:
            raise yaml.YAMLError(f"longer than {_LONGEST:,} characters")
        _refuse_depth(text)
        loader = _Loader(text)
        try:
            value = loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.YAMLError as problem:
        _refuse(problem, text, file)
    except RecursionError:
        _refuse(yaml.YAMLError("nested too deeply"), text, file)
    if not isinstance(value, dict):
        _refuse(yaml.YAMLError("not a list of keys and values"), text, file)
    return value


def _refuse(problem: yaml.YAMLError, text: str, file: str) -> NoReturn:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    line = mark.line + 2 if mark else 1
    if mark is None and (position := getattr(problem, "position", None)) is not None:
        line = text.encode("utf-8", "surrogatepass")[:position].count(b"\n") + 2
    what = getattr(problem, "problem", None) or getattr(problem, "reason", None) or str(problem)
    raise BackfileError(
        Diagnostic(
            "error",
            "front-matter-yaml",
            f"the front matter cannot be read as YAML: {what}.",
            file,
            line,
            "Put values that hold a colon, a hash sign or quotation marks between quotation marks.",
        )
    ) from problem


def line_of_key(text: str, key: str) -> int:
    """Return the line of an article file that has ``key`` (``source.lines`` for a nested one), else 1."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return 1
    line = 1
    for part in key.split("."):
        for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if name.value == part:
                line, node = name.start_mark.line + 2, value
                break
        else:
            break
    return line


def amend(head: str, before: Mapping[str, Any], after: Mapping[str, Any], written: str) -> str:
    """Return front matter ``head`` with each key whose value differs between ``before`` and ``after`` written anew.

    ``written`` is front matter that has the values of ``after``; lines of other keys, and comments between keys,
    are not touched. A new key stands before ``source``, or else at the end.
    """
    lines, spans, fresh = head.splitlines(keepends=True), _spans(head), _spans(written)
    new_lines = written.splitlines(keepends=True)
    changes: list[tuple[int, int, list[str]]] = []
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) == after.get(key):
            continue
        block = new_lines[slice(*fresh[key])] if key in fresh else []
        place = spans["source"][0] if "source" in spans else len(lines)
        changes.append((*spans.get(key, (place, place)), block))
    for first, end, block in sorted(changes, key=lambda change: change[:2], reverse=True):
        lines[first:end] = block
    return "".join(lines)


def _spans(head: str) -> dict[str, tuple[int, int]]:
    """Return first line and end of each key in ``head``, 0-based; comments after a value belong to the next key."""
    node = yaml.compose(head, Loader=yaml.CSafeLoader)
    lines, spans = head.splitlines(), {}
    names = [name for name, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    starts = [name.start_mark.line for name in names] + [len(lines)]
    for name, first, following in zip(names, starts, starts[1:], strict=False):
        end = following
        while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        spans[name.value] = (first, end)
    return spans
