"""Topics and names: what an article is about, who and what it names, and the archive's indexes of both."""

from generator.topics.background import Background, BackgroundCounter
from generator.topics.index import index_terms
from generator.topics.offices import find_offices
from generator.topics.terms import find_terms
from generator.topics.unify import unify_terms

__all__ = ["Background", "BackgroundCounter", "find_offices", "find_terms", "index_terms", "unify_terms"]
