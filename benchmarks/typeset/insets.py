"""Insets: what stands in a story beside its sentences: lists, verse, tables, captions, signatures, notes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.typeset.copy import AGENCIES, CITIES, Copy, name
from benchmarks.typeset.style import Style

_CLAUSE = re.compile(r"[，。；：！？]")
_ODD = re.compile(r"[0-9a-zA-Z“”‘’（）《》、%]")
_NUMERALS = "一二三四五六七八九十"
_FOREIGN = (
    "法新社",
    "路透社",
    "美联社",
    "共同社",
    "塔斯社",
    "安莎社",
    "埃菲社",
    "德新社",
    "韩联社",
    "合众国际社",
)
_ABROAD = ("巴黎", "伦敦", "华盛顿", "东京", "莫斯科", "罗马", "马德里", "柏林", "汉城", "布宜诺斯艾利斯")
_TRADES = ("大学教授", "研究所研究员", "出版社编辑", "中学教师", "人民医院医生")

Inset = Callable[[tuple[str, ...], random.Random], tuple[str, ...]]
"""Puts something between the paragraphs of a story."""


def with_insets(copy: Copy, style: Style, rng: random.Random) -> Copy:
    """Return ``copy`` with one inset, as often as ``style`` asks for them, and with its opening changed likewise."""
    if style.insets and rng.random() < style.insets and len(copy.paragraphs) > 2:
        copy = replace(copy, paragraphs=rng.choice(_INSETS)(copy.paragraphs, rng))
    if style.foreign and rng.random() < style.foreign and copy.paragraphs[0][:1] not in "#（":
        place = rng.randrange(len(_ABROAD))
        opening = f"{rng.choice(('', '', '据'))}{rng.choice(_FOREIGN)}{_ABROAD[place]}{rng.randint(1, 12)}月"
        opening += f"{rng.randint(1, 28)}日{rng.choice(('电', '电 ', '电：', '讯 '))}"
        copy = replace(copy, paragraphs=(opening + copy.paragraphs[0], *copy.paragraphs[1:]))
    elif style.writers and rng.random() < style.writers:
        copy = replace(copy, paragraphs=(_writer(rng), *copy.paragraphs))
    return copy


def _writer(rng: random.Random) -> str:
    """Return the reporters' line above a story."""
    one, other = name(rng), name(rng)
    return rng.choice(
        (
            f"本报记者 {one}",
            f"□ 本报记者 {one}",
            f"□{one}",
            f"本报记者 {one} 通讯员 {other}",
            f"■ 记者 {one} {other}",
            f"文/{one}",
            f"（{rng.choice(CITIES)} {one}）",
            f"新华社记者 {one} {other}",
            f"{one}",
        )
    )


def _phrases(paragraphs: Sequence[str], least: int, most: int) -> list[str]:
    parts = [part.strip() for p in paragraphs if not p.startswith("## ") for part in _CLAUSE.split(p)]
    return [part for part in dict.fromkeys(parts) if least <= len(part) <= most and not _ODD.search(part)]


def _in_the_middle(paragraphs: tuple[str, ...], inset: Sequence[str], rng: random.Random) -> tuple[str, ...]:
    places = [k for k in range(1, len(paragraphs)) if not paragraphs[k - 1].startswith("## ")]
    at = rng.choice(places)
    return (*paragraphs[:at], *inset, *paragraphs[at:])


def _list(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    items = _phrases(paragraphs, 6, 40)
    items = rng.sample(items, min(len(items), rng.randint(3, 6)))
    form = rng.choice(
        ("{n}.{t}{e}", "{n}、{t}{e}", "（{h}）{t}{e}", "{h}、{t}{e}", "●{t}{e}", "——{t}{e}", "{c}{t}{e}")
    )
    end = rng.choice(("。", "；", ""))
    return _in_the_middle(
        paragraphs,
        [
            form.format(
                n=k + 1, h=_NUMERALS[k], c="①②③④⑤⑥"[k], t=t, e="。" if end and k + 1 == len(items) else end
            )
            for k, t in enumerate(items)
        ],
        rng,
    )


def _verse(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    length = rng.choice((5, 7, 8))
    whole = [p[k : k + length] for p in _phrases(paragraphs, length, 40) for k in (0, len(p) - length)]
    lines = rng.sample(whole, min(len(whole), rng.choice((2, 4, 4, 8)))) if whole else []
    marks = rng.choice((("，", "。"), ("，", "；"), ("", "")))
    verse = [line + marks[k % 2] for k, line in enumerate(lines)]
    if verse and marks[0]:
        verse[-1] = lines[-1] + "。"
    return _in_the_middle(paragraphs, verse, rng)


def _table(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    gap = rng.choice(("  ", " ", "　"))
    places = rng.sample(CITIES, rng.randint(3, 6))
    rows = [gap.join((place, f"{rng.uniform(1, 90):.1f}", f"{rng.uniform(0, 9):.1f}%")) for place in places]
    if rng.random() < 0.5:
        rows.insert(0, gap.join(("地区", "总量", "增幅")))
    return _in_the_middle(paragraphs, rows, rng)


def _caption(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    text = rng.choice(_phrases(paragraphs, 8, 30) or ["活动现场"])
    caption = rng.choice(
        (
            f"图为{text}。",
            f"图为{text}。 {name(rng)}摄",
            f"上图：{text}。{name(rng)} 摄",
            f"{text}（资料图片）",
            f"左图 {text}",
            f"（附图片{rng.randint(1, 3)}张）",
            f"{text}。新华社记者 {name(rng)}摄",
        )
    )
    return (*paragraphs, caption)


def _signature(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    signed = rng.choice(
        (
            f"（作者单位：{rng.choice(CITIES)}{rng.choice(_TRADES)[:-2]}）",
            f"（作者为{rng.choice(CITIES)}{rng.choice(_TRADES)}）",
            f"（{rng.choice(CITIES)} {name(rng)}）",
            f"（{name(rng)}、{name(rng)}）",
            f"（原载{rng.choice(AGENCIES[:4])}，作者{name(rng)}）",
            f"（{name(rng)} 编译）",
            f"{name(rng)}",
            f"{rng.choice(CITIES)} {name(rng)}",
        )
    )
    if rng.random() < 0.3:
        return (*paragraphs[:-1], paragraphs[-1] + (signed if signed[0] == "（" else f"（{signed}）"))
    return (*paragraphs, signed)


def _note(paragraphs: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    text = "，".join(rng.sample(found := _phrases(paragraphs, 6, 20), min(len(found), rng.randint(2, 5))))
    return (
        f"{rng.choice(('编者按：', '编者按 ', '【编者按】', '编者的话：', '［编后］'))}{text}。",
        *paragraphs,
    )


_INSETS: tuple[Inset, ...] = (_list, _list, _verse, _table, _caption, _caption, _signature, _signature, _note)
