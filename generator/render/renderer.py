"""What every page is made with: the layouts, the words of the interface, and the archive to look into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.model import Archive
from generator.render.assets import Assets
from generator.render.code_cache import CodeCache
from generator.render.interface_words import load_words
from generator.render.links import root_of, to_url
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.templates import Templates
from generator.render.views import HeadView

# What XML 1.0, production 2 (Char), leaves out below U+10000: nothing is above, and a range there takes its time.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CODE = "templates"
"""Folder of the cache with compiled templates."""


class Renderer:
    """Makes pages of one archive with one set of layouts. Built once; changes nothing outside itself."""

    def __init__(self, layouts: Sequence[Path], archive: Archive, cache: Path | None = None) -> None:
        """Take the layout folders, the archive's own before the built-in one, and the archive.

        Compiled templates are kept in the folder ``cache``, where one is given.
        Raises BackfileError for interface words that are missing or not TOML.
        """
        self.words = load_words(layouts, archive.settings.language)
        self.lookup = Lookup(archive, self.words)
        self.assets = Assets(layouts)
        self._templates = Templates(
            layouts,
            {"site": self.lookup.site},
            {"t": self.words, "asset": self.assets.url},
            CodeCache(cache / _CODE, self.words.digest + self.assets.digest) if cache else None,
        )

    def page(self, path: str, template: str, head: HeadView, **values: object) -> OutputFile:
        """Return the page ``path``, made from ``template``; raises BackfileError when that fails."""
        return self.page_under(root_of(path), path, template, head, **values)

    def page_under(self, root: str, path: str, template: str, head: HeadView, **values: object) -> OutputFile:
        """Return the page ``path`` whose links begin with ``root``: its way up to the root, or a URL."""
        text = self._templates.render(template, path, {"root": root, "head": head, **values})
        # A lone surrogate cannot be UTF-8; as a reference it is shown as a replacement character.
        return OutputFile(path, text.encode("utf-8", "xmlcharrefreplace"))

    def file(self, path: str, template: str, **values: object) -> OutputFile:
        """Return the file ``path``, text or XML, made from ``template``; raises BackfileError when that fails."""
        text = self._templates.render(template, path, {"root": root_of(path), **values})
        return OutputFile(path, _NOT_IN_XML.sub("\ufffd", text).encode())

    def absolute(self, path: str) -> str:
        """Return the absolute URL of ``path``, or nothing where the archive has no base URL."""
        base = self.lookup.site.base_url
        return f"{base}{to_url(path)}" if base else ""
