"""Whom an attribution names as the source of an article, without place, day and reporter."""

from __future__ import annotations

import re

_TITLED = re.compile(r"《([^》]{1,20})》")
_OWN = re.compile(r"本[报報刊台社网網]|^[（(]?(?:记者|記者|通讯员|通訊員)")
_HOUSE = re.compile(r"[据據]?\s*([^\s，。、：（(]{1,9}?(?:[社网網报報台]|日报|晚报|时报))")
_SHORT = 6


def source_of(attribution: str, own: str, unstated: str) -> str:
    """Return the name of the agency, newspaper or station in ``attribution``.

    据新华社北京9月19日电 gives 新华社, 据《科技日报》 gives 科技日报. What the newspaper's own people wrote
    is ``own``, an empty attribution ``unstated``. A few words that name no house (综合) stand for themselves.
    """
    text = attribution.strip("（）()【】 　")
    if not text:
        return unstated
    if titled := _TITLED.search(text):
        return titled[1]
    if _OWN.search(text):
        return own
    if house := _HOUSE.match(text):
        return house[1]
    return text if len(text) <= _SHORT else unstated
