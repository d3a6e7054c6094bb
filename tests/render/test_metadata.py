"""What a page says of its article to machines: complete, escaped, and nothing empty."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from generator.model import Article, Terms
from generator.render.metadata import json_ld, meta_tags, open_graph
from generator.render.views import IssueView, PublicationView

PAPER = PublicationView("wanbao", "wanbao/index.html", "滨城晚报", False, "zh-Hans", "")
ISSUE = IssueView("wanbao/2001-02-03", "", PAPER, "2001-02-03", "2001年2月3日", 2001, "", "", "", 1, 0, 1)
ARTICLE = Article("wanbao/2001-02-03/pA02/07", "article", "春运首日", "正文", authors=("甲一",))


def test_nothing_in_the_json_ld_ends_its_script_element() -> None:
    hostile = "</script><!-- & \u2028\u2029"
    text = json_ld(replace(ARTICLE, title=hostile), ISSUE, Terms(), "", "")
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == hostile


def test_empty_values_make_no_tag_and_a_name_in_two_kinds_makes_one() -> None:
    terms = Terms(topics=("华光",), organisations=("华光",))
    tags = meta_tags(replace(ARTICLE, authors=()), ISSUE, terms, "", "")
    assert 'content=""' not in tags
    assert tags.count('<meta name="DCTERMS.subject" content="华光">') == 1


def test_contents_of_tags_are_escaped() -> None:
    article = replace(ARTICLE, title='"><script>', section="A&B")
    assert '"&quot;&gt;&lt;script&gt;"' in meta_tags(article, ISSUE, Terms(), "", "")
    assert '<meta property="article:section" content="A&amp;B">' in open_graph(article, ISSUE, Terms())


def test_the_json_ld_is_an_article_of_an_issue_of_a_newspaper() -> None:
    article = replace(
        ARTICLE,
        subtitle="客流创新高",
        kicker="铁路今起加开",
        section="要闻",
        attribution="据新华社北京2月2日电",
        modified=dt.date(2024, 5, 6),
    )
    terms = Terms(topics=("春运", "铁路"), people=("甲一",))
    record = json.loads(
        json_ld(article, replace(ISSUE, number="812"), terms, "https://a.example/7.html", "公版")
    )
    assert record == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "春运首日",
        "alternativeHeadline": "客流创新高",
        "author": [{"@type": "Person", "name": "甲一"}],
        "datePublished": "2001-02-03",
        "dateModified": "2024-05-06",
        "inLanguage": "zh-Hans",
        "printPage": "A02",
        "printSection": "要闻",
        "dateline": "据新华社北京2月2日电",
        "keywords": ["春运", "铁路"],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "812",
            "datePublished": "2001-02-03",
            "isPartOf": {"@type": "Newspaper", "name": "滨城晚报", "inLanguage": "zh-Hans"},
        },
        "identifier": "wanbao/2001-02-03/pA02/07",
        "url": "https://a.example/7.html",
        "copyrightNotice": "公版",
    }
