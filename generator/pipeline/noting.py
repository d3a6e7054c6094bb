"""What the catalogue notes of the site, so that the next build knows it: true wherever this build is broken off.

A site that is made whole is noted before it is put in place: where that comes to nothing, the next build finds
another site than was noted, and makes it whole, as it would anyhow. A site that is changed in place is noted when
that is done. Until then what is to be noted lies beside the site as a memo: if the build is broken off in between,
the next one completes the change, and notes what the memo says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue, KeptUnit
from generator.output import SiteWriter
from generator.pipeline.stocktaking import TAKEN

_SITE, _MADE_WITH = "site", "made with"


@dataclass(frozen=True, slots=True)
class SiteNote:
    """What there is to note of a site."""

    site: str
    """Digest of its files."""
    made_with: str
    """Key of all that every page is made with."""
    units: Mapping[str, KeptUnit]
    """Those that were made, by name."""
    gone: tuple[str, ...]
    """Names of those that it has no more."""


def noted_site(catalogue: Catalogue) -> str:
    """Return the digest of the site that was noted last; empty where none was."""
    return catalogue.ledger.note(_SITE)


def is_noted(catalogue: Catalogue, standing: str, made_with: str) -> bool:
    """Tell whether the site that is ``standing`` is the one that was noted, and was ``made_with`` the same."""
    ledger = catalogue.ledger
    return (standing or None, made_with) == (ledger.note(_SITE), ledger.note(_MADE_WITH))


def put_in_place(writer: SiteWriter, catalogue: Catalogue, note: SiteNote, *, whole: bool) -> None:
    """Let the site become what was made, and note it. Raises ``BackfileError`` where the disk refuses."""
    if whole:
        _write(catalogue, note, anew=True)
        writer.commit(note.site, whole=True)
        return
    try:
        writer.commit(note.site, whole=False, memo=_to_memo(note, catalogue))
    finally:  # Ctrl-C may come when the site is changed already
        if writer.standing == note.site:
            _write(catalogue, note, anew=False)


def take_up(writer: SiteWriter, catalogue: Catalogue) -> None:
    """Note what a build that was broken off has put in place, if ``catalogue`` is as that build left it."""
    try:
        taken, note = _from_memo(writer.memo)
    except (ValueError, TypeError, AttributeError):
        return  # there is none, or what is left of one
    if note.site == writer.standing and taken == catalogue.ledger.note(TAKEN):
        _write(catalogue, note, anew=False)


def _to_memo(note: SiteNote, catalogue: Catalogue) -> bytes:
    units = {name: (unit.key, unit.files) for name, unit in note.units.items()}
    said = (catalogue.ledger.note(TAKEN), note.site, note.made_with, units, note.gone)
    return json.dumps(said).encode()


def _from_memo(memo: bytes) -> tuple[str, SiteNote]:
    """Return what was noted of the catalogue, and what is to be noted."""
    taken, site, made_with, said, gone = json.loads(memo)
    units = {
        name: KeptUnit(key, tuple((path, digest) for path, digest in files))
        for name, (key, files) in said.items()
    }
    return taken, SiteNote(site, made_with, units, tuple(gone))


def _write(catalogue: Catalogue, note: SiteNote, *, anew: bool) -> None:
    """Write ``note`` down; ``anew``: the site has no units but those that it names."""
    ledger = catalogue.ledger
    with catalogue.together():
        if anew:
            ledger.drop_all_units()
        else:
            ledger.drop_units(note.gone)
        ledger.put_units(note.units)
        ledger.put_note(_SITE, note.site)
        ledger.put_note(_MADE_WITH, note.made_with)
        catalogue.settle()
