"""Jinja2 as this site uses it: one environment, and errors that name template, line and page."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError

from generator.errors import BackfileError, error


class Templates:
    """The templates of some layout folders, the first folder winning file by file."""

    def __init__(self, layouts: Sequence[Path], constants: dict[str, Any]) -> None:
        """Take the folders and what every template sees."""
        self._folders = tuple(str(folder) for folder in layouts)
        self._environment = Environment(
            loader=FileSystemLoader(self._folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.globals.update(constants)

    def render(self, name: str, path: str, values: dict[str, Any]) -> str:
        """Return the page ``path`` made from the template ``name``.

        Raises BackfileError, naming template file, line and what is wrong, when the template fails.
        """
        try:
            return self._environment.get_template(name).render(values)
        except BackfileError:
            raise
        except TemplateSyntaxError as problem:
            raise self._failure(problem, path, problem.filename or name, problem.lineno) from problem
        except TemplateNotFound as problem:
            file, line = self._place(problem)
            message = f"There is no template “{problem.name}”"
            raise error(
                "template-missing", f"{message} (needed for {path}).", file=file, line=line
            ) from problem
        except Exception as problem:  # a template runs what a person wrote: anything can be raised
            file, line = self._place(problem)
            if not file:
                raise
            raise self._failure(problem, path, file, line) from problem

    def _place(self, problem: BaseException) -> tuple[str, int]:
        """Return file and line of the innermost template that ``problem`` passed through."""
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            if frame.filename.startswith(self._folders) and not frame.filename.endswith(".py"):
                return frame.filename, frame.lineno or 0
        return "", 0

    @staticmethod
    def _failure(problem: Exception, path: str, file: str, line: int) -> BackfileError:
        kind = "" if type(problem).__module__.startswith("jinja2") else f"{type(problem).__name__}: "
        return error(
            "template-failed",
            f"The template failed while making {path}: {kind}{problem}.",
            file=file,
            line=line,
            remedy="docs/templates.md lists what each template is given.",
        )
