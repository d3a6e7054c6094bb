"""Compiled templates, kept from one build to the next: to compile them takes ten times what a page or two take."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.render import compiling

_DIGEST = hashlib.sha256().digest_size


class CodeCache(BytecodeCache):
    """Keeps the code of each template in a file of a folder, which may be damaged or deleted at any time.

    Code is used only where everything it was made from is the same: the template, the program that compiled it, and
    what that has worked out beforehand.
    """

    def __init__(self, folder: Path, known: str) -> None:
        """Take the folder, made when it is needed, and what tells apart the functions that templates are given."""
        self._folder = folder
        compiler = Path(compiling.__file__).read_bytes()
        version = getattr(jinja2, "__version__", "")
        self._known = hashlib.sha256(b"\0".join([compiler, version.encode(), known.encode()])).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """Return what tells apart everything that code is made from."""
        return hashlib.sha256(f"{self._known}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code of a template, where it is there, whole, and of the same template."""
        try:
            kept = self._file(bucket).read_bytes()
        except OSError:
            return
        digest, code = kept[:_DIGEST], kept[_DIGEST:]
        if hashlib.sha256(code).digest() == digest:  # Python does not look at code before it runs it
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code of a template, whole or not at all; where the disk refuses, it is not kept."""
        code = bucket.bytecode_to_string()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(hashlib.sha256(code).digest() + code)
                Path(name).replace(self._file(bucket))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key
