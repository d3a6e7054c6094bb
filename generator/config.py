"""archive.toml: the settings of an archive."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import is_address, publication_slug
from generator.model import Publication, Settings
from generator.settings_file import Table, read_toml

_SETTINGS = frozenset(
    [
        "title",
        "description",
        "language",
        "base_url",
        "rights",
        "contact",
        "corrections",
        "index_notices",
        "publications",
        "term_page_from",
    ]
)
_PUBLICATION = frozenset(["name", "name_supplied", "language", "description", "rights"])
CORRECTION_FIELDS = ("path", "id", "title", "url")
"""What stands in braces in ``corrections``."""
_WRITTEN_TO = ("http", "https", "mailto")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_settings(content: Path) -> Settings:
    """Return the settings of ``content/archive.toml``, the defaults where there is none.

    Raises ``BackfileError`` with every unknown key and wrong value.
    """
    path = content / "archive.toml"
    if not path.is_file():
        return Settings()
    problems: list[Diagnostic] = []
    table = Table(read_toml(path), path, problems)
    table.allow(_SETTINGS)
    defaults = Settings()
    language = _language(table, defaults.language)
    publications = {}
    listed = table.table("publications")
    for slug in listed.keys():  # noqa: SIM118  # a Table is not a mapping
        try:
            publication_slug(slug)
        except BackfileError as refused:
            listed.refuse(slug, "a table with the name of a publication", refused.diagnostics[0].message)
        entry = listed.table(slug)
        entry.allow(_PUBLICATION)
        publications[slug] = Publication(
            slug=slug,
            name=entry.text("name") or slug,
            name_supplied=entry.boolean("name_supplied"),
            language=_language(entry, language),
            description=entry.text("description"),
            rights=entry.text("rights"),
        )
    settings = Settings(
        title=table.text("title") or defaults.title,
        description=table.text("description"),
        language=language,
        base_url=_base_url(table),
        rights=table.text("rights"),
        contact=_address(table, "contact", *_WRITTEN_TO),
        corrections=_corrections(table),
        index_notices=table.boolean("index_notices"),
        publications=MappingProxyType(publications),
        term_page_from=table.whole_number("term_page_from"),
    )
    raise_all(problems)
    return settings


def base_url(text: str) -> str:
    """Return ``text`` as the address of a site's root, ending in a slash; empty stays empty."""
    return f"{text.rstrip('/')}/" if text else ""


def _language(table: Table, default: str) -> str:
    value = table.text("language") or default
    if not _LANGUAGE.fullmatch(value):
        table.refuse("language", "a language tag such as zh-Hans or en", value)
        return default
    return value


def _address(table: Table, key: str, *schemes: str) -> str:
    value = table.text(key)
    if value and not is_address(value, schemes):
        table.refuse(key, "an absolute web address", value)
        return ""
    return value


def _base_url(table: Table) -> str:
    value = _address(table, "base_url", "http", "https")
    if "?" in value or "#" in value:
        table.refuse("base_url", "a web address without ? and #", value)
        return ""
    return base_url(value)


def _corrections(table: Table) -> str:
    value = _address(table, "corrections", *_WRITTEN_TO)
    try:
        parts = tuple(Formatter().parse(value))
    except ValueError:
        parts = (("", "", "", None),)
    known = {None, *CORRECTION_FIELDS}
    if any(field not in known or form or conversion for _, field, form, conversion in parts):
        fields = ", ".join(f"{{{field}}}" for field in CORRECTION_FIELDS)
        table.refuse("corrections", f"an address with nothing in braces but {fields}", value)
        return ""
    return value
