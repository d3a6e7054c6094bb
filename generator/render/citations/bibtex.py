"""BibTeX: fields that both BibTeX and biblatex read."""

from __future__ import annotations

import re

from generator.render.citations.reference import Reference

# BibTeX counts braces whether or not a backslash stands before them: a brace in a text needs a command.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "#$%&_"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_COMMANDS)) + "]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A name with a comma, or with "and" in it, would be taken for two, or turned round.
_OF_ONE_PIECE = re.compile(r",|\band\b", re.IGNORECASE)


def bibtex(reference: Reference) -> str:
    """Return ``reference`` as an entry of a .bib file."""
    day = reference.date
    fields = {
        "title": f"{{{{{_text(reference.title)}}}}}",  # twice in braces: no style changes its capitals
        "author": _braced(" and ".join(map(_name, reference.authors))),
        "journal": _braced(_text(reference.newspaper)),
        "year": _braced(f"{day.year:04d}"),
        "month": _MONTHS[day.month - 1],
        "day": _braced(str(day.day)),
        "pages": _braced(reference.page),
        "entrysubtype": "{newspaper}",
        "keywords": _braced(_text(", ".join(reference.keywords))),
        "language": _braced(reference.language),
        "url": _braced(reference.url),
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@article{{{reference.key},\n{lines}}}\n"


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _text(text: str) -> str:
    return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], " ".join(text.split()))


def _name(name: str) -> str:
    return f"{{{_text(name)}}}" if _OF_ONE_PIECE.search(name) else _text(name)
