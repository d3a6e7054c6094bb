"""Bare settings for Pelican: articles, issues as categories, terms as tags; no feeds, no paging."""

AUTHOR = "Daily"
SITENAME = "日报典藏"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "zh"
THEME = "theme"
SLUGIFY_SOURCE = "basename"
SLUGIFY_USE_UNICODE = True
PATH_METADATA = r"(?P<place>.+)\.md"
ARTICLE_URL = ARTICLE_SAVE_AS = "{place}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
TAGS_SAVE_AS = "topics/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
