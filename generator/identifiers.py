"""Names that become paths or links: publications, editions, issues, pages, article ids, sources, addresses; terms."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit

from generator.errors import error

SITE_NAMES = frozenset(
    [
        "404",
        "api",
        "assets",
        "calendar",
        "data",
        "days",
        "feed",
        "feeds",
        "index",
        "issues",
        "manifest",
        "notices",
        "organisations",
        "pagefind",
        "people",
        "places",
        "publications",
        "redirects",
        "robots",
        "search",
        "site",
        "sitemap",
        "static",
        "topics",
    ]
)
"""First path segments that the site uses itself, or may come to use."""

_DEVICE_NAMES = frozenset(["con", "prn", "aux", "nul"]) | {
    f"{p}{n}" for p in ("com", "lpt") for n in range(10)
}
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_LABEL = re.compile(r"([A-Za-z]{0,4})([0-9]{1,4})([A-Za-z]{0,2})")
_ISSUE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([a-z0-9][a-z0-9-]{0,62}))?", re.ASCII)
_ID = re.compile(
    r"([a-z0-9][a-z0-9-]{0,62})/(\d{4}-\d{2}-\d{2}(?:-[a-z0-9][a-z0-9-]{0,62})?)/p([A-Z]{0,4}\d{2,4}[A-Z]{0,2})/(\d{2,6})",
    re.ASCII,
)


def publication_slug(text: str) -> str:
    """Return ``text`` if it can name a publication, else raise ``BackfileError``."""
    if text in SITE_NAMES or text in _DEVICE_NAMES:
        raise error(
            "publication-reserved",
            f"the publication cannot be called {text!r}: the site, or a file system, uses that name itself.",
            remedy="Choose another slug, such as the newspaper's name in pinyin.",
        )
    return _slug(text, "publication")


def edition_slug(text: str) -> str:
    """Return ``text`` if it can name an edition, else raise ``BackfileError``."""
    return _slug(text, "edition")


def _slug(text: str, what: str) -> str:
    if not _SLUG.fullmatch(text):
        raise error(
            f"{what}-slug",
            f"{text!r} cannot name {'an' if what == 'edition' else 'a'} {what}.",
            remedy="Use lower-case letters a to z, digits and hyphens, at most 63, such as wanbao or renmin-ribao.",
        )
    return text


def page_label(text: str) -> str:
    """Return the label of a page as ids have it: ``1`` makes ``01``, ``a3`` makes ``A03``.

    Raises ``BackfileError`` for text that is not a page label.
    """
    match = _LABEL.fullmatch(text.strip())
    if not match:
        raise error(
            "page-label",
            f"{text!r} is not a page label.",
            remedy="Use a number with letters before or after it where the newspaper has them: 1, 03, A03.",
        )
    before, number, after = match.groups()
    return f"{before.upper()}{int(number):02d}{after.upper()}"


_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}


def printed_label(text: str) -> str:
    """Return the label of a page whose number is printed ``text``: ``A3``, ``三``, ``十二``; empty for no number."""
    plain = text.replace("-", "")
    if _LABEL.fullmatch(plain):
        return page_label(plain)
    before, ten, after = text.partition("十")
    if not ten:
        return page_label(str(_HAN_DIGITS[text])) if text in _HAN_DIGITS else ""
    return page_label(str(_HAN_DIGITS.get(before, 1) * 10 + _HAN_DIGITS.get(after, 0)))


def following_label(label: str) -> str:
    """Return the label of the page after ``label``: ``A04`` after ``A03``."""
    match = _LABEL.fullmatch(page_label(label))
    before, number, after = match.groups() if match else ("", "0", "")
    return page_label(f"{before}{int(number) + 1}{after}")


def is_page_label(text: str) -> bool:
    """Tell whether ``text`` is a page label as ids have it: ``01``, ``A03``."""
    match = _LABEL.fullmatch(text)
    return match is not None and f"{match[1].upper()}{int(match[2]):02d}{match[3].upper()}" == text


def iso_date(text: str) -> dt.date:
    """Return the date written ``YYYY-MM-DD``; raises ``ValueError`` for any other text."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def label_key(label: str) -> tuple[str, int, str]:
    """Return the key that sorts page labels as the newspaper counts them: 01, 02 … 10, A01, B01."""
    match = _LABEL.fullmatch(label)
    if not match:
        return (label, 0, "")
    return (match[1].upper(), int(match[2]), match[3])


def split_issue_folder(name: str) -> tuple[dt.date, str] | None:
    """Return date and edition of an issue's folder name, or None if it is not one."""
    match = _ISSUE.fullmatch(name)
    if not match:
        return None
    try:
        return dt.date.fromisoformat(match[1]), match[2] or ""
    except ValueError:
        return None


def is_article_id(text: str) -> bool:
    """Tell whether ``text`` has the form ``<publication>/<issue>/p<page>/<number>``."""
    match = _ID.fullmatch(text)
    return match is not None and split_issue_folder(match[2]) is not None


def is_article_number(text: str) -> bool:
    """Tell whether ``text`` is the number of an article on its page, as ids and files have it: ``07``, ``123``."""
    return re.fullmatch(r"0[1-9]|[1-9]\d{1,5}", text, re.ASCII) is not None


def article_id(issue_id: str, label: str, number: int) -> str:
    """Return the id of article ``number`` of page ``label`` of an issue."""
    return f"{issue_id}/p{label}/{number:02d}"


def is_source_file(text: str) -> bool:
    """Tell whether ``text`` is the path of a source file in its issue's folder: ``source/page.txt``."""
    return re.fullmatch(r"source/(?!\.\.?$)[^/\\\x00-\x1f]+", text) is not None


def is_address(text: str, schemes: Collection[str] = ("http", "https")) -> bool:
    """Tell whether ``text`` is an absolute address with one of ``schemes`` that a browser can take (RFC 3986)."""
    scheme, colon, rest = text.partition(":")
    if scheme not in schemes or not colon or not rest or re.search(r"[\s<>\"]", text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:  # brackets that hold no IPv6 address, a port that is none
        return False
    return bool(host) or scheme == "mailto"


def fold(name: str) -> str:
    """Return what is equal for two forms of one term: NFKC, case folded, blanks made one."""
    plain = unicodedata.normalize("NFKC", name)
    folded = plain.casefold()
    if folded != plain:
        folded = unicodedata.normalize("NFKC", folded)
    return folded if folded.isalnum() else " ".join(folded.split())
