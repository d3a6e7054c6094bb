"""RIS, which most reference managers read: one tag a line, ``TY  - NEWS`` to ``ER  -``."""

from __future__ import annotations

from generator.render.citations.reference import Reference


def ris(reference: Reference) -> str:
    """Return ``reference`` as a record of a .ris file; its lines end in CR LF, as the format says."""
    day = reference.date
    tags = [
        ("TY", "NEWS"),
        ("ID", reference.key),
        ("TI", reference.title),
        *(("AU", author) for author in reference.authors),
        ("T2", reference.newspaper),
        ("PY", f"{day.year:04d}"),
        ("DA", f"{day.year:04d}/{day.month:02d}/{day.day:02d}/"),
        ("SP", reference.page),
        ("SE", reference.section),
        *(("KW", keyword) for keyword in reference.keywords),
        ("LA", reference.language),
        ("UR", reference.url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \r\n"
