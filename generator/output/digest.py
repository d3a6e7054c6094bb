"""One number for all files of a site, kept up to date without looking at those that did not change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_BITS = 256


@dataclass(frozen=True, slots=True)
class SiteDigest:
    """A set of files: the sum, modulo 2^256, of SHA-256 over each one's path and digest.

    A sum knows no order and can be taken back, so that a build that changes ten pages of 250,000 need not list the
    others; and it is the same number however the site came to have these files. It tells sites apart that differ by
    accident or edit. It is no seal: whoever wants to can make other files with the same sum (Wagner, *A generalized
    birthday problem*, 2002).
    """

    value: int = 0

    def add(self, path: str, digest: str) -> SiteDigest:
        """Return the digest with one file more: its path in the site, and the SHA-256 of its bytes in hexadecimal."""
        return SiteDigest((self.value + _number(path, digest)) % (1 << _BITS))

    def remove(self, path: str, digest: str) -> SiteDigest:
        """Return the digest without a file that was added with the same path and digest."""
        return SiteDigest((self.value - _number(path, digest)) % (1 << _BITS))

    @property
    def hex(self) -> str:
        """The number as 64 hexadecimal digits; ``from_hex`` reads them."""
        return f"{self.value:0{_BITS // 4}x}"

    @classmethod
    def from_hex(cls, text: str) -> SiteDigest:
        """Return the digest that ``hex`` gave. Raises ``ValueError`` for anything else."""
        return cls(int(text, 16))


def _number(path: str, digest: str) -> int:
    # No path has a NUL in it, so that no two pairs are written alike.
    return int.from_bytes(hashlib.sha256(f"{path}\0{digest}".encode()).digest())
