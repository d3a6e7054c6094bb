"""An Article and its Markdown file, written and read."""

from __future__ import annotations

from typing import Any

from generator.characters import odd_characters, replace_unusable
from generator.content import frontmatter, frontmatter_writing
from generator.content.article_values import SCHEMA, WrongValueError
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.model import TERM_KINDS, Article, Jump, SourceRef, Terms


def format_article(article: Article) -> str:
    """Return the text of the article's file: front matter, a blank line, the body."""
    values = {key: value for key, value in _values(article).items() if value or _is_kept_empty(key, article)}
    values.update(article.extra)
    if article.source:
        values["source"] = {
            "file": article.source.file,
            "lines": frontmatter_writing.flow(article.source.lines),
            "confidence": article.source.confidence,
            **({"doubts": list(article.source.doubts)} if article.source.doubts else {}),
            **({"also": _also_values(article.source)} if article.source.also else {}),
        }
    body = f"\n{article.body}\n" if article.body else ""
    return f"---\n{frontmatter_writing.dump(values)}---\n{body}"


def _values(article: Article) -> dict[str, Any]:
    """Return every key but ``source`` in the order of the file."""
    return {
        "id": article.id,
        "kind": article.kind,
        "title": article.title or None,
        "title_supplied": article.title_supplied,
        "kicker": article.kicker or None,
        "subtitle": article.subtitle or None,
        "lede": list(article.lede),
        "section": article.section,
        "authors": frontmatter_writing.flow(article.authors),
        "attribution": article.attribution,
        "continues_on": write_jump(article.continues_on),
        "continued_from": write_jump(article.continued_from),
        **{key: frontmatter_writing.flow(getattr(article.terms, key)) for key in TERM_KINDS},
        "order": article.order,
        "formerly": frontmatter_writing.flow(article.formerly),
        "modified": article.modified,
        "rights": article.rights,
        "status": article.status,
        "url": article.url,
    }


def _also_values(source: SourceRef) -> list[dict[str, Any]]:
    return [{"file": file, "lines": frontmatter_writing.flow(lines)} for file, lines in source.also]


def write_jump(jump: Jump | None) -> dict[str, Any] | None:
    """Return the value of ``continues_on`` or ``continued_from``: the keys that are known."""
    if jump is None:
        return None
    values = {"page": jump.page, "stated": jump.stated, "article": jump.article}
    known: dict[str, Any] = {key: value for key, value in values.items() if value}
    return known | ({"confidence": jump.confidence} if jump.article and jump.confidence < 1 else {})


def _is_kept_empty(key: str, article: Article) -> bool:
    """Tell whether ``key`` is written without a value: a person who corrects an article then finds it there."""
    return (
        key == "title"
        or (article.kind == "article" and key in ("kicker", "subtitle", "authors", *TERM_KINDS))
        or (key == "order" and article.order is not None)
    )


def amend_article(text: str, before: Article, after: Article) -> str:
    """Return the ``text`` of the article ``before`` with what differs in ``after``; all else stays as it was written.

    So a person's comments, order of keys and ways of quoting outlive an import.
    """
    head, body = frontmatter.split(text.replace("\r\n", "\n"), after.id)
    old, new = (frontmatter.split(format_article(each), after.id)[0] for each in (before, after))
    head = frontmatter.amend(head, frontmatter.load(old, after.id), frontmatter.load(new, after.id), new)
    if after.body != before.body:
        body = f"\n{after.body}\n" if after.body else ""
    return f"---\n{head}---\n{body}"


def parse_article(text: str, file: str, place: str = "") -> Article:
    """Return the article of a file's text; ``file`` is the name that messages give.

    ``place`` is the id that the file's place gives, for one that does not say its own: a person who begins a file
    need write no more than a title and text.

    Raises ``BackfileError`` with one located diagnostic for each wrong value.
    """
    text = text.replace("\r\n", "\n")
    _refuse_unusable(text, file)
    head, body = frontmatter.split(text, file)
    values = frontmatter.load(head, file)
    problems: list[Diagnostic] = []
    fields: dict[str, Any] = {}
    for key, read in SCHEMA.items():
        if key in values:
            try:
                fields[key] = read(key, values.pop(key))
            except WrongValueError as wrong:
                problems.append(_located(wrong, head, file))
    if place:
        fields.setdefault("id", place)
    if "id" not in fields and not any(problem.message.startswith("id ") for problem in problems):
        remedy = "Add a line such as `id: wanbao/2022-09-20/p01/01`."
        problems.append(Diagnostic("error", "front-matter-type", "id is missing.", file, 1, remedy))
    if problems:
        raise BackfileError(problems)
    fields.setdefault("kind", "article")
    terms = Terms(**{key: fields.pop(key) for key in TERM_KINDS if key in fields})
    fields.setdefault("title", "")
    return Article(**fields, terms=terms, extra=values, body=body.strip("\n"))


def _refuse_unusable(text: str, file: str) -> None:
    """Raise ``BackfileError`` with each line of ``text`` that holds characters for which no page has a place."""
    if replace_unusable(text) == text:
        return
    raise_all(
        Diagnostic(
            "error",
            "content-characters",
            f"the line holds characters that are no text ({', '.join(odd_characters(line)[:8])}).",
            file,
            number,
            "Compare the line with its source, and take them out.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if replace_unusable(line) != line
    )


def _located(wrong: WrongValueError, head: str, file: str) -> Diagnostic:
    key, expected, value = wrong.args
    shown = "" if value is None else f"; it is {_shown(value)}"
    return Diagnostic(
        "error",
        "front-matter-type",
        f"{key} must be {expected}{shown}.",
        file,
        frontmatter.line_of_key(head, key),
        "Correct the value; docs/content-format.md describes every key.",
    )


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
