"""The jumps of an article file, set in its text without touching anything else a person may have written."""

from __future__ import annotations

import re
from typing import Literal

from generator.content import frontmatter, frontmatter_writing
from generator.content.article_file import write_jump
from generator.model import Jump

JumpKey = Literal["continues_on", "continued_from"]
_AFTER = r"^(?:continued_from|topics|people|organisations|places|order|formerly|modified|rights|status|url|source):"


def set_jump(text: str, key: JumpKey, jump: Jump, file: str) -> str:
    """Return the ``text`` of an article file with ``key`` saying ``jump``.

    Raises ``BackfileError`` where the file has no front matter; ``file`` is the name that the message gives.
    """
    head, _ = frontmatter.split(text, file)
    value = frontmatter_writing.dump({key: write_jump(jump)})
    start = text.index(head)
    present = re.search(rf"^{key}:.*\n(?:[ \t-].*\n)*", head, re.MULTILINE)
    following = re.search(_AFTER, head, re.MULTILINE)
    if present:
        first, last = present.span()
    else:
        first = last = following.start() if following else len(head)
    return f"{text[: start + first]}{value}{text[start + last :]}"
