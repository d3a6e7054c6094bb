"""Copy: the stories of a JSON Lines file, edited at random as a newspaper would: kicker, lede, crossheads, credit."""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.typeset.style import Style
from generator.segmentation.measure import em

SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗"
_GIVEN = """
伟 芳 敏 静 丽娟 志强 建国 晓东 海燕 雪梅 文博 立新 国庆 一鸣 思远 春生 慧 鹏 宇航 婉清
"""
_CITIES = """
北京 上海 广州 济南 青岛 杭州 西安 成都 武汉 昆明 郑州 哈尔滨 柏林 东京 呼和浩特
"""
_AGENCIES = """
《科技日报》 《经济日报》 《光明日报》 《中国青年报》 央视新闻 人民日报客户端 中新网 中新社 央广网 新华网
"""
GIVEN, CITIES, AGENCIES = _GIVEN.split(), _CITIES.split(), _AGENCIES.split()
_CLAUSE = re.compile(r"[，。；：！？]")
_DIGITS = re.compile(r"[0-9a-zA-Z“”‘’（）《》、%]")


@dataclass(frozen=True, slots=True)
class Copy:
    """One story: what the truth of a page says of it."""

    title: str
    paragraphs: tuple[str, ...]
    """Crossheads begin with ``## ``."""
    kicker: str = ""
    subtitle: str = ""
    lede: str = ""
    attribution: str = ""
    date: str = ""


def read_copy(path: Path) -> list[Copy]:
    """Return the stories of a JSON Lines file, or of one packed by xz, that are of a length for a page."""
    found: list[Copy] = []
    with (
        lzma.open(path, "rt", encoding="utf-8")
        if path.suffix == ".xz"
        else path.open(encoding="utf-8") as file
    ):
        for line in file:
            item = json.loads(line)
            paragraphs = tuple(text for p in item["paragraphs"] if (text := _plain(p)))
            title = item["title"].strip()
            length = sum(map(len, paragraphs))
            if not 4 <= em(title) <= 30 or not 60 <= length <= 1800 or len(paragraphs) > 22:
                continue
            if "快讯" in title or any("时间戳" in p or p.startswith("---") for p in paragraphs):
                continue
            rest = {key: item.get(key) or "" for key in ("kicker", "subtitle", "date", "lede")}
            found.append(Copy(title, paragraphs, **rest))
    return found


def _plain(paragraph: str) -> str:
    return re.sub(r"^央视网消息（[^）]*）[：:]", "", paragraph.replace("\u3000", "").strip())


def edit(copy: Copy, style: Style, rng: random.Random) -> Copy:
    """Return ``copy`` with the parts that ``style`` calls for; its words stay those of the story."""
    copy = _with_crossheads(copy, style, rng)
    copy = _with_headline(copy, style, rng)
    # A dateline opens the story, lede or not; where the lede is written apart, the text below it.
    if rng.random() < 0.5:
        copy = _with_lede(_with_opening(copy, style, rng), style, rng)
    else:
        copy = _with_opening(_with_lede(copy, style, rng), style, rng)
    return _with_credit(copy, style, rng)


def _clauses(paragraphs: Iterable[str], least: int, most: int) -> list[str]:
    parts = [part.strip() for p in paragraphs if not p.startswith("## ") for part in _CLAUSE.split(p)]
    return [part for part in parts if least <= len(part) <= most and not _DIGITS.search(part)]


def _with_crossheads(copy: Copy, style: Style, rng: random.Random) -> Copy:
    plain = not any(p.startswith("## ") for p in copy.paragraphs)
    if not plain or len(copy.paragraphs) < 5 or rng.random() > style.crossheads:
        return copy
    every = rng.randint(2, 3)
    set_in: list[str] = []
    for number, paragraph in enumerate(copy.paragraphs):
        heads = _clauses([paragraph], 5, 14)
        if number and number % every == 0 and heads and len(copy.paragraphs) - number >= 1:
            set_in.append(f"## {rng.choice(heads)}")
        set_in.append(paragraph)
    return replace(copy, paragraphs=tuple(set_in))


