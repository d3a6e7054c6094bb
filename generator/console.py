"""What the person at the terminal reads, and the one place that turns exceptions into exit statuses."""

from __future__ import annotations

import os
import tempfile
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import BackfileError, Diagnostic, ExitCode
from generator.model import TERM_KINDS

if TYPE_CHECKING:
    from generator.check import CheckReport
    from generator.export import BagReport
    from generator.pipeline.building import BuildReport
    from generator.pipeline.renewing_topics import TopicsReport
    from generator.progress import StageTime
    from generator.review.views import Review

_INTERRUPTED = 130


LONG = 5.0
"""Seconds from which the stages of a command other than ``build`` are shown at its end."""


def say(text: str) -> None:
    """Write a line for the person at the terminal, unless the command was told to be ``--quiet``."""
    context = click.get_current_context(silent=True)
    if not (context and context.params.get("quiet")):
        click.echo(text)


def show_stages(stages: Sequence[StageTime], least: float = LONG) -> None:
    """Show the table of stages, with counts and seconds, of work that took ``least`` seconds or more."""
    if sum(stage.seconds for stage in stages) >= least:
        for stage in stages:
            say(f"{stage.name:<18} {stage.count:>9,}  {stage.seconds:8.2f} s")


def guarded(run: Callable[[], int | None]) -> int:
    """Run a command and return its exit status; what it raises becomes a message.

    A ``BackfileError`` is the person's to mend: its diagnostics are shown. Anything else is a bug of ours: a short
    message says where its traceback is.
    """
    try:
        return int(run() or ExitCode.DONE)
    except BackfileError as refused:
        show_diagnostics(refused.diagnostics)
        return ExitCode.UNUSABLE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return ExitCode.UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("backfile: stopped; every file is as it was or as it should be.", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone, as with `| head`; Python would complain again while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ExitCode.DONE
    except MemoryError:
        click.echo(
            "backfile: the memory of this machine is used up; import or build less at a time.", err=True
        )
        return ExitCode.UNUSABLE
    except Exception as bug:
        descriptor, log = tempfile.mkstemp(prefix="backfile-", suffix=".log")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(traceback.format_exc())
        where = "".join(f", {note}" for note in getattr(bug, "__notes__", ()))
        click.echo(f"backfile: a mistake in backfile itself{where} ({type(bug).__name__}: {bug}).", err=True)
        click.echo(f"Please report it with the log {log}; what was saved before is untouched.", err=True)
        return ExitCode.UNUSABLE


def show_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Write each diagnostic on the error output."""
    for diagnostic in diagnostics:
        click.echo(str(diagnostic), err=True)


def show_started(written: tuple[Path, ...], folder: Path) -> int:
    """Say what ``init`` has written, and what to do next."""
    for path in written:
        say(f"wrote {path}")
    where = "" if folder.resolve() == Path.cwd() else f"cd {folder}, "
    say(f"Next: {where}look at content/archive.toml, then `backfile build` and `backfile serve`.")
    return ExitCode.DONE


def count_of(number: int, what: str) -> str:
    """Return ``number`` with what is counted: ``1 article``, ``2 articles``."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def show_build(report: BuildReport, site: Path, *, strict: bool) -> int:
    """Show warnings and the table of stages, and return the exit status."""
    show_diagnostics(report.warnings)
    show_stages(report.stages, least=0)
    say(f"The site is in {site}. Look at it with: backfile serve --site {site}")
    return ExitCode.NEEDS_EYE if strict and report.warnings else ExitCode.DONE


def show_topics(report: TopicsReport, *, dry_run: bool) -> int:
    """Show how many articles have new terms, and how many terms there are; return the exit status."""
    show_diagnostics(report.warnings)
    done = "would get" if dry_run else "got"
    where = f"{report.articles} in {count_of(report.issues, 'issue')}"
    say(
        f"{count_of(report.changed, 'article')} of {where} {done} new terms; {report.kept} kept what a person set."
    )
    say(", ".join(f"{report.terms[kind]} {kind}" for kind in TERM_KINDS))
    return ExitCode.DONE


def show_check(report: CheckReport, *, corrections: bool) -> int:
    """Show the findings, what was counted and, if asked for, each correction; return 0 for whole, 1 for findings."""
    show_diagnostics(report.findings)
    for correction in report.corrections if corrections else ():
        say(str(correction))
    say(", ".join(f"{count} {what}" for what, count in report.counts.items()) + ".")
    if not report.site:
        say("There is no site here, so neither pages nor links were checked.")
    elif not report.counts["texts of the search index"]:
        say("The site has no search index: it was built without one, or has lost it.")
    say("Whole." if not report.findings else f"{len(report.findings)} finding(s).")
    return ExitCode.NEEDS_EYE if report.findings else ExitCode.DONE


def show_bag(report: BagReport, bag: Path) -> int:
    """Say what was put into the bag, and how to prove it; return 0."""
    say(f"{report.files} files, {report.size:,} bytes, in {bag}. To prove it: backfile check --bag {bag}")
    return ExitCode.DONE


def show_review(review: Review, out: Path) -> int:
    """Say what a review shows, and where it was written."""
    loose = review.lines - review.claimed
    say(f"{review.issue_id}: {review.doubtful} to look at, {count_of(loose, 'line')} without an article.")
    say(f"wrote {out}")
    return ExitCode.DONE
