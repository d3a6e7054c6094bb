"""The commands: arguments in, a call of the pipeline, its report out. No work is done here.

A command imports what it needs when it is called: each starts without what the others take long to load.
"""

from __future__ import annotations

import gc
import sys

import click

from generator import __version__, console
from generator.cli import archive_commands, site_commands

_COLLECT_AFTER = 100_000
"""Objects made before Python looks for cycles among them. After 700, as it would, it takes a fifth of the time of a
build: what is made and kept there are many, and have none."""


@click.group(
    commands=(
        archive_commands.init,
        archive_commands.import_,
        archive_commands.topics,
        archive_commands.review,
        archive_commands.export,
        site_commands.build,
        site_commands.serve,
        site_commands.check,
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done; 1 done, but something needs a person's eye; 2 wrong usage or unusable input.",
)
@click.version_option(__version__, prog_name="backfile")
def command() -> None:
    """Turn the text of newspaper pages into articles, and articles into a static, searchable site."""


def main() -> None:
    """Run the command line; every way out of the program goes through here."""
    gc.set_threshold(_COLLECT_AFTER, 50, 100)
    sys.exit(console.guarded(lambda: command.main(standalone_mode=False)))
