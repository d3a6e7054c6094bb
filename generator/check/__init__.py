"""Proof that an archive is whole, from its sources to its site ([how](docs/nothing-lost.md))."""

from generator.check.archive import CheckReport, check_archive, check_bagged_archive

__all__ = ["CheckReport", "check_archive", "check_bagged_archive"]
