"""What ``backfile build`` is asked for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from generator.config import base_url, read_settings
from generator.model import Settings
from generator.workers import Jobs


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """The command line of ``backfile build``."""

    content: Path
    layouts: tuple[Path, ...]
    """Folders of templates; a file of an earlier one stands in for the same file of a later one."""
    site: Path
    cache: Path
    base_url: str = ""
    """Overrides the one of archive.toml where it is not empty."""
    jobs: Jobs = 1
    search: bool = True
    precompress: bool = False

    @property
    def catalogue(self) -> Path:
        """The file of the catalogue, which other processes of the build read."""
        return self.cache / "catalogue.sqlite"


def read_request_settings(request: BuildRequest) -> Settings:
    """Return the settings of the archive, as the command line overrides them. Raises ``BackfileError``."""
    settings = read_settings(request.content)
    if request.base_url:
        settings = dataclasses.replace(settings, base_url=base_url(request.base_url))
    return settings
