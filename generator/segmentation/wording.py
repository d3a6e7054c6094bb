"""The wording of attributions: where a story comes from, as newspapers sign it."""

from __future__ import annotations

import re

from generator.segmentation.script import simplified

_NAME = r"[\u4e00-\u9fff](?:[\u4e00-\u9fff·]|\s(?=[\u4e00-\u9fff](?:\s|$|[，、）)]))){1,7}"
_NAMES = rf"{_NAME}(?:[、，\s]+{_NAME})*"
_STAFF = (
    r"(?:(?:本报|本刊|本台|本网|新华社|新华网|中新社|见习|实习|特约|首席|驻[\u4e00-\u9fff]{2,6}|全媒体|[\u4e00-\u9fff]{2,4}(?:日报|晚报|社))*"
    r"(?:记者|通讯员|特派员|评论员|实习生|摄影报道|摄影报导))"
)
_AGENCY = (
    r"(?:《[^》]{2,12}》|(?:新华|中新|法新|路透|美联|共同|塔斯|俄新|韩联|埃菲|中国新闻|中央)?(?:社|网)|央视新闻|央视|央广网?"
    r"|[A-Z]{2,6}|[\u4e00-\u9fff]{2,8}(?:社|报|网|台|新闻|日报|晚报|周刊|杂志|客户端|公众号|电视|广播))"
)
_DATELINE = r"[\u4e00-\u9fff]{2,12}?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:讯|电|专电)"

_LATIN_AGENCY = (
    r"(?:Reuters|Xinhua|Bloomberg|AP|AFP|UPI|PA|DPA|EFE|ANSA|TASS|Kyodo"
    r"|(?:The )?Associated Press|Agence France-Presse"
    r"|Press Association|United Press International|Staff reports?|[Ss]taff and agencies|[Aa]gencies"
    r"|Our (?:own )?[Cc]orrespondent|Staff [Ww]riter)"
)

CREDIT = (
    r"(?:"
    rf"据?(?:新华社|中新社|本报|新华网)(?:记者)?{_DATELINE}"
    rf"|据{_AGENCY}(?:、{_AGENCY}|[和及]{_AGENCY})*(?:{_DATELINE}|报道|报导|消息|电|等)?"
    rf"|综合(?:报道|报导|外电报道|外电报导|消息|整理|{_AGENCY}(?:[、，]?{_AGENCY})*(?:报道)?)?"
    r"|(?:新华社|中新社|新华网|本报|本刊)(?:发|供稿|供图|稿|特稿|专稿)"
    rf"|(?:来源|稿源|原载)[：:]\s*[^。]{{2,24}}"
    rf"|(?:文/|文／|图/|图／|文图/|图文/|撰文|供稿[：:]?|供图[：:]?|摄影[：:]?)\s*{_NAMES}"
    rf"|{_STAFF}[：:/]?\s*{_NAMES}(?:\s*{_STAFF}[：:/]?\s*{_NAMES})*(?:\s*(?:文|图|摄|文/图|报道|报导|摄影报道|整理))?"
    rf"|(?:[—–-]{{1,2}} ?)?(?:(?:Source|From): ?)?{_LATIN_AGENCY}(?:(?: and |/|, ){_LATIN_AGENCY})*"
    r")"
)
"""An attribution, without brackets around it."""

_WRITER = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
_WRITERS = rf"{_WRITER}(?:[、\s]+{_WRITER}){{0,4}}"
WRITERS = re.compile(
    rf"[□■◇◆●◎○]?\s*(?:{_STAFF}[：:/]?\s*{_WRITERS}(?:\s*{_STAFF}[：:/]?\s*{_WRITERS})*(?:\s*(?:文|摄|文/图|报道))?"
    rf"|(?:文/|文／|图/|图／|文图/|图文/)\s*{_WRITERS})"
)
"""The writers' names with their office, on a row of their own."""

BARE = re.compile(CREDIT)
BRACKETED = re.compile(
    rf"[（(]\s*(?:{CREDIT}|{_AGENCY}|[^（）()]{{2,16}}(?:电|讯|综合|供稿|摄)"
    rf"|据?(?:新华社|中新社|本报){_DATELINE}\s*{_STAFF}\s*{_NAMES})\s*[)）]"
)
OPENING_BYLINE = re.compile(rf"[（(]\s*{_STAFF}[\u4e00-\u9fff、]{{2,20}}\s*[)）]")
"""A writer's name in brackets, set solid: it may stand under the headline as well as at the end."""


def is_credit(text: str) -> bool:
    """Tell whether ``text``, in simplified characters or not, is an attribution and nothing else."""
    text = simplified(text)
    return bool(BARE.fullmatch(text) or BRACKETED.fullmatch(text))
