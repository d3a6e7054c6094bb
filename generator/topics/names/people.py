"""Names of persons: of Chinese form by surname, of foreign form by the characters of transliteration.

A form alone proves nothing (高质量 begins with a surname as well). What stands beside it does: an office before
(副部长张云明), a reporting verb (余晓晖说) or an honorific (童文博士) after. A name proved once holds for its story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator import words
from generator.topics.lists import read_list
from generator.topics.names.mentions import Mention, covers
from generator.topics.reading import HAN, Passage, Reading, Word

SURNAMES = read_list("surnames")
_OFFICES = read_list("offices")
_OFFICE_ENDS = tuple(sorted(office for office in _OFFICES if len(office) > 1))
_HONORIFICS = read_list("honorifics")
_SPEECH = read_list("speech")
_REPORTERS = read_list("reporters")
_PLACES = read_list("countries") | read_list("cities_abroad") | read_list("provinces") | read_list("cities")
_FOREIGN = "".join(sorted(read_list("transliteration")))
_DOTTED = re.compile(rf"[{_FOREIGN}]{{1,8}}(?:[·•・‧][{_FOREIGN}]{{1,8}}|[·•・‧][A-Z]\.?){{1,4}}")
_ALL_FOREIGN = re.compile(rf"[{_FOREIGN}]{{2,8}}")
_IS_HAN = re.compile(f"[{HAN}]")
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg"})
_INITIALS = frozenset(surname[0] for surname in SURNAMES) | frozenset(_FOREIGN)
_OPEN_TAGS = _NAME_TAGS | {words.UNKNOWN_TAG}
_ADVERBS = read_list("adverbs_before_speech")
_STRONG_SPEECH = frozenset(word for word in _SPEECH if len(word) > 1) | frozenset("说称")
_NOT_GIVEN = re.compile("[的了是说称他她它我你们这那]|局$|部$|省$|市$|县$")
_JOINING = re.compile("[在和与及等也都不有个着过同对将从]")
_PROOF = 2


def find_people(reading: Reading, covered: frozenset[tuple[int, int]]) -> tuple[Mention, ...]:
    """Return every mention of a person by full name, outside the names that ``covered`` holds.

    The authors and reporters of the story are left out: they tell it.
    """
    dotted = [m for number, passage in enumerate(reading.passages) for m in _dotted(number, passage)]
    taken = covered | covers(dotted)
    reporters = set(reading.authors)
    proofs: Counter[str] = Counter()
    forms: list[Mention] = []
    for number, passage in enumerate(reading.passages):
        listed = -1
        for index, size, name in _forms(passage.words):
            start, end = passage.words[index].start, _end(passage.words[index + size - 1])
            if any((number, at) in taken for at in (start, end - 1)):
                continue
            forms.append(Mention(name, number, start, end))
            if _reported(passage.words, index):
                reporters.add(name)
            proof = _PROOF if listed == start else _proof(passage.words, index, size, name)
            proofs[name] = max(proofs[name], proof)
            if proof >= _PROOF and passage.text[end : end + 1] == "、":
                listed = end + 1
    named = {name for name, proof in proofs.items() if proof >= _PROOF} - reporters
    named -= {part for mention in dotted for part in re.split("[·•・‧]", mention.name)}
    return tuple(dotted) + tuple(_longest(mention for mention in forms if mention.name in named))


def _dotted(number: int, passage: Passage) -> Iterator[Mention]:
    """Yield foreign names with a dot between their parts."""
    for match in _DOTTED.finditer(passage.text):
        yield Mention(match[0], number, match.start(), match.end())


def _forms(tokens: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield what has the form of a name: index of its first word, number of words, and the name."""
    for index, first in enumerate(tokens):
        if first.text[0] not in _INITIALS:
            continue
        text = first.text
        if _is_chinese(text, first.tag) or _is_transliterated(text, first.tag):
            yield index, 1, text
        for size in (2, 3):
            last = tokens[index + size - 1] if index + size <= len(tokens) else None
            if last is None or last.start != first.start + len(text) or not _IS_HAN.match(last.text):
                break
            text += last.text
            if _is_joined(text, tokens[index : index + size]):
                yield index, size, text


def _is_chinese(text: str, tag: str) -> bool:
    surname = _surname(text)
    given = len(text) - len(surname)
    if not surname or given not in (1, 2) or _NOT_GIVEN.search(text[len(surname) :]) or text in _PLACES:
        return False
    return tag in _NAME_TAGS or (tag == words.UNKNOWN_TAG and words.count(text) == 0)


def _is_transliterated(text: str, tag: str) -> bool:
    if text in _PLACES or not _ALL_FOREIGN.fullmatch(text):
        return False
    # The dictionary has 普京 as a place: what stands beside the form decides.
    return tag in _OPEN_TAGS or tag == "ns"


def _is_joined(text: str, tokens: tuple[Word, ...]) -> bool:
    """Tell whether words that were cut apart make one name: 胡厚 and 崑, 普拉 and 博沃."""
    if words.count(text) or not all(len(word.text) == 1 or word.tag in _OPEN_TAGS for word in tokens):
        return False
    if _ALL_FOREIGN.fullmatch(text) and any(len(word.text) > 1 for word in tokens):
        return len(text) > 2
    surname = _surname(text)
    given = text[len(surname) :]
    return (
        bool(surname) and len(given) in (1, 2) and not _NOT_GIVEN.search(given) and not _JOINING.search(given)
    )


def _surname(text: str) -> str:
    return text[:2] if len(text) > 2 and text[:2] in SURNAMES else text[:1] if text[:1] in SURNAMES else ""


def _proof(tokens: tuple[Word, ...], index: int, size: int, name: str) -> int:
    """Return how well the words beside a form prove it a name; 2 is enough."""
    proof = 0
    tag = tokens[index].tag if size == 1 else words.UNKNOWN_TAG
    if tag == "nrfg":
        return _PROOF
    if tag in _NAME_TAGS and len(name) > 2:
        proof += 1
    before = tokens[index - 1] if index else None
    if before and _is_office(before):
        proof += 2
    after = tokens[index + size : index + size + 3]
    if after and (after[0].text in _HONORIFICS or _is_office(after[0])):
        proof += 2
    return proof + _speaks(after)


def _end(word: Word) -> int:
    return word.start + len(word.text)


def _is_office(word: Word) -> bool:
    return word.text in _OFFICES or (len(word.text) > 2 and word.text.endswith(_OFFICE_ENDS))


def _speaks(after: tuple[Word, ...]) -> int:
    """Return 2 where a reporting verb follows, an adverb or two between, and 1 where a weaker verb does."""
    for word in after:
        if word.text in _STRONG_SPEECH:
            return 2
        if word.text not in _ADVERBS:
            return int(word.text in _SPEECH)
    return int(bool(after) and after[0].text in _SPEECH)


def _reported(tokens: tuple[Word, ...], index: int) -> bool:
    """Tell whether the form at ``index`` stands after 记者, or in a list of names that does."""
    while index > 1 and tokens[index - 1].text in {"、", "，"} and _surname(tokens[index - 2].text):
        index -= 2
    return index > 0 and tokens[index - 1].text in _REPORTERS


def _longest(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """Yield the mentions that do not stand inside a longer one."""
    free = -1, -1
    for mention in sorted(mentions, key=lambda m: (m.passage, m.start, -m.end)):
        if (mention.passage, mention.start) >= free:
            free = mention.passage, mention.end
            yield mention
