"""Chinese words: how a text is cut, and how common a word is. The only importer of jieba."""

from generator.words.cutting import cut
from generator.words.cutting import load as _load_cutter
from generator.words.dictionary import UNKNOWN_TAG, count, idf, rarity, tag
from generator.words.dictionary import load as _load_dictionary
from generator.words.inside import cut_inside

__all__ = ["UNKNOWN_TAG", "count", "cut", "cut_inside", "idf", "load", "rarity", "tag"]


def load() -> None:
    """Read the dictionary and its tables now: processes that are forked later share them."""
    _load_cutter()
    _load_dictionary()
