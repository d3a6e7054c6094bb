"""Citations in every form, compared with ones written by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model import Article, Terms
from generator.render.citations import FORMATS, Reference, gbt7714, refer
from generator.render.views import IssueView, PublicationView

PAPER = PublicationView("wanbao", "wanbao/index.html", "滨城晚报", False, "zh-Hans", "")
ISSUE = IssueView("wanbao/2001-02-03", "", PAPER, "2001-02-03", "2001年2月3日", 2001, "", "", "", 1, 0, 1)
ARTICLE = Article("wanbao/2001-02-03/pA02/07", "article", "春运首日", "正文", authors=("甲一",))
URL = "https://a.example/7.html"

PLAIN = refer(ARTICLE, ISSUE, Terms(), "")
ONLINE = refer(replace(ARTICLE, section="要闻"), ISSUE, Terms(topics=("春运", "铁路")), URL)
NO_AUTHOR = refer(replace(ARTICLE, authors=()), ISSUE, Terms(), "")
FOUR = refer(
    replace(ARTICLE, authors=("甲一", "乙二", "丙三", "丁四"), subtitle="客流创新高"), ISSUE, Terms(), ""
)
LATIN = refer(
    replace(
        ARTICLE,
        title="Harbour “Opens” at 50% & {more}: a_b #1 $2 ~^\\",
        authors=("Smith, Sons and Co.", "Ann Lee"),
    ),
    replace(ISSUE, publication=replace(PAPER, name="The Bay & Port News", language="en")),
    Terms(topics=("R&D",)),
    "https://a.example/100%25_x.html",
)
SUPPLIED = refer(
    replace(ARTICLE, authors=(), title_supplied=True),
    replace(ISSUE, publication=replace(PAPER, name_supplied=True)),
    Terms(),
    "",
)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (PLAIN, "甲一. 春运首日[N]. 滨城晚报, 2001-02-03(A02)."),
        (ONLINE, f"甲一. 春运首日[N/OL]. 滨城晚报, 2001-02-03(A02)[引用日期]. {URL}."),
        (NO_AUTHOR, "春运首日[N]. 滨城晚报, 2001-02-03(A02)."),
        (FOUR, "甲一, 乙二, 丙三, 等. 春运首日：客流创新高[N]. 滨城晚报, 2001-02-03(A02)."),
        (
            replace(FOUR, authors=FOUR.authors[:3]),
            "甲一, 乙二, 丙三. 春运首日：客流创新高[N]. 滨城晚报, 2001-02-03(A02).",
        ),
        (SUPPLIED, "[春运首日][N]. [滨城晚报], 2001-02-03(A02)."),
    ],
)
def test_gbt7714(reference: Reference, expected: str) -> None:
    assert gbt7714(reference, "引用日期") == expected


def written(reference: Reference, name: str) -> str:
    form = next(form for form in FORMATS if form.name == name)
    return form.collect([form.write(reference)])


BIBTEX = {
    "plain": (
        PLAIN,
        """@article{wanbao-2001-02-03-pA02-07,
  title = {{春运首日}},
  author = {甲一},
  journal = {滨城晚报},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  language = {zh-Hans},
}
""",
    ),
    "online": (
        ONLINE,
        """@article{wanbao-2001-02-03-pA02-07,
  title = {{春运首日}},
  author = {甲一},
  journal = {滨城晚报},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  keywords = {春运, 铁路},
  language = {zh-Hans},
  url = {https://a.example/7.html},
}
""",
    ),
    "no author": (
        NO_AUTHOR,
        """@article{wanbao-2001-02-03-pA02-07,
  title = {{春运首日}},
  journal = {滨城晚报},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  language = {zh-Hans},
}
""",
    ),
    "several authors, subtitle": (
        FOUR,
        """@article{wanbao-2001-02-03-pA02-07,
  title = {{春运首日：客流创新高}},
  author = {甲一 and 乙二 and 丙三 and 丁四},
  journal = {滨城晚报},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  language = {zh-Hans},
}
""",
    ),
    "Latin, special characters": (
        LATIN,
        r"""@article{wanbao-2001-02-03-pA02-07,
  title = {{Harbour “Opens” at 50\% \& \textbraceleft{}more\textbraceright{}: a\_b \#1 \$2 """
        r"""\textasciitilde{}\textasciicircum{}\textbackslash{}}},
  author = {{Smith, Sons and Co.} and Ann Lee},
  journal = {The Bay \& Port News},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  keywords = {R\&D},
  language = {en},
  url = {https://a.example/100%25_x.html},
}
""",
    ),
    "supplied": (
        SUPPLIED,
        """@article{wanbao-2001-02-03-pA02-07,
  title = {{[春运首日]}},
  journal = {[滨城晚报]},
  year = {2001},
  month = feb,
  day = {3},
  pages = {A02},
  entrysubtype = {newspaper},
  language = {zh-Hans},
}
""",
    ),
}


@pytest.mark.parametrize("name", BIBTEX)
def test_bibtex(name: str) -> None:
    reference, expected = BIBTEX[name]
    assert written(reference, "BibTeX") == expected
    assert expected.count("{") == expected.count("}")


RIS = {
    "plain": (PLAIN, ["TI  - 春运首日", "AU  - 甲一", "T2  - 滨城晚报"], ["LA  - zh-Hans"]),
    "online": (
        ONLINE,
        ["TI  - 春运首日", "AU  - 甲一", "T2  - 滨城晚报"],
        ["SE  - 要闻", "KW  - 春运", "KW  - 铁路", "LA  - zh-Hans", f"UR  - {URL}"],
    ),
    "no author": (NO_AUTHOR, ["TI  - 春运首日", "T2  - 滨城晚报"], ["LA  - zh-Hans"]),
    "several authors, subtitle": (
        FOUR,
        [
            "TI  - 春运首日：客流创新高",
            "AU  - 甲一",
            "AU  - 乙二",
            "AU  - 丙三",
            "AU  - 丁四",
            "T2  - 滨城晚报",
        ],
        ["LA  - zh-Hans"],
    ),
    "Latin, special characters": (
        LATIN,
        [
            "TI  - Harbour “Opens” at 50% & {more}: a_b #1 $2 ~^\\",
            "AU  - Smith, Sons and Co.",
            "AU  - Ann Lee",
            "T2  - The Bay & Port News",
        ],
        ["KW  - R&D", "LA  - en", "UR  - https://a.example/100%25_x.html"],
    ),
    "supplied": (SUPPLIED, ["TI  - [春运首日]", "T2  - [滨城晚报]"], ["LA  - zh-Hans"]),
}


@pytest.mark.parametrize("name", RIS)
def test_ris(name: str) -> None:
    reference, before, after = RIS[name]
    assert written(reference, "RIS").split("\r\n") == [
        "TY  - NEWS",
        "ID  - wanbao-2001-02-03-pA02-07",
        *before,
        "PY  - 2001",
        "DA  - 2001/02/03/",
        "SP  - A02",
        *after,
        "ER  - ",
        "",
    ]


CSL = {
    "plain": (PLAIN, {"title": "春运首日", "author": [{"literal": "甲一"}]}),
    "online": (
        ONLINE,
        {
            "title": "春运首日",
            "author": [{"literal": "甲一"}],
            "section": "要闻",
            "keyword": "春运, 铁路",
            "URL": URL,
        },
    ),
    "no author": (NO_AUTHOR, {"title": "春运首日"}),
    "several authors, subtitle": (
        FOUR,
        {
            "title": "春运首日：客流创新高",
            "author": [{"literal": "甲一"}, {"literal": "乙二"}, {"literal": "丙三"}, {"literal": "丁四"}],
        },
    ),
    "Latin, special characters": (
        LATIN,
        {
            "title": "Harbour “Opens” at 50% & {more}: a_b #1 $2 ~^\\",
            "author": [{"literal": "Smith, Sons and Co."}, {"literal": "Ann Lee"}],
            "container-title": "The Bay & Port News",
            "keyword": "R&D",
            "language": "en",
            "URL": "https://a.example/100%25_x.html",
        },
    ),
    "supplied": (SUPPLIED, {"title": "[春运首日]", "container-title": "[滨城晚报]"}),
}


@pytest.mark.parametrize("name", CSL)
def test_csl_json(name: str) -> None:
    reference, expected = CSL[name]
    (item,) = json.loads(written(reference, "CSL-JSON"))
    common = {
        "id": "wanbao-2001-02-03-pA02-07",
        "type": "article-newspaper",
        "container-title": "滨城晚报",
        "issued": {"date-parts": [[2001, 2, 3]]},
        "page": "A02",
        "language": "zh-Hans",
    }
    assert item == common | expected


def test_a_file_of_several_citations_is_still_of_its_form() -> None:
    forms = {form.name: form for form in FORMATS}
    two = {name: form.collect([form.write(PLAIN), form.write(LATIN)]) for name, form in forms.items()}
    assert two["BibTeX"].count("@article{") == 2
    assert two["RIS"].count("TY  - NEWS\r\n") == two["RIS"].count("ER  - \r\n") == 2
    assert [item["language"] for item in json.loads(two["CSL-JSON"])] == ["zh-Hans", "en"]


def test_line_ends_and_runs_of_blanks_in_a_title_do_not_break_a_record() -> None:
    odd = replace(PLAIN, title="一行\n\nER  - \n二行")
    assert written(odd, "RIS").count("\r\nER  - ") == 1
    assert "title = {{一行 ER - 二行}}" in written(odd, "BibTeX")
