"""Where the templates are: the archive's own folder, then the ones that come with the program."""

from __future__ import annotations

from pathlib import Path

from generator.errors import error


def layout_folders(asked: Path | None) -> tuple[Path, ...]:
    """Return the folders of templates, first one first.

    ``asked`` is the ``--layouts`` of the command line; without it, ``layouts`` here is used where it is there.
    Raises ``BackfileError`` where the folder asked for is not there.
    """
    if asked and not asked.is_dir():
        raise error(
            "layouts-missing",
            "there is no such folder of templates.",
            file=str(asked),
            remedy="Correct --layouts, or leave it out to use the built-in templates.",
        )
    own = asked or Path("layouts")
    built_in = built_in_layouts()
    if own.is_dir() and own.resolve() != built_in.resolve():
        return own, built_in
    return (built_in,)


def built_in_layouts() -> Path:
    """Return the folder of templates that comes with the program: in a wheel inside the package, else beside it."""
    package = Path(__file__).parent
    inside = package / "layouts"
    return inside if inside.is_dir() else package.parent / "layouts"
