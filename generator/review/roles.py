"""What became of a source line: headline, lede, body … told from where its text stands in its article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Article
from generator.render import plain_paragraphs
from generator.review.views import Role

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The parts of an article, without blanks: lines are looked for in them."""

    kind: str
    headline: str
    headline_parts: frozenset[str]
    lede: str
    crossheads: frozenset[str]
    body: str
    attribution: str
    jumps: frozenset[str]


def article_text(article: Article) -> ArticleText:
    """Return the parts of ``article`` as lines are looked for in them."""
    parts = () if article.title_supplied else (article.kicker, article.title, article.subtitle)
    crossheads = [line.lstrip("# ") for line in article.body.split("\n") if line.startswith("##")]
    jumps = (jump.stated for jump in (article.continues_on, article.continued_from) if jump)
    text = "".join(plain_paragraphs(article.body))
    if article.kind not in ("article", "notice"):
        text = article.body  # furniture is shown as it is
    return ArticleText(
        kind=article.kind,
        headline=_bare("".join(parts)),
        headline_parts=frozenset(_bare(part) for part in parts if part),
        lede=_bare("".join(article.lede)),
        crossheads=frozenset(_bare(line.replace("\\", "")) for line in crossheads),
        body=_bare("".join(crossheads)) + _bare(text.replace("\\", "")),
        attribution=_bare(article.attribution),
        jumps=frozenset(map(_bare, jumps)),
    )


def role_of(line: str, text: ArticleText) -> Role:
    """Return what the source ``line`` is in the article of ``text``, or ``changed`` where it is not found."""
    if text.kind in ("furniture", "unplaced"):
        return "furniture" if text.kind == "furniture" else "unplaced"
    bare = _bare(line).rstrip("-")
    in_body = bare in text.body or _ends_with_credit(bare, text) or _over_a_paragraph(bare, text.body)
    found: tuple[tuple[bool, Role], ...] = (
        (bare in text.jumps, "jump"),
        (bare in text.crossheads, "crosshead"),
        (bare == text.attribution, "attribution"),
        (bare in text.headline_parts or (bare in text.headline and not in_body), "headline"),
        (bare in text.lede, "lede"),
        (in_body, "notice" if text.kind == "notice" else "body"),
    )
    return next((role for holds, role in found if holds), "changed")


def _ends_with_credit(bare: str, text: ArticleText) -> bool:
    """Tell whether the line is of the body, with the attribution glued to its end."""
    rest = bare.removesuffix(text.attribution) if text.attribution else bare
    return rest != bare and (rest in text.body or rest in text.lede)


def _over_a_paragraph(bare: str, body: str) -> bool:
    """Tell whether both halves of the line stand in the body, a character between them having changed."""
    half = len(bare) // 2
    return half > 3 and bare[:half] in body and bare[half:] in body


def _bare(text: str) -> str:
    return _SPACE.sub("", text)