def _with_headline(copy: Copy, style: Style, rng: random.Random) -> Copy:
    kicker, subtitle = copy.kicker, copy.subtitle
    draw = rng.random()
    phrases = [c for c in _clauses(copy.paragraphs, 6, 16) if c not in copy.title]
    if not kicker and len(phrases) > 1 and draw < style.kickers:
        kicker = rng.choice(phrases)
        if draw < style.kickers / 3:
            subtitle = rng.choice([phrase for phrase in phrases if phrase != kicker] or [""])
    return replace(copy, kicker=kicker, subtitle=subtitle)


def _with_lede(copy: Copy, style: Style, rng: random.Random) -> Copy:
    first = copy.paragraphs[0]
    if copy.lede or len(copy.paragraphs) < 3 or not 40 <= len(first) <= 230 or first.startswith("## "):
        return copy
    if copy.paragraphs[1].startswith("## ") or rng.random() > style.ledes:
        return copy
    return replace(copy, lede=first, paragraphs=copy.paragraphs[1:])


def _with_opening(copy: Copy, style: Style, rng: random.Random) -> Copy:
    if rng.random() > style.datelines or copy.paragraphs[0].startswith("## "):
        return copy
    city, month, day = rng.choice(CITIES), rng.randint(1, 12), rng.randint(1, 28)
    opening = rng.choice(
        [
            f"本报讯（记者 {name(rng)}）",
            f"本报讯 记者{name(rng)}报道：",
            f"新华社{city}{month}月{day}日电（记者{name(rng)}、{name(rng)}）",
            f"本报{city}{month}月{day}日讯 ",
            f"据新华社{city}{month}月{day}日电 ",
            f"中新网{city}{month}月{day}日电 ",
            f"本报{city}{month}月{day}日电 记者{name(rng)}报道：",
        ]
    )
    own_row = rng.random() < style.byline_rows
    if own_row:
        return replace(copy, paragraphs=(f"（本报记者{name(rng)}）", *copy.paragraphs))
    return replace(copy, paragraphs=(opening + copy.paragraphs[0], *copy.paragraphs[1:]))


def _with_credit(copy: Copy, style: Style, rng: random.Random) -> Copy:
    if rng.random() > style.credits:
        return copy
    city, month, day = rng.choice(CITIES), rng.randint(1, 12), rng.randint(1, 28)
    if style.long_credits and rng.random() < style.long_credits:
        return replace(copy, attribution=_long_credit(rng))
    credit = rng.choice(
        [
            "综合",
            "新华社发",
            f"据{rng.choice(AGENCIES)}",
            f"据{rng.choice(AGENCIES)}",
            f"据新华社{city}{month}月{day}日电",
            f"据新华社{city}电",
            f"本报记者 {name(rng)}",
            f"（记者 {name(rng)}）",
            f"（本报记者 {name(rng)}）",
            f"记者 {name(rng)} 通讯员 {name(rng)}",
            f"（{rng.choice(AGENCIES[4:])}）" if style.rare_credits else "据中新社",
            f"综合{rng.choice(AGENCIES)}、{rng.choice(AGENCIES)}报道" if style.rare_credits else "据中新社",
            f"（据新华社{city}{month}月{day}日电）" if style.rare_credits else "新华社发",
            f"来源：{rng.choice(AGENCIES)}" if style.rare_credits else "综合",
            f"本报驻{rng.choice(CITIES)}记者 {name(rng)}" if style.rare_credits else "综合",
        ]
    )
    return replace(copy, attribution=credit)


def _long_credit(rng: random.Random) -> str:
    one, two, three = rng.sample(AGENCIES, 3)
    return rng.choice(
        [
            f"本报记者 {name(rng)} 通讯员 {name(rng)} {name(rng)}",
            f"综合{one}、{two}、{three}报道",
            f"（本报记者 {name(rng)} {name(rng)} {name(rng)}）",
            f"据{one}、{two}",
            f"（据新华社{rng.choice(CITIES)}{rng.randint(1, 12)}月8日电 记者{name(rng)}、{name(rng)}）",
        ]
    )


def name(rng: random.Random) -> str:
    """Return a name that nobody need have; one of two characters may be spread by a blank."""
    return rng.choice(SURNAMES) + rng.choice(GIVEN)
