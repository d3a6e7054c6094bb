"""Options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path

import click

FOLDER = click.Path(path_type=Path)

content = click.option(
    "--content", type=FOLDER, default=Path("content"), show_default=True, help="The archive's content."
)
layouts = click.option(
    "--layouts", type=FOLDER, default=None, help="The archive's own templates.  [default: layouts]"
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    help="Processes.  [default: one a core]",
)
scheduler = click.option(
    "--scheduler", metavar="TCP://HOST:PORT", default="", help="Work on the machines of a Dask cluster."
)
dry_run = click.option("--dry-run", is_flag=True, help="Report what would be done, and write nothing.")
strict = click.option("--strict", is_flag=True, help="End with 1 if anything needs a person's eye.")
quiet = click.option("--quiet", "-q", is_flag=True, help="Show warnings and errors alone.")
