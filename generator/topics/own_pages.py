"""Which terms have a page of their own: a pure function of the archive, under which its pages stay as it grows.

In a small archive every term is worth a page; in a large one a term of one article is a link to that article by a
detour, and there are more of them than articles. So from ``SMALL`` articles on, a term needs two. What came in while
the archive was small keeps its pages: the articles of those days of import are its founding articles.
"""

SMALL = 1000
"""Articles of an archive in which each term has a page."""
OF_LARGE = 2
"""Articles that a term of a larger one needs for a page."""
