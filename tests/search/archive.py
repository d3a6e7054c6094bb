"""A made archive: short articles whose words collide, with every kind of character that could go wrong."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

from generator.search import SearchDocument, SearchEntry
from generator.search.document import EntryKind

_HAN = (
    "算力 网络 算力网 东数西算 工程 产品 服务 和服 国家 大国 中国 国中 天天 天天向上 向上 人人 人民 好好 学习 "
    "数据 数据中心 中心 据中 银行 行长 长江 江上 上海 海上 上下 下午 北京 京北 大学 学大 哈尔滨 工业 业大 电网 "
    "一一 一十 十一 二十 裏面 裡面 里面 發展 发展 乾坤 後來 後来 臺灣 台湾 龍頭 龙头 的 了 和 在 是 与 〇 々"
)
HAN = _HAN.split()
_LATIN = (
    "5G 5.5G 55G 6G 10Gbps Gbps 100Gbps MTB MT 3-4 34 1.5 15 10,000 10000 97.1% 50% C# C++ AT&T Wi-Fi WiFi "
    "web face Web-face café ＡＢＣ ５Ｇ Ⅱ ① ² Ω ß İ Straße км 서울 ΑΣ H2O CTP3.0 U.S. 2022-09-20 12:30 a b aa aba"
)
LATIN = _LATIN.split()
_ODD = (
    '< > & &amp; <b>粗</b> "引" 😀 👨\u200d👩\u200d👧 𠮷 𠮷野家 e\u0301 \u00ad 零\u200b宽 👍🏽 🇨🇳 ø æ ŋ þ ꀀ ﷺ ℃ ㎡ '
    "◆ ■ ＄ ～ + = | \\ / _ ___PAGEFIND_WEIGHT___ カタカナ ﾊﾟ ひらがな ー 鿿 㐀 𝔸 ﬁ"
)
ODD = _ODD.split(" ")
MARKS = [
    "，",
    "。",
    "、",
    "“",
    "”",
    "《",
    "》",
    "：",
    "；",
    "——",
    "……",
    "（",
    "）",
    "·",
    ",",
    ".",
    "-",
    "!",
    "/",
]
BLANKS = [" ", "  ", "\u3000", "\u00a0"]

_random = random.Random(20220920)


def _phrase(length: int) -> str:
    pieces = []
    for _ in range(length):
        kind = _random.random()
        if kind < 0.66:
            pieces.append(_random.choice(HAN))
        elif kind < 0.78:
            pieces.append(_random.choice(LATIN))
        elif kind < 0.82:
            pieces.append(_random.choice(ODD))
        elif kind < 0.94:
            pieces.append(_random.choice(MARKS))
        else:
            pieces.append(_random.choice(BLANKS))
    return "".join(pieces)


def _document(number: int) -> SearchDocument:
    date = dt.date(2020, 11, 1) + dt.timedelta(days=number // 2)
    publication, name = _random.choice([("east-daily", "东方日报"), ("evening", "晚报")])
    id_ = f"{publication}/{date}/p01/{number:04d}"
    return SearchDocument(
        id=id_,
        url=f"{id_}.html",
        title=_phrase(_random.randint(0, 6)),
        date=date,
        publication=publication,
        publication_name=name,
        kind=_random.choice(["article", "article", "article", "notice", "furniture", "unplaced"]),
        kicker=_random.choice(["", _phrase(4)]),
        subtitle=_random.choice(["", _phrase(4)]),
        lede=tuple(_phrase(8) for _ in range(_random.randint(0, 2))),
        paragraphs=tuple(_phrase(_random.randint(1, 25)) for _ in range(_random.randint(0, 4))),
        attribution=_random.choice(["", "据新华社", f"本报记者 {_random.choice(HAN)}"]),
        section=_random.choice(["", "要闻", "TMT快报"]),
        topics=tuple(_random.sample(HAN, _random.randint(0, 3))),
        people=tuple(_random.sample(["张三", "李四", "王五"], _random.randint(0, 2))),
        organisations=tuple(_random.sample(["信通院", "网络公司"], _random.randint(0, 1))),
        places=tuple(_random.sample(["北京", "上海"], _random.randint(0, 1))),
    )


DOCUMENTS = tuple(_document(number) for number in range(1_200))


def _entries() -> tuple[SearchEntry, ...]:
    kinds: tuple[tuple[EntryKind, str], ...] = (
        ("topic", "topics"),
        ("person", "people"),
        ("organisation", "organisations"),
        ("place", "places"),
    )
    counts = Counter(
        (kind, name) for document in DOCUMENTS for kind, names in kinds for name in getattr(document, names)
    )
    terms = [SearchEntry(kind, name, f"{kind}/{name}.html", count) for (kind, name), count in counts.items()]
    headlines = [
        SearchEntry("article", d.title, d.url, date=d.date.isoformat(), words=d.topics)
        for d in DOCUMENTS
        if d.title.strip()
    ]
    return (*terms, *headlines)


ENTRIES = _entries()


def draw_text(rng: random.Random, length: int) -> str:
    """Return a run of at most ``length`` characters of some text of the archive."""
    while True:
        text = rng.choice(list(rng.choice(DOCUMENTS).texts()))
        if text.strip():
            start = rng.randrange(len(text))
            return text[start : start + length]
