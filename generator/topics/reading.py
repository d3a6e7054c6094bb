"""Stories into readings: fields cut into tagged words, and what stands in quotation marks.

Latin words and numbers stay whole (5.5G, IC&E, CTP3.0), and so does what the story itself sets in
quotation marks (“东数西算”): the writer says that it is one term, a dictionary made earlier cannot know it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import words
from generator.model import Story
from generator.topics.lists import read_list
from generator.topics.script import simplified
from generator.topics.setting_apart import set_apart

HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af〇々"
LATIN = "latin"
NUMBER = "number"
MARK = "mark"
QUOTED = "quoted"
PERSON = "person"
ORGANISATION = "organisation"
PLACE = "place"
"""Tags beside those of jieba's dictionary: Latin words, numbers, punctuation, terms taken whole, names."""

WEIGHTS = {"title": 5.0, "subtitle": 4.0, "kicker": 3.0, "crosshead": 2.0, "lede": 1.5, "body": 1.0}
"""What an occurrence counts by where it stands: a title about five times the body (measured on abstracts)."""

_NARROW: dict[int, int | str] = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()
}
_NARROW |= {ord("　"): " ", ord("\u00a0"): " ", ord("．"): "."}
_WIDE = re.compile("[" + "".join(map(re.escape, map(chr, _NARROW))) + "]")
"""Most texts have none of these, and to look is faster than to translate."""
_PIECE = re.compile(
    rf"(?P<latin>[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ]|[.\-&'’_](?=[A-Za-z0-9À-ɏ]))*[%‰]?)"
    rf"|(?P<han>[{HAN}]+)|(?P<blank>\s+)|(?P<mark>.)",
    re.DOTALL,
)
_NUMBER = re.compile(r"[\d.\-]+[%‰]?")
_QUOTES = re.compile(
    r"“([^“”，。；：？！、（）]{1,12})”|‘([^‘’，。；：？！、（）]{1,12})’|[「『]([^「」『』，。]{1,12})[」』]"
)
_BOOKS = re.compile(r"《([^《》]{2,30})》")
_SPACED_NAME = re.compile(
    rf"([{''.join(sorted(name for name in read_list('surnames') if len(name) == 1))}])[ ]{{1,2}}"
    rf"([{HAN}])(?=[、，。；：）)\s]|$|说|表示|报道|摄)"
)
"""马 骏: names of two characters are set apart to be as wide as those of three."""
_SENTENCE_CHARACTERS = re.compile("[的了是在着过吗呢吧啊我你他她它这那就都也]")
_TELLERS = re.compile(
    rf"(?:记者|通讯员)\s*([{HAN}]{{2,4}}(?:[、，\s]\s*[{HAN}]{{2,4}})*?)(?=[，、\s）)：:]|报道|通讯员|本报|摄|$)"
)
_DATELINE = re.compile(
    rf"^(?:本报|本刊|本台|据?新华社|新华网|央视网|人民网|中新[社网]|[{HAN}]{{2,8}}(?:社|网|报|台))"
    r"[^，。；！？]{0,30}?(?:电|讯|消息|报道)(?:[（(][^）)]{0,30}[）)][:：]?|\s|[:：])\s*"
    r"(?:(?:本报|本台|实习)?记者[^，。；！？]{2,24}?报道\s*[:：]\s*)?"
)
"""Where the report comes from, not what it is about: ``本报北京7月15日讯 记者某某报道：``."""


class Word(NamedTuple):
    """A word as it stands in a passage: its text, part of speech, and where it begins (characters)."""

    text: str
    tag: str
    start: int


class Passage(NamedTuple):
    """One field or paragraph of a story, cut into words; blanks are left out of ``words``."""

    field: str
    text: str
    """In simplified characters."""
    printed: str
    """As it was printed: the same places, the same length."""
    words: tuple[Word, ...]

    @property
    def weight(self) -> float:
        """What an occurrence in this passage counts."""
        return WEIGHTS[self.field]


@dataclass(frozen=True, slots=True)
class Reading:
    """A story as the rules for topics and names see it."""

    passages: tuple[Passage, ...]
    quoted: frozenset[str]
    """Terms that stand in quotation marks somewhere in the story."""
    books: frozenset[str]
    """What stands in book-title marks (《》)."""
    authors: frozenset[str]


