"""Words of those who mean harm, or of machines that have broken: what the tests put wherever a text can stand."""

from __future__ import annotations

from hypothesis import strategies as st

SCRIPTS = (
    "<script>window.ran=1;alert(1)</script>",
    "</script><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "</textarea></style></noscript><img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1><a xlink:href=javascript:window.ran=1>x</a></svg>",
    '" onmouseover="window.ran=1" autofocus onfocus=\'window.ran=1\' x="',
    "<!-- --!> <![CDATA[x]]> ]]> <?php echo 1 ?> <!DOCTYPE x>",
    "&lt;script&gt; &#60;b&#62; &amp;amp; &nosuch; &#0;",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example/><input name=q><button>x</button></form>",
)
LINKS = (
    "[x](javascript:window.ran=1)",
    "[x](JaVaScRiPt\\:window.ran=1)",
    "[x](java\tscript:window.ran=1)",
    "[x](&#106;avascript&colon;window.ran=1)",
    "[x](<data:text/html,<script>window.ran=1</script>>)",
    "![x](//evil.example/x.png)",
    "![x](https://evil.example/x.png)",
    "![x](x \"' onerror='window.ran=1\")",
    "<javascript:window.ran=1>",
    "[x]: javascript:window.ran=1",
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "{{ ''.__class__ }}",
    "${7*7}",
    "#{7*7}",
    "{0.x}",
)
PLACES = (
    "../../x",
    "/etc/passwd",
    "..\\..\\x",
    "C:\\x",
    "CON",
    "aux.txt",
    "index",
    ".",
    "..",
    ".git",
    "x/../../y",
    "%2e%2e%2f",
    "//evil.example/",
    "\\\\evil\\x",
)
CELLS = ("=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "＝1+1", '"; x,y', "a,b;c|d")
RECORDS = (
    "a\nER  - \nTY  - BOOK",
    "a}},\n  author = {x",
    "\\input{x} $x^2$ %",
    "{{{",
    "}}}",
    "a\rb",
    "a\u2028b",
    "a and b",
)
MARKS = (
    "\u202eevil\u202c",
    "\u202eevil",
    "\u2066x",
    "\u200b",
    "e" + "\u0301" * 40,
    "👩‍👩‍👧‍👦🏴‍☠️",
    "𠮷",
    "ﷺ",
    "！？……——",
    "。" * 40,
    "ı",
    "ß",
    "\ufeff",
    "\u3000",
)
LONG = "长" * 300
HOSTILE = (*SCRIPTS, *LINKS, *TEMPLATES, *PLACES, *CELLS, *RECORDS, *MARKS, LONG)
"""Each a text that does harm where it is not taken for text."""

_SEEDS = st.sampled_from(
    [*HOSTILE, "算力", "本报记者 林海", "北京", "据新华社北京9月19日电", "Web 3.0", " ", "　", ""]
)
_CHARS = st.text(st.characters(), max_size=12)
texts = st.lists(_SEEDS | _CHARS, max_size=3).map("".join)
"""Any text: control characters, surrogates and noncharacters too."""
