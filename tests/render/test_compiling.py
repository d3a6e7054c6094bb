"""Templates compiled for speed: what comes out is what Jinja2 itself makes."""

from __future__ import annotations

import datetime as dt

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator
from jinja2.environment import Template
from jinja2.runtime import Context
from markupsafe import Markup

from generator.render import compiling
from generator.render.compiling import CompilingEnvironment
from tests.render.archives import MAIN, build, short_issue, with_base_url


def _word(key: str, **values: object) -> str:
    return {"home": "首页 & <b>", "count": "{n}篇"}[key].format(**values)


FUNCTIONS = {"t": _word, "safe_part": lambda text: Markup("<i>{}</i>").format(text)}


def plain(text: str) -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.globals.update(FUNCTIONS)
    return environment.from_string(text)


def compiled(text: str) -> Template:
    return CompilingEnvironment(FUNCTIONS, autoescape=True, undefined=StrictUndefined).from_string(text)


class Odd:
    def __str__(self) -> str:
        return "<odd>"


VALUES = {
    "x": "<a> & \"b\" 'c'",
    "n": 3,
    "f": 0.5,
    "m": Markup("<p>"),
    "odd": Odd(),
    "none": None,
    "yes": True,
}


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}{{ n }}{{ f }}{{ m }}{{ odd }}{{ none }}{{ yes }}{{ [x, n] }}",
        "{{ t('home') }} {{ t('count', n=n) }} {{ t('count', n='<') }} {{ t(x and 'home') }}",
        "<a title='{{ t('home') }}'>{{ safe_part('a') }}{{ safe_part(x) }}{{ safe_part(t('home')) }}</a>",
        "{% for each in [x, m] %}{{ each }}{{ loop.index }}{% endfor %}{{ x if n > 5 else t('home') }}",
        "{% macro line(a, b=t('home')) %}<{{ a }}{{ b }}>{% endmacro %}{{ line(x) }}{{ line(m, n) }}"
        "{% macro round(a) %}({{ a }}{{ caller() }}){% endmacro %}{% call round(x) %}{{ x }}{% endcall %}",
        "{% set part %}{{ x }}{{ t('home') }}{% endset %}{{ part }}{{ x ~ m }}{{ m ~ x }}{{ x | upper }}",
        "{% autoescape false %}{{ x }}{{ t('home') }}{% endautoescape %}{{ x }}",
        "{% filter upper %}{{ x }}{{ t('home') }}{% endfilter %}",
        "{% set t = joined %}{{ t('<', 'b') }}",
        "{% macro t(a) %}[{{ a }}]{% endmacro %}{{ t('home') }}",
        "{% for t in [joined] %}{{ t('a') }}{% endfor %}",
        "{{ t(**{'key': 'home'}) }}{{ t(*['home']) }}{{ t.__name__ }}",
    ],
)
def test_templates_say_what_they_say_in_jinja2(text: str) -> None:
    values = {**VALUES, "joined": lambda *texts: "+".join(texts)}
    assert compiled(text).render(values) == plain(text).render(values)


@pytest.mark.parametrize(
    "text", ["{{ nothing }}", "{{ t(nothing) }}", "{{ x.nothing }}", "{{ safe_part() }}"]
)
def test_mistakes_are_the_same_mistakes(text: str) -> None:
    with pytest.raises((UndefinedError, KeyError, TypeError)) as theirs:
        plain(text).render(VALUES)
    with pytest.raises(theirs.type) as ours:
        compiled(text).render(VALUES)
    assert str(ours.value) == str(theirs.value)


def test_a_word_that_is_missing_is_missed_only_where_it_is_asked_for() -> None:
    assert compiled("{% if none %}{{ t('no such word') }}{% endif %}").render(VALUES) == ""


def test_a_whole_site_is_what_jinja2_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    issues, settings = (MAIN, short_issue(dt.date(2018, 5, 4))), with_base_url()
    fast = build(*issues, settings=settings)
    monkeypatch.setattr(CompilingEnvironment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(CompilingEnvironment, "context_class", Context)
    monkeypatch.setattr(CompilingEnvironment, "make_globals", Environment.make_globals)
    monkeypatch.setattr(compiling._Straight, "visit_Call", lambda _, node: node)
    assert build(*issues, settings=settings) == fast
