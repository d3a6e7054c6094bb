"""The commands: arguments in, a call of the pipeline, its report out. No work is done here."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator import __version__, console
from generator.errors import ExitCode
from generator.identifiers import edition_slug, iso_date, page_label, publication_slug
from generator.progress_display import shown_progress
from generator.workers import Jobs

_FOLDER = click.Path(path_type=Path)
_scheduler = click.option(
    "--scheduler", metavar="TCP://HOST:PORT", default="", help="Work on the machines of a Dask cluster."
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="Show warnings and errors alone.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done; 1 done, but something needs a person's eye; 2 wrong usage or unusable input.",
)
@click.version_option(__version__, prog_name="backfile")
def command() -> None:
    """Turn the text of newspaper pages into articles, and articles into a static, searchable site."""


_COLLECT_AFTER = 100_000
"""Objects made before Python looks for cycles among them. After 700, as it would, it takes a fifth of the time of a
build: what is made and kept there are many, and have none."""


def main() -> None:
    """Run the command line; every way out of the program goes through here."""
    gc.set_threshold(_COLLECT_AFTER, 50, 100)
    sys.exit(console.guarded(lambda: command.main(standalone_mode=False)))


@command.command()
@click.argument("folder", type=_FOLDER, default=Path())
def init(folder: Path) -> int:
    """Start an archive in FOLDER: settings, an example issue, a workflow to publish it."""
    from generator.scaffold import start_archive

    return console.show_started(start_archive(folder), folder)


@command.command("import")
@click.argument("sources", type=_FOLDER, nargs=-1, required=True)
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
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
@click.option("--dry-run", is_flag=True, help="Report what would be done, and write nothing.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes.  [default: one a core]")
@click.option("--report", type=_FOLDER, default=None, help="Write the whole report to a file: .csv or .json.")
@click.option("--strict", is_flag=True, help="End with 1 if anything needs a person's eye.")
@_scheduler
@_quiet
def import_command(
    sources: tuple[Path, ...],
    content: Path,
    publication: str,
    date: str,
    date_basis: str,
    edition: str,
    page: str,
    replace: bool,
    dry_run: bool,
    jobs: int | None,
    report: Path | None,
    strict: bool,
    scheduler: str,
    quiet: bool,
) -> int:
    """Take apart the text of pages (.txt), or take in articles (.jsonl), as Markdown under content/."""
    from generator.import_listing import show_import
    from generator.pipeline.importing import import_sources
    from generator.pipeline.settling import ImportRequest

    with _workers(jobs, scheduler) as workers, shown_progress(quiet=quiet) as progress:
        request = ImportRequest(
            sources=_shared(sources, scheduler),
            content=_shared([content], scheduler)[0],
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


@contextmanager
def _workers(jobs: int | None, scheduler: str) -> Iterator[Jobs]:
    """Yield who does the work: processes of this machine, or a cluster that sees the folder we are in."""
    if not scheduler:
        yield jobs or os.cpu_count() or 1
        return
    from generator.cluster import on_cluster

    with on_cluster(scheduler, Path.cwd()) as executor:
        yield executor


def _shared(paths: Sequence[Path], scheduler: str) -> tuple[Path, ...]:
    """Return ``paths`` as other machines find them."""
    return tuple(path.absolute() if scheduler else path for path in paths)


def _date(text: str) -> dt.date | None:
    try:
        return iso_date(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date such as 2022-09-20.", param_hint="--date") from None


@command.command()
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
@click.option(
    "--layouts", type=_FOLDER, default=None, help="The archive's own templates.  [default: layouts]"
)
@click.option("--site", type=_FOLDER, default=Path("site"), show_default=True, help="Where the site goes.")
@click.option("--cache", type=_FOLDER, default=Path(".backfile"), show_default=True, help="May be deleted.")
@click.option("--base-url", metavar="URL", default="", help="The site's address; overrides archive.toml.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes.  [default: one a core]")
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
@click.option(
    "--precompress", is_flag=True, help="Write a .gz beside each text file, for the server to send."
)
@click.option("--strict", is_flag=True, help="End with 1 if anything needs a person's eye.")
@_scheduler
@_quiet
def build(
    content: Path,
    layouts: Path | None,
    site: Path,
    cache: Path,
    base_url: str,
    jobs: int | None,
    no_search: bool,
    precompress: bool,
    strict: bool,
    scheduler: str,
    quiet: bool,
) -> int:
    """Make the site from content/ and layouts/."""
    from generator.layouts_folder import layout_folders
    from generator.pipeline.building import BuildRequest, build_site

    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.BadParameter("it must begin with http:// or https://.", param_hint="--base-url")
    with _workers(jobs, scheduler) as workers:
        shared = _shared([content, site, cache], scheduler)
        request = BuildRequest(
            content=shared[0],
            layouts=_shared(layout_folders(layouts), scheduler),
            site=shared[1],
            cache=shared[2],
            base_url=base_url,
            jobs=workers,
            search=not no_search,
            precompress=precompress,
        )
        with shown_progress(quiet=quiet) as progress:
            report = build_site(request, progress)
    return console.show_build(report, site, strict=strict)


@command.command()
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
@click.option("--dry-run", is_flag=True, help="Report what would be done, and write nothing.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes.  [default: one a core]")
@_quiet
def topics(content: Path, dry_run: bool, jobs: int | None, quiet: bool) -> int:
    """Find topics and names again, with the archive's own frequencies; what a person set stays."""
    from generator.pipeline.renewing_topics import TopicsRequest, renew_topics

    with shown_progress(quiet=quiet) as progress:
        report = renew_topics(TopicsRequest(content, dry_run, jobs or os.cpu_count() or 1), progress)
    status = console.show_topics(report, dry_run=dry_run)
    console.show_stages(progress.stages)
    return status


