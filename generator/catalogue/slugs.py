"""Terms into file names that are safe on every server and file system, Han characters kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

MOST_BYTES = 150
"""Of a slug in UTF-8: ``.html`` and a temporary suffix still fit into the 255 bytes of a file name."""

_KEPT_MARKS = frozenset("-_.·+&")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|index)(?:\..*)?", re.IGNORECASE)
"""Device names of Windows, which also hold with an extension; and the name of the index itself."""
_SHORT, _LONG = 8, 64


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Return a slug for each of ``names``, unique among them ignoring case.

    A name that is safe as it stands is its own slug; one that had to be altered carries a short hash of it,
    so that no slug depends on the others. Only names whose slugs still collide all get their whole hash.
    """
    given = {name: slug(name) for name in sorted(set(names))}
    taken = Counter(slug.casefold() for slug in given.values())
    return {
        name: own if taken[own.casefold()] == 1 else _marked("", name, _LONG) for name, own in given.items()
    }


def slug(name: str) -> str:
    """Return the slug of ``name`` where no other name has the same."""
    plain = unicodedata.normalize("NFKC", name)
    if plain.isalnum() and len(plain) <= MOST_BYTES // 4 and not _RESERVED.fullmatch(plain):
        return plain  # letters and numbers alone, as most names are: as below, without looking at each
    safe = unicodedata.normalize(
        "NFKC", "".join(character if _is_safe(character) else "-" for character in plain)
    )
    safe = re.sub("-{2,}", "-", safe) if safe != plain else safe
    safe = safe.lstrip("-._+&·" + _leading_marks(safe)).rstrip(". ")
    if safe == plain and not _RESERVED.fullmatch(safe) and len(safe.encode()) <= MOST_BYTES:
        return safe
    # Of a device's name only what stands before the first full stop counts: aux.txt-1f2e is aux to Windows.
    return _marked(safe.replace(".", "-") if _RESERVED.fullmatch(safe) else safe, name, _SHORT)


def _is_safe(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in _KEPT_MARKS


def _leading_marks(text: str) -> str:
    """Return the combining marks among the characters of ``text``, none of which may open a file name."""
    return "".join(character for character in text if unicodedata.category(character)[0] == "M")


def _marked(safe: str, name: str, digits: int) -> str:
    """Return ``safe``, cut to length, with the hash of ``name`` behind it."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
    room = MOST_BYTES - digits - 1
    short = safe.encode()[:room].decode(errors="ignore").rstrip("-. ")
    return f"{short}-{digest}" if short else f"term-{digest}"
