"""Stories into terms: the order of the rules."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import MOST_TERMS, TERM_KINDS, Story, Terms, Vocabulary
from generator.thesaurus import Thesaurus
from generator.topics.annotation import annotate
from generator.topics.background import Background
from generator.topics.candidates import candidates
from generator.topics.names.mentions import ranked
from generator.topics.script import as_printed
from generator.topics.selection import select
from generator.topics.vocabulary import apply_vocabulary
from generator.topics.weighting import weigh

NO_TERMS = Terms()


def find_terms(
    stories: Sequence[Story], vocabulary: Vocabulary, background: Background | None = None
) -> tuple[Terms, ...]:
    """Return what each of ``stories`` is about, and whom and what it names, in their order.

    ``background`` holds the document frequencies of the archive, where they are known. Terms of ``vocabulary`` that
    a story holds come first, under the vocabulary's name. There are no more of a kind than an article can have. Only
    articles have terms: notices name private persons.
    """
    thesaurus = Thesaurus(vocabulary)
    return tuple(
        _terms(story, thesaurus, background) if story.kind == "article" else NO_TERMS for story in stories
    )


def _terms(story: Story, thesaurus: Thesaurus, background: Background | None) -> Terms:
    reading, names = annotate(story)
    found = candidates(reading)
    text = "\n".join(passage.text for passage in reading.passages)
    printed = "\n".join(passage.printed for passage in reading.passages)
    terms = apply_vocabulary(
        thesaurus,
        printed,
        Terms(
            as_printed(select(weigh(found, reading, background), found), text, printed),
            as_printed(ranked(names.people.named, reading), text, printed),
            as_printed(ranked(names.organisations, reading), text, printed),
            as_printed(ranked(names.places, reading), text, printed),
        ),
    )
    return Terms(*(getattr(terms, kind)[:MOST_TERMS] for kind in TERM_KINDS))
