"""Review: an issue as a person compares it with its source, line by line.

issue and its source files -> who has each line, and as what -> one page, served or written.
"""

from generator.review.comparing import compare_issue
from generator.review.page import ReviewPages
from generator.review.serving import serve_reviews
from generator.review.writing import review_issue_id, write_review

__all__ = ["ReviewPages", "compare_issue", "review_issue_id", "serve_reviews", "write_review"]
