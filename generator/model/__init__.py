"""What flows between the stages: frozen values, nothing else.

``import``:  SourcePage -> PageParts (of Stories) -> Articles -> Markdown files.
``build``:   Markdown files -> Issues (of Articles) -> IssueSummaries -> Archive -> pages of the site.

This room imports nothing of ours.
"""

from generator.model.archive import ArticleSummary, IssueSummary
from generator.model.articles import (
    DOUBTFUL,
    LARGEST_SOURCE,
    WITHDRAWN,
    Article,
    Issue,
    IssueRecord,
    PageRecord,
    SourceFile,
    SourceRef,
    issue_of,
)
from generator.model.catalogue import (
    Archive,
    Delta,
    Holders,
    IssueFace,
    IssueFiles,
    TermCard,
    TermGroup,
    TermMonth,
)
from generator.model.settings import TERM_KINDS, Publication, Settings, TermKind, Vocabulary, VocabularyTerm
from generator.model.stories import (
    KINDS,
    MOST_TERMS,
    Doubt,
    Jump,
    Kind,
    Line,
    LineRanges,
    PageParts,
    Paragraph,
    SourcePage,
    Story,
    Terms,
)

__all__ = [
    "DOUBTFUL",
    "KINDS",
    "LARGEST_SOURCE",
    "MOST_TERMS",
    "TERM_KINDS",
    "WITHDRAWN",
    "Archive",
    "Article",
    "ArticleSummary",
    "Delta",
    "Doubt",
    "Holders",
    "Issue",
    "IssueFace",
    "IssueFiles",
    "IssueRecord",
    "IssueSummary",
    "Jump",
    "Kind",
    "Line",
    "LineRanges",
    "PageParts",
    "PageRecord",
    "Paragraph",
    "Publication",
    "Settings",
    "SourceFile",
    "SourcePage",
    "SourceRef",
    "Story",
    "TermCard",
    "TermGroup",
    "TermKind",
    "TermMonth",
    "Terms",
    "Vocabulary",
    "VocabularyTerm",
    "issue_of",
]
