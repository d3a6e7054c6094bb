"""backfile: archived newspaper issues as articles, topics and a searchable static site."""

__version__ = "0.1.0"
