"""archive.toml and topics.toml: the settings and the vocabulary of an archive."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType

from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import publication_slug
from generator.model import TERM_KINDS, Publication, Settings, Vocabulary, VocabularyTerm
from generator.settings_file import Table, read_toml

_SETTINGS = frozenset(["title", "description", "language", "base_url", "rights", "contact", "publications"])
_PUBLICATION = frozenset(["name", "name_supplied", "language", "description"])
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
        )
    settings = Settings(
        title=table.text("title") or defaults.title,
        description=table.text("description"),
        language=language,
        base_url=_address(table, "base_url", r"https?://[^\s<>\"?#]+"),
        rights=table.text("rights"),
        contact=_address(table, "contact", r"(https?://|mailto:)[^\s<>\"]+"),
        publications=MappingProxyType(publications),
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


def _address(table: Table, key: str, pattern: str) -> str:
    value = table.text(key)
    if value and not re.fullmatch(pattern, value):
        table.refuse(key, "an absolute web address", value)
        return ""
    return base_url(value) if key == "base_url" else value


def read_vocabulary(content: Path) -> Vocabulary:
    """Return the vocabulary of ``content/topics.toml``, an empty one where there is none.

    Raises ``BackfileError`` with every unknown key and wrong value, and for a name given to two terms.
    """
    path = content / "topics.toml"
    if not path.is_file():
        return Vocabulary()
    problems: list[Diagnostic] = []
    table = Table(read_toml(path), path, problems)
    table.allow({"term", "stop"})
    terms, owner = [], dict[str, str]()
    for entry in table.tables("term"):
        entry.allow({"name", "kind", "aliases"})
        name, kind = entry.text("name"), entry.text("kind") or "topics"
        if not name:
            entry.refuse("name", "the term's name", name)
            continue
        known = next((known for known in TERM_KINDS if known == kind), None)
        if known is None:
            entry.refuse("kind", f"one of {', '.join(TERM_KINDS)}", kind)
            continue
        term = VocabularyTerm(name, known, entry.texts("aliases"))
        for form in dict.fromkeys((name, *term.aliases)):
            if owner.setdefault(f"{known}:{form}", name) != name:
                entry.refuse(
                    "aliases",
                    f"names of one term each; {form} already leads to {owner[f'{known}:{form}']}",
                    form,
                )
        terms.append(term)
    stop = frozenset(table.texts("stop"))
    raise_all(problems)
    return Vocabulary(tuple(terms), stop)
