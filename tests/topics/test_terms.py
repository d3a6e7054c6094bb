"""What the topics of a story promise."""

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import MOST_TERMS, Terms, Vocabulary, VocabularyTerm
from generator.topics import find_terms
from generator.topics.compounds import MOST_CHARACTERS
from generator.topics.selection import MOST_TOPICS
from tests.topics.stories import RICE, story

NONE = Vocabulary()


def topics(title: str, *paragraphs: str, **fields: object) -> tuple[str, ...]:
    return find_terms([story(title, *paragraphs, **fields)], NONE)[0].topics


def test_what_a_story_keeps_saying_is_its_topic() -> None:
    assert {"海水稻", "盐碱地", "耐盐基因"} <= set(find_terms([RICE], NONE)[0].topics)


def test_the_topic_of_the_headline_comes_first() -> None:
    assert find_terms([RICE], NONE)[0].topics[0] in {"海水稻", "盐碱地"}


def test_names_of_persons_and_places_are_not_topics() -> None:
    found = find_terms([RICE], NONE)[0].topics
    assert not [topic for topic in found if "郑文远" in topic or "李秀英" in topic or topic == "东营"]


def test_amounts_times_and_everyday_words_are_not_topics() -> None:
    found = find_terms([RICE], NONE)[0].topics
    assert not {"2.4万元", "万元", "500公斤", "昨日", "去年", "记者", "团队", "表示"} & set(found)


def test_quoted_terms_stay_whole() -> None:
    found = topics("“南繁北育”加快良种选育", "“南繁北育”工程今年启动。", "专家说，“南繁北育”缩短了育种年限。")
    assert found[0] == "南繁北育"


def test_latin_terms_keep_their_digits() -> None:
    found = topics(
        "滨海新区试点4.5G专网", "4.5G专网已在港口使用。", "港口的吊机靠4.5G专网遥控，速率为20Mbps。"
    )
    assert any(topic.startswith("4.5G") for topic in found)
    assert not [topic for topic in found if "Mbps" in topic or topic == "G"]


def test_a_verb_opens_a_term_only_where_the_text_has_it_as_a_noun_phrase() -> None:
    term = topics("一种聚类图谱", "本馆展出一种聚类图谱。", "这种聚类图谱分五色，该聚类图谱可以折叠。")
    assert any(topic.startswith("聚类图谱") for topic in term)
    phrase = topics("货轮运送图谱", "货轮昨日运送图谱。", "货轮将运送图谱三次，港口正运送图谱。")
    assert not [topic for topic in phrase if topic.startswith("运送")]


def test_a_general_noun_inside_a_repeated_term_does_not_part_it() -> None:
    found = topics(
        "湿地保护发展倡议发布", "湿地发展倡议昨日发布。", "湿地发展倡议有五条，湿地发展倡议已译成英文。"
    )
    assert "湿地发展倡议" in found


def test_full_width_letters_are_the_same_letters() -> None:
    found = topics("ＬＮＧ船下水", "这艘ＬＮＧ船昨日下水，LNG船可在零下163摄氏度装运。")
    assert found[0] == "LNG船"


def test_parts_of_a_term_that_never_stand_alone_are_no_topics() -> None:
    found = topics(
        "深海机器人下潜万米", "深海机器人昨日下潜。", "深海机器人由电缆供电。", "深海机器人带回样品。"
    )
    assert "深海机器人" in found
    assert "深海" not in found


def test_a_compound_is_not_cut_after_its_prefix() -> None:
    found = topics("多光谱相机升空", "多光谱相机由卫星搭载。", "多光谱相机将拍摄农田，多光谱相机的影像免费。")
    assert not [topic for topic in found if topic.startswith("光谱")]


def test_organisations_are_topics_only_in_the_headline() -> None:
    inside = "海川集团宣布减排。海川集团称，海川集团的电厂将改烧天然气。"
    assert "海川集团" in topics("海川集团改烧天然气", inside)
    assert "海川集团" not in topics("电厂改烧天然气", inside)


def test_reporters_are_neither_topics_nor_people() -> None:
    text = "本报记者周明轩、吴可欣报道：灯会昨晚开幕。周明轩在现场看到，灯会人山人海。"
    found = find_terms([story("灯会开幕", text)], NONE)[0]
    assert found.people == ()
    assert not {"周明轩", "吴可欣"} & set(found.topics)


def test_notices_furniture_and_unplaced_lines_have_no_terms() -> None:
    text = "遗失东营市文远粮店营业执照，声明作废，联系人郑文远。"
    stories = [story("", text, kind=kind) for kind in ("notice", "furniture", "unplaced")]
    assert find_terms(stories, NONE) == (Terms(),) * 3


def test_a_supplied_title_is_not_read() -> None:
    assert "潮汐电站" not in topics("潮汐电站", "灯会昨晚开幕，灯会持续十天。", title_supplied=True)


def test_each_story_gets_its_own_terms_whatever_stands_beside_it() -> None:
    other = story("灯会开幕", "灯会昨晚开幕，灯会持续十天。")
    assert find_terms([RICE, other], NONE) == find_terms([RICE], NONE) + find_terms([other], NONE)


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "from tests.topics.stories import RICE\nfrom generator.model import Vocabulary\n"
        "from generator.topics import find_terms\nprint(ascii(find_terms([RICE], Vocabulary())))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


PIECES = st.sampled_from(
    [
        "海水稻",
        "说",
        "，",
        "。",
        "“",
        "”",
        "《",
        "》",
        "8万亿元",
        "5.5G",
        " ",
        "王金桥",
        "·",
        "的",
        "北京",
        "大学",
        "（",
        "）",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@settings(max_examples=80, deadline=None)
@given(title=TEXTS, text=TEXTS)
def test_any_text_gives_few_short_terms_each_once(title: str, text: str) -> None:
    found = find_terms([story(title, text)], NONE)[0]
    assert len(found.topics) <= MOST_TOPICS
    for names in (found.topics, found.people, found.organisations, found.places):
        assert len(set(names)) == len(names)
        assert all(name.strip() == name and name for name in names)
    assert all(len(topic) <= max(MOST_CHARACTERS, 30) for topic in found.topics)


def test_a_story_has_no_more_terms_of_a_kind_than_an_article_can() -> None:
    names = [f"渡口{number}号" for number in range(MOST_TERMS + 5)]
    vocabulary = Vocabulary(tuple(VocabularyTerm(name, "places") for name in names))
    (found,) = find_terms([story("渡口", "，".join(names))], vocabulary)
    assert len(found.places) == MOST_TERMS
