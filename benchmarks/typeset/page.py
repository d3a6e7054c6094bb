"""Pages: stories set in columns and put on a page out of order, with the truth of what belongs to what."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.typeset.copy import Copy, edit, name
from benchmarks.typeset.insets import with_insets
from benchmarks.typeset.lines import Measure, balanced, set_paragraph
from benchmarks.typeset.style import Style
from generator import words
from generator.segmentation.measure import em

_COMPANIES = ["城北明达商行", "海平商贸有限公司", "老船长海鲜店", "顺达汽修厂", "双桥百货店", "春和茶行"]
_NOTICES = (
    "遗失{who}营业执照正、副本，注册号：{number}，声明作废。",
    "{who}遗失公章一枚，编号{number}，声明作废。",
    "遗失{who}开户许可证，核准号：J{number}，声明作废。",
    "减资公告：{who}经股东会决议，拟将注册资本由1000万元减至200万元，请债权人自公告之日起45日内申报债权。",
    "注销公告：{who}拟向登记机关申请注销登记，请债权人自公告之日起45日内申报债权。",
)
_RUBRICS = ("简讯", "要闻速览", "国际简讯", "■短讯", "一句话新闻", "新闻速递", "世界要闻", "科技短波")


@dataclass
class _Page:
    groups: list[list[list[str]]] = field(default_factory=list)
    far: list[list[str]] = field(default_factory=list)
    briefs: list[list[list[str]]] = field(default_factory=list)
    """Those of ``groups`` that are a headline and one paragraph below it."""


def typeset_page(stories: Sequence[Copy], style: Style, rng: random.Random) -> tuple[str, dict[str, Any]]:
    """Return the text of a page with ``stories`` in the manner of ``style``, and its truth."""
    page = _Page()
    edited = [with_insets(edit(copy, style, rng), style, rng) for copy in stories]
    for copy in edited:
        _set_story(page, copy, style, rng)
    rng.shuffle(page.groups)
    flat = list(page.groups)
    rubric = [rng.choice(_RUBRICS)] if style.rubrics and page.briefs and rng.random() < style.rubrics else []
    if rubric:
        flat = [[rubric], *page.briefs, *(group for group in flat if group not in page.briefs)]
    if page.far and rng.random() < style.gathered:
        flat.insert(rng.randint(0, len(flat)), page.far)
    else:
        for far in page.far:
            flat.insert(rng.randint(0, len(flat)), [far])
    notices = [_notice(rng) for _ in range(rng.randint(*style.notices))]
    for notice in notices:
        rows = set_paragraph(notice, Measure(rng.choice((14, 18, 22)), indent=0))
        spaced = "\n\n".join(rows) if rng.random() < 0.7 else "\n".join(rows)
        flat.insert(rng.randint(0, len(flat)), [spaced.split("\n")])
    lines: list[str] = []
    for group in flat:
        for part in group:
            if lines and rng.random() >= style.solid:
                lines.append("")
            lines += part
    furniture = [line for line in _furniture(rng) if rng.random() < style.furniture]
    if style.small_furniture:
        furniture += [line for line in _small_furniture(rng) if rng.random() < style.small_furniture]
    if furniture:
        lines = [*furniture, "", *lines] if rng.random() < 0.6 else [*lines, "", *furniture]
    return "\n".join(lines), _truth(edited, notices, furniture + rubric)


def _set_story(page: _Page, copy: Copy, style: Style, rng: random.Random) -> None:
    body = _body(copy, style, rng)
    head = _headline(copy, style, rng)
    group = [body]
    draw = rng.random()
    if draw < style.places[0]:
        group = [head, body]
    elif draw < style.places[1]:
        group = [body, head]
    else:
        page.far.append(head)
    if copy.lede:
        width = rng.choice(style.lede_widths)
        lede = set_paragraph(copy.lede, Measure(width, 2, style.hang, style.printed_indent))
        if rng.random() < style.lede_by_story:
            group.insert(group.index(body), lede)
        else:
            page.far.append(lede)
    page.groups.append(group)
    if group == [head, body] and len(copy.paragraphs) == 1:
        page.briefs.append(group)


def _body(copy: Copy, style: Style, rng: random.Random) -> list[str]:
    measure = Measure(rng.choice(style.widths), 2, style.hang, style.printed_indent)
    mode = rng.choice(style.modes)
    lines: list[str] = []
    for number, paragraph in enumerate(copy.paragraphs):
        crosshead = paragraph.startswith("## ")
        if number > 2 and rng.random() < style.mode_changes:
            mode = rng.choice(style.modes)
        rows = [paragraph[3:]] if crosshead else set_paragraph(paragraph, measure)
        for place, row in enumerate(rows):
            apart = (
                crosshead or (lines and copy.paragraphs[number - 1].startswith("## "))
            ) and style.crosshead_blank
            if lines and (mode == "all" or (mode == "paras" and place == 0) or (apart and place == 0)):
                lines.append("")
            lines.append(row)
    credit = copy.attribution
    if credit and style.long_credits and em(credit) > measure.width - 2:
        # Set right-aligned below the text, in as many rows as it takes.
        rows = set_paragraph(credit, replace(measure, indent=0, printed_indent=""))
        lines += [line for row in rows for line in (("", row) if mode == "all" else (row,))]
    elif credit and rng.random() < style.glued:
        solid = credit[0] in "（(" and rng.random() < style.glued_solid
        lines[-1] += credit if solid else f" {credit}"
    elif credit:
        lines += ["", credit] if mode == "all" else [credit]
    return lines


def _headline(copy: Copy, style: Style, rng: random.Random) -> list[str]:
    rows = [copy.title]
    if " " in copy.title and len(copy.title) > 10 and rng.random() < style.two_rows:
        rows = copy.title.split(" ", 1)
    elif len(copy.title) > 15 and rng.random() < style.broken_titles:
        rows = balanced(copy.title, words.cut)
    rows = [row for row in (copy.kicker, *rows, copy.subtitle) if row]
    return "\n\n".join(rows).split("\n") if rng.random() < style.rows_apart else rows


def _notice(rng: random.Random) -> str:
    return rng.choice(_NOTICES).format(who=rng.choice(_COMPANIES), number=rng.randint(10**11, 10**12 - 1))


def _furniture(rng: random.Random) -> list[str]:
    day = f"{rng.randint(2015, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return [
        f"A{rng.randint(1, 20):02} {rng.choice(('综合新闻', '要闻', '国际', '科技'))}",
        f"{day} 星期{rng.choice('一二三四五六日')}",
        f"责编 {name(rng)} 美编 {name(rng)} 审读 {name(rng)}",
        f"新闻热线：0571-{rng.randint(10**7, 10**8 - 1)}",
    ]


def _small_furniture(rng: random.Random) -> list[str]:
    number, low = rng.randint(1, 16), rng.randint(-9, 24)
    return [
        rng.choice((f"·{number}·", f"— {number} —", f"{number}", f"第{number}版")),
        f"今日天气 {rng.choice('晴阴')} {low}℃～{low + 8}℃",
    ]


def _truth(stories: Sequence[Copy], notices: list[str], furniture: list[str]) -> dict[str, Any]:
    articles = [
        {
            "kicker": copy.kicker,
            "title": copy.title,
            "subtitle": copy.subtitle,
            "lede": copy.lede,
            "paragraphs": list(copy.paragraphs),
            "source": copy.attribution,
        }
        for copy in stories
    ]
    return {"date": "2022-01-01", "articles": articles, "notices": notices, "furniture": furniture}
