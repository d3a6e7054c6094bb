"""The commands that make a site of an archive: build it, look at it, prove that it has all of the archive."""

from __future__ import annotations

from pathlib import Path

import click

from generator import console
from generator.cli import options
from generator.cli.options import FOLDER
from generator.cli.workforce import as_seen, workforce
from generator.errors import ExitCode
from generator.progress_display import shown_progress


@click.command()
@options.content
@options.layouts
@click.option("--site", type=FOLDER, default=Path("site"), show_default=True, help="Where the site goes.")
@click.option("--cache", type=FOLDER, default=Path(".backfile"), show_default=True, help="May be deleted.")
@click.option("--base-url", metavar="URL", default="", help="The site's address; overrides archive.toml.")
@options.jobs
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
@click.option(
    "--precompress", is_flag=True, help="Write a .gz beside each text file, for the server to send."
)
@options.strict
@options.scheduler
@options.quiet
def build(
    content: Path,
    layouts: Path | None,
    site: Path,
    cache: Path,
    base_url: str,
    jobs: int,
    no_search: bool,
    precompress: bool,
    strict: bool,
    scheduler: str,
    quiet: bool,
) -> int:
    """Make the site from content/ and layouts/."""
    from generator.layouts_folder import layout_folders
    from generator.pipeline.build_request import BuildRequest
    from generator.pipeline.building import build_site

    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.BadParameter("it must begin with http:// or https://.", param_hint="--base-url")
    with workforce(jobs, scheduler) as workers:
        request = BuildRequest(
            content=as_seen(content, scheduler),
            layouts=tuple(as_seen(folder, scheduler) for folder in layout_folders(layouts)),
            site=as_seen(site, scheduler),
            cache=as_seen(cache, scheduler),
            base_url=base_url,
            jobs=workers,
            search=not no_search,
            precompress=precompress,
        )
        with shown_progress(quiet=quiet) as progress:
            report = build_site(request, progress)
    return console.show_build(report, site, strict=strict)


@click.command()
@click.option("--site", type=FOLDER, default=Path("site"), show_default=True, help="The folder to serve.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.option("--watch", is_flag=True, help="Build first, and again after each edit; open pages follow.")
@click.option("--content", type=FOLDER, default=Path("content"), help="With --watch, as in build.")
@click.option("--layouts", type=FOLDER, default=None, help="With --watch, as in build.")
@click.option("--cache", type=FOLDER, default=Path(".backfile"), help="With --watch, as in build.")
@click.option("--base-url", metavar="URL", default="", help="With --watch, as in build.")
@options.jobs
@click.option("--no-search", is_flag=True, help="With --watch, as in build.")
def serve(
    site: Path,
    port: int,
    watch: bool,
    content: Path,
    layouts: Path | None,
    cache: Path,
    base_url: str,
    jobs: int,
    no_search: bool,
) -> int:
    """Show a built site to this computer's browser, at http://127.0.0.1:PORT/."""
    from generator.server import serve_site

    if not watch:
        serve_site(site, port, console.say)
        return ExitCode.DONE

    from generator.layouts_folder import layout_folders
    from generator.pipeline.build_request import BuildRequest
    from generator.watching import watch_site

    request = BuildRequest(
        content=content,
        layouts=layout_folders(layouts),
        site=site,
        cache=cache,
        base_url=base_url,
        jobs=jobs,
        search=not no_search,
    )
    watch_site(request, port, console.say, console.show_diagnostics, lambda: layout_folders(layouts))
    return ExitCode.DONE


@click.command()
@options.content
@click.option("--site", type=FOLDER, default=None, help="The built site.  [default: site; with --bag none]")
@click.option("--bag", type=FOLDER, default=None, help="Check a BagIt bag and the archive in it instead.")
@click.option("--corrections", is_flag=True, help="List what was changed by hand since it was imported.")
@options.jobs
@options.quiet
def check(
    content: Path, site: Path | None, bag: Path | None, corrections: bool, jobs: int, quiet: bool
) -> int:
    """Prove that no text is lost, from source to site, no id or link broken, and no front matter wrong."""
    from generator.check import check_archive, check_bagged_archive

    with shown_progress(quiet=quiet) as progress:
        if bag:
            report = check_bagged_archive(bag, site, jobs=jobs, progress=progress)
        else:
            report = check_archive(content, site or Path("site"), jobs=jobs, progress=progress)
    status = console.show_check(report, corrections=corrections)
    console.show_stages(progress.stages)
    return status
