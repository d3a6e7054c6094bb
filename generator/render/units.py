"""Units of the site: what is made at once, and a key that says what it was made from.

A unit's name is a family and its arguments, so that another process can make it. Two units with one name and one key
have the same files, as long as templates, settings and program are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import TERM_KINDS, IssueFace, TermKind

_BETWEEN = "\t"
"""Between family and arguments; no id, slug or term has one."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is made at once."""

    name: str
    key: str


def unit(family: str, *arguments: object, key: str) -> Unit:
    """Return the unit of ``family`` that ``arguments`` tell from its others."""
    return Unit(unit_name(family, *arguments), key)


def unit_name(family: str, *arguments: object) -> str:
    """Return the name of the unit of ``family`` that ``arguments`` tell from its others."""
    return _BETWEEN.join((family, *map(str, arguments)))


def split_name(name: str) -> tuple[str, ...]:
    """Return the family of the unit ``name``, and its arguments."""
    return tuple(name.split(_BETWEEN))


def kind_named(name: str) -> TermKind:
    """Return the kind of terms that an argument of a unit names. Raises StopIteration for any other text."""
    return next(kind for kind in TERM_KINDS if kind == name)


def key_of(*values: object) -> str:
    """Return a key of ``values``: texts, numbers, dates, and tuples or frozen types of these."""
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def key_of_faces(faces: Iterable[IssueFace], *values: object) -> str:
    """Return a key of all that ``faces`` can show, and of ``values``."""
    return key_of(tuple(face.digest for face in faces), *values)
