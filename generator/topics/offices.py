"""The office in which an article names a person: ``工业和信息化部副部长张云明``, ``市长李某某``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.topics.lists import read_list

_BEFORE = 24
"""Characters before a name in which its office stands."""
_LONGEST_PART = 8
"""Characters of the part of a body that may stand between the body and the office."""
_POSTS = sorted(read_list("posts"), key=lambda post: (-len(post), post))
_ENDINGS = tuple(_POSTS)
_OFFICE = re.compile(
    r"(?:[原前]|时任|時任)?"
    r"(?:国家|國家|中共中央|[省市县縣区區镇鎮乡鄉村]委|党委|黨委|党组|黨組|党支部|支部|[省市县縣区區州])*"
    rf"(?:常务副|常務副|副|代|总|總|首席|名誉)?(?:{'|'.join(map(re.escape, _POSTS))})$"
)
_RUNS_ON = re.compile("[的了和与與及在到为為见見出说說让讓由被]")
"""What no name of a part of a body has: the sentence goes on there."""
_HAN = re.compile(r"[\u4e00-\u9fff]+$")


def find_offices(
    people: Iterable[str], organisations: Iterable[str], text: str
) -> tuple[tuple[str, str], ...]:
    """Return each of ``people`` whose office ``text`` says right before the name, and the office most often said.

    The office begins with the one of ``organisations`` that stands before it, where one does; an apposition
    elsewhere in the sentence says no less, but whose office it is takes more than its place to tell.
    """
    bodies = sorted(organisations, key=len, reverse=True)
    found = []
    for name in people:
        said = Counter(
            office
            for place in _places(name, text)
            if (office := _office_before(text[max(0, place - _BEFORE) : place], bodies))
        )
        if said:
            most = max(said.values())
            found.append((name, max((each for each in said if said[each] == most), key=len)))
    return tuple(found)


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where ``name`` begins in ``text``."""
    place = text.find(name) if name else -1
    while place >= 0:
        yield place
        place = text.find(name, place + len(name))


def _office_before(before: str, bodies: list[str]) -> str:
    if not before.endswith(_ENDINGS):  # most names stand without an office
        return ""
    run = _HAN.search(before)
    office = _OFFICE.search(run[0]) if run else None
    if not run or not office:
        return ""
    # The body that stands nearest; between it and the office, a part of it: 国家发展改革委政策研究室主任.
    places = ((at, body) for body in bodies if (at := run[0].rfind(body, 0, office.start())) >= 0)
    at, body = max(places, key=lambda place: (place[0] + len(place[1]), len(place[1])), default=(-1, ""))
    part = run[0][at + len(body) : office.start()]
    near = len(part) <= _LONGEST_PART and not _RUNS_ON.search(part)
    return run[0][at:] if at >= 0 and near else office[0]
