"""What earlier runs have made, put aside and deleted when all is measured.

Before ext4 gives an inode to a new file, it looks whether the last file that had it was deleted a moment ago (the
kernel's ``recently_deleted``, fs/ext4/ialloc.c): right after the deletion of thousands of files, to make a file takes
ten times as long as otherwise.
"""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path


class Aside:
    """A folder for what is not to be there any more."""

    def __init__(self, folder: Path) -> None:
        """Take the ``folder``, on the file system of what it is to hold."""
        self._folder = folder

    def put(self, path: Path) -> None:
        """Move what is at ``path`` here, if there is anything."""
        if path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            places = (self._folder / str(number) for number in itertools.count())
            path.rename(next(place for place in places if not place.exists()))

    def clear(self) -> None:
        """Delete all that was put here."""
        shutil.rmtree(self._folder, ignore_errors=True)