def read(story: Story) -> Reading:
    """Cut ``story`` into words. Attribution and authors are not read: they say who reports."""
    narrow = [
        (field, _SPACED_NAME.sub(r"\1\2", text.translate(_NARROW) if _WIDE.search(text) else text))
        for field, text in _fields(story)
        if text.strip()
    ]
    fields = [(field, printed, simplified(printed)) for field, printed in narrow]
    whole = "\n".join(text for _, _, text in fields)
    quoted = frozenset(
        filter(_is_term, (next(filter(None, m.groups())).strip() for m in _QUOTES.finditer(whole)))
    )
    books = frozenset(match[1].strip() for match in _BOOKS.finditer(whole))
    keep = [term for term in quoted if len(term) > 2]
    passages = tuple(
        Passage(field, text, printed, tuple(_cut(text, keep))) for field, printed, text in fields
    )
    return Reading(passages, quoted, books, frozenset(map(simplified, (*story.authors, *_tellers(story)))))


def _tellers(story: Story) -> Iterator[str]:
    """Yield the names after 记者 in datelines and in the attribution, which are not read further."""
    datelines = (match[0] for text in _texts(story) if (match := _DATELINE.match(text)))
    for text in (*datelines, story.attribution):
        for match in _TELLERS.finditer(text):
            yield from re.split(r"[、，\s]+", match[1])


def _texts(story: Story) -> Iterator[str]:
    yield from story.lede
    yield from (paragraph.text for paragraph in story.paragraphs)


def _fields(story: Story) -> Iterator[tuple[str, str]]:
    yield "title", story.title if not story.title_supplied else ""
    yield "subtitle", story.subtitle
    yield "kicker", story.kicker
    for text in story.lede:
        yield "lede", _DATELINE.sub("", text)
    for paragraph in story.paragraphs:
        yield ("crosshead" if paragraph.crosshead else "body"), _DATELINE.sub("", paragraph.text)


def _is_term(text: str) -> bool:
    """Tell a quoted term from a quoted piece of speech."""
    return len(text) > 1 and not _SENTENCE_CHARACTERS.search(text)


def _cut(text: str, keep: Collection[str]) -> Iterator[Word]:
    """Yield the words of ``text``, and the terms of ``keep`` whole."""
    at = 0
    for piece, is_whole in set_apart(text, keep):
        if is_whole:
            known = words.tag(piece)
            yield Word(piece, QUOTED if known == words.UNKNOWN_TAG else known, at)
        else:
            yield from _cut_free(piece, at)
        at += len(piece)


_RUNS_ON = frozenset("说称向作就还兼使将仍即")
"""Verbs and adverbs that the cutter takes for the end of a name (李某向, 莫拉莱斯说): no name ends in them."""
_RUNS_IN = frozenset("向对与和同据让被")
_GUESSES = frozenset({"nr", "nrt", words.UNKNOWN_TAG})
"""Likewise at its beginning, before a word that the dictionary has (向普京, which it has as a name, too)."""


def cut_han(text: str, start: int) -> Iterator[Word]:
    """Yield the words of Han characters, of which the first is at ``start``."""
    for word in words.cut(text):
        for part, tag in _parted(word):
            yield Word(part, tag, start)
            start += len(part)


@functools.lru_cache(maxsize=1 << 16)
def _parted(word: str) -> tuple[tuple[str, str], ...]:
    """Return a word as it was cut, with its tag; a guessed one that has run into its neighbour is two."""
    if len(word) > 1 and word[-1] in _RUNS_ON and not words.count(word):
        parts = [word[:-1], word[-1]]
    elif len(word) > 2 and word[0] in _RUNS_IN and words.tag(word) in _GUESSES and words.count(word[1:]):
        parts = [word[0], word[1:]]
    else:
        parts = [word]
    return tuple((part, words.tag(part)) for part in parts)


def _cut_free(text: str, offset: int) -> Iterator[Word]:
    for match in _PIECE.finditer(text):
        start, piece, kind = offset + match.start(), match[0], match.lastgroup
        if kind == "han":
            yield from cut_han(piece, start)
        elif kind == "latin":
            yield Word(piece, NUMBER if _NUMBER.fullmatch(piece) else LATIN, start)
        elif kind == "mark":
            yield Word(piece, MARK, start)
