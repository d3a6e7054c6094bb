"""Sites of a few files, written whole or changed in place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.output import SiteDigest, SiteWriter, stage_file
from generator.precompress import precompress

Files = Mapping[str, bytes]


def digest_of(files: Files) -> str:
    """Return the digest of a site with these files."""
    with_all = SiteDigest()
    for path, data in files.items():
        with_all = with_all.add(path, _sha256(data))
    return with_all.hex


def write_whole(site: Path, files: Files, *, compressed: bool = False) -> None:
    """Make ``site`` of these files, in the place of what stands there."""
    with SiteWriter(site, (), compressed=compressed) as writer:
        for path, data in files.items():
            stage_file(writer.staging, path, data)
        if compressed:
            precompress(writer.staging)
        writer.commit(digest_of(files))


def change(site: Path, old: Files, new: Files, *, compressed: bool = False) -> None:
    """Make ``site``, which has the files ``old``, one of ``new``, by what differs."""
    with SiteWriter(site, (), compressed=compressed) as writer:
        assert writer.standing == digest_of(old)
        stage_changes(writer, old, new)
        if compressed:
            precompress(writer.staging)
        writer.commit(digest_of(new), whole=False)


def stage_changes(writer: SiteWriter, old: Files, new: Files) -> None:
    """Write what is new or differs, and remove what is gone."""
    for path, data in new.items():
        if old.get(path) != data:
            stage_file(writer.staging, path, data)
    for path in old.keys() - new.keys():
        writer.remove(path)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
