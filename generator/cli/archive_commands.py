"""The commands on an archive itself: start it, import into it, find its topics, look it over, hand it on."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from generator import console
from generator.cli import options
from generator.cli.options import FOLDER
from generator.cli.workforce import as_seen, workforce
from generator.errors import ExitCode
from generator.identifiers import edition_slug, iso_date, page_label, publication_slug
from generator.progress_display import shown_progress


@click.command()
@click.argument("folder", type=FOLDER, default=Path())
def init(folder: Path) -> int:
    """Start an archive in FOLDER: settings, an example issue, a workflow to publish it."""
    from generator.scaffold import start_archive

    return console.show_started(start_archive(folder), folder)


@click.command("import")
@click.argument("sources", type=FOLDER, nargs=-1, required=True)
@options.content
@click.option("--publication", metavar="SLUG", default="", help="The newspaper, such as wanbao.")
@click.option("--date", metavar="YYYY-MM-DD", default="", help="The day of the issue.")
@click.option("--date-basis", metavar="TEXT", default="", help="What the date rests on.")
@click.option("--edition", metavar="E", default="", help="The edition, where a day has several.")
@click.option(
    "--page", metavar="LABEL", default="", help="The page, such as 1 or A03; later pages follow it."
)
@click.option(
    "--replace", is_flag=True, help="A better file of pages that are there: it stands in for the earlier one."
)
@options.dry_run
@options.jobs
@click.option("--report", type=FOLDER, default=None, help="Write the whole report to a file: .csv or .json.")
@options.strict
@options.scheduler
@options.quiet
def import_(
    sources: tuple[Path, ...],
    content: Path,
    publication: str,
    date: str,
    date_basis: str,
    edition: str,
    page: str,
    replace: bool,
    dry_run: bool,
    jobs: int,
    report: Path | None,
    strict: bool,
    scheduler: str,
    quiet: bool,
) -> int:
    """Take apart the text of pages (.txt), or take in articles (.jsonl), as Markdown under content/."""
    from generator.import_listing import show_import
    from generator.pipeline.importing import import_sources
    from generator.pipeline.settling import ImportRequest

    with workforce(jobs, scheduler) as workers, shown_progress(quiet=quiet) as progress:
        request = ImportRequest(
            sources=tuple(as_seen(source, scheduler) for source in sources),
            content=as_seen(content, scheduler),
            publication=publication and publication_slug(publication),
            date=_date(date),
            date_basis=date_basis,
            edition=edition and edition_slug(edition),
            page=page and page_label(page),
            dry_run=dry_run,
            replace=replace,
            jobs=workers,
        )
        imported = import_sources(request, progress)
    status = show_import(imported, dry_run=dry_run, strict=strict, file=report)
    console.show_stages(progress.stages)
    return status


def _date(text: str) -> dt.date | None:
    try:
        return iso_date(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date such as 2022-09-20.", param_hint="--date") from None


@click.command()
@options.content
@options.dry_run
@options.jobs
@options.quiet
def topics(content: Path, dry_run: bool, jobs: int, quiet: bool) -> int:
    """Find topics and names again, with the archive's own frequencies; what a person set stays."""
    from generator.pipeline.renewing_topics import TopicsRequest, renew_topics

    with shown_progress(quiet=quiet) as progress:
        report = renew_topics(TopicsRequest(content, dry_run, jobs), progress)
    status = console.show_topics(report, dry_run=dry_run)
    console.show_stages(progress.stages)
    return status


@click.command()
@click.argument("issue", default="")
@options.content
@options.layouts
@click.option("--out", type=FOLDER, default=None, help="Write one file of HTML, and serve nothing.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one."
)
def review(issue: str, content: Path, layouts: Path | None, out: Path | None, port: int) -> int:
    """Show ISSUE (such as wanbao/1996-03-05) beside its source, each line in the colour of its article."""
    from generator import review as reviews
    from generator.config import read_settings
    from generator.layouts_folder import layout_folders

    issue_id = reviews.review_issue_id(issue, content)
    settings = read_settings(content)
    pages = reviews.ReviewPages(layout_folders(layouts), settings)
    if out:
        return console.show_review(reviews.write_review(issue_id, content, out, pages, settings), out)
    reviews.serve_reviews(issue_id, content, pages, settings, port, console.say)
    return ExitCode.DONE


@click.command()
@options.content
@options.layouts
@click.option("--bagit", "bag", type=FOLDER, required=True, help="A new folder for the BagIt bag.")
@options.quiet
def export(content: Path, layouts: Path | None, bag: Path, quiet: bool) -> int:
    """Hand the archive over as a BagIt bag: content/ and its own layouts/, with checksums."""
    from generator.export import write_bag
    from generator.layouts_folder import built_in_layouts, layout_folders

    own = [folder for folder in layout_folders(layouts) if folder != built_in_layouts()]
    with shown_progress(quiet=quiet) as progress:
        report = write_bag(content, own[0] if own else None, bag, jobs=os.cpu_count() or 1, progress=progress)
    status = console.show_bag(report, bag)
    console.show_stages(progress.stages)
    return status
