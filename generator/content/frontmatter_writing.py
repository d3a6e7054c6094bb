"""Values -> front matter, as PyYAML writes it: without it or by libyaml where that is the same, else by PyYAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.content.plain_writing import Flow, NotPlainError, PlainWriter

_SAME = re.compile(r"[ -!#-\[\]-~、-〃《-】“”‘’—…·，。；：？！（）％㐀-䶵一-龥０-９Ａ-Ｚａ-ｚ]*")
"""Texts that both write alike: of characters that need no escape, on one line."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's own emitter, which all front matter is written as: libyaml's breaks lines in other places."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _FastDumper(yaml.CSafeDumper):
    """libyaml's, five times as fast."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


for _kind in (_Dumper, _FastDumper):
    _kind.add_representer(
        Flow,
        lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True),
    )


def flow(values: Any) -> Any:
    """Mark a list, and the lists in it, to be written on one line."""
    return Flow(flow(value) for value in values) if isinstance(values, (list, tuple)) else values


def dump(values: Mapping[str, Any]) -> str:
    """Return ``values`` as front matter, keys in their order, one line a scalar, ending in a line end."""
    given = dict(values)
    try:
        return _plain.front_matter(given)
    except NotPlainError:
        return _dump(given, _FastDumper if _is_same(given) else _Dumper)


def _dump(values: dict[str, Any], dumper: type[_Dumper | _FastDumper]) -> str:
    return yaml.dump(
        values,
        Dumper=dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=2**31 - 1,  # libyaml has 32 bits for it
    )


def _is_same(value: Any) -> bool:
    """Tell whether both emitters write ``value`` alike; numbers and dates are text to them."""
    if isinstance(value, str):
        return len(value) < 100_000 and _SAME.fullmatch(value) is not None
    if isinstance(value, dict):
        return all(_is_same(key) and _is_same(each) for key, each in value.items())
    return not isinstance(value, list) or all(map(_is_same, value))


def _alone(value: Any) -> str:
    if not _is_same(value):
        raise NotPlainError
    return _dump({"a": value}, _FastDumper)


_plain = PlainWriter(_alone)
