"""Rendering: issues and the archive's summaries -> pages of the site, as values. Writes nothing."""

from generator.render.archive_pages import render_archive
from generator.render.article_pages import Sources, render_article_files
from generator.render.body import plain_paragraphs, render_body
from generator.render.issue_pages import render_frame, render_issue
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer

__all__ = [
    "OutputFile",
    "Renderer",
    "Sources",
    "plain_paragraphs",
    "render_archive",
    "render_article_files",
    "render_body",
    "render_frame",
    "render_issue",
]