@command.command()
@click.option("--site", type=_FOLDER, default=Path("site"), show_default=True, help="The folder to serve.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.option("--watch", is_flag=True, help="Build first, and again after each edit; open pages follow.")
@click.option("--content", type=_FOLDER, default=Path("content"), help="With --watch, as in build.")
@click.option("--layouts", type=_FOLDER, default=None, help="With --watch, as in build.")
@click.option("--cache", type=_FOLDER, default=Path(".backfile"), help="With --watch, as in build.")
@click.option("--base-url", metavar="URL", default="", help="With --watch, as in build.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="With --watch, as in build.")
@click.option("--no-search", is_flag=True, help="With --watch, as in build.")
def serve(
    site: Path,
    port: int,
    watch: bool,
    content: Path,
    layouts: Path | None,
    cache: Path,
    base_url: str,
    jobs: int | None,
    no_search: bool,
) -> int:
    """Show a built site to this computer's browser, at http://127.0.0.1:PORT/."""
    from generator.server import serve_site

    if not watch:
        serve_site(site, port, console.say)
        return ExitCode.DONE

    from generator.layouts_folder import layout_folders
    from generator.pipeline.building import BuildRequest
    from generator.watching import watch_site

    request = BuildRequest(
        content=content,
        layouts=layout_folders(layouts),
        site=site,
        cache=cache,
        base_url=base_url,
        jobs=jobs or os.cpu_count() or 1,
        search=not no_search,
    )
    watch_site(request, port, console.say, console.show_diagnostics)
    return ExitCode.DONE


@command.command()
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
@click.option("--site", type=_FOLDER, default=None, help="The built site.  [default: site; with --bag none]")
@click.option("--bag", type=_FOLDER, default=None, help="Check a BagIt bag and the archive in it instead.")
@click.option("--corrections", is_flag=True, help="List what was changed by hand since it was imported.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes.  [default: one a core]")
@_quiet
def check(
    content: Path, site: Path | None, bag: Path | None, corrections: bool, jobs: int | None, quiet: bool
) -> int:
    """Prove that no text is lost, from source to site, no id or link broken, and no front matter wrong."""
    from generator.check import check_archive, check_bagged_archive

    jobs = jobs or os.cpu_count() or 1
    with shown_progress(quiet=quiet) as progress:
        if bag:
            report = check_bagged_archive(bag, site, jobs=jobs, progress=progress)
        else:
            report = check_archive(content, site or Path("site"), jobs=jobs, progress=progress)
    status = console.show_check(report, corrections=corrections)
    console.show_stages(progress.stages)
    return status


@command.command()
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
@click.option(
    "--layouts", type=_FOLDER, default=None, help="The archive's own templates.  [default: layouts]"
)
@click.option("--bagit", "bag", type=_FOLDER, required=True, help="A new folder for the BagIt bag.")
@_quiet
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


@command.command()
@click.argument("issue", default="")
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
@click.option(
    "--layouts", type=_FOLDER, default=None, help="The archive's own templates.  [default: layouts]"
)
@click.option("--out", type=_FOLDER, default=None, help="Write one file of HTML, and serve nothing.")
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
