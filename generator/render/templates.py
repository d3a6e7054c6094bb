"""Jinja2 as this site uses it: one environment, and errors that name template, line and page."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from generator.errors import BackfileError, error
from generator.render.code_cache import CodeCache
from generator.render.compiling import CompilingEnvironment

FAILED = "template-failed"
"""Code of the error that a template has failed."""
_MOST_KEPT = 20_000
"""Lines of lists that are kept, of half a kilobyte each."""


class Templates:
    """The templates of some layout folders, the first folder winning file by file."""

    def __init__(
        self,
        layouts: Sequence[Path],
        constants: dict[str, Any],
        functions: Mapping[str, Callable[..., Any]],
        code: CodeCache | None = None,
    ) -> None:
        """Take the folders, what every template sees, and where compiled templates are kept, if they are.

        ``functions`` give the same for the same at any time: what they give may become part of the code.
        """
        self._folders = tuple(str(folder) for folder in layouts)
        self._environment = CompilingEnvironment(
            {**functions, "fixed": self._fixed, "once": self._once},
            loader=FileSystemLoader(self._folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=code,
        )
        self._environment.globals.update(constants)
        self._made: dict[tuple[str, str], Markup] = {}
        self._lines: dict[tuple[Callable[..., Markup], str, str], Markup] = {}

    def _fixed(self, name: str, root: str) -> Markup:
        """Return the part ``name``, which sees nothing that changes from page to page but ``root``.

        It is made once for each ``root``: a page's frame costs nothing after the first page of its depth.
        """
        part = self._made.get((name, root))
        if part is None:
            text = self.render(name, name, {"root": root})
            part = self._made[name, root] = Markup(text)  # noqa: S704 - a template's output
        return part

    def _once(self, macro: Callable[..., Markup], view: Any, root: str) -> Markup:
        """Return ``macro(view, root)``, made once for each ``view.id`` and ``root`` while there is room.

        An article stands in the lists of all its terms.
        """
        key = macro, view.id, root
        made = self._lines.get(key)
        if made is None:
            if len(self._lines) >= _MOST_KEPT:
                self._lines.clear()
            made = self._lines[key] = macro(view, root)
        return made

    def render(self, name: str, path: str, values: dict[str, Any]) -> str:
        """Return the page ``path`` made from the template ``name``.

        Raises BackfileError, naming template file, line and what is wrong, when the template fails.
        """
        try:
            return self._environment.get_template(name).render(values)
        except TemplateSyntaxError as problem:
            raise _failure(str(problem), path, problem.filename or name, problem.lineno) from problem
        except Exception as problem:  # a template runs what a person wrote: anything can be raised
            if isinstance(problem, BackfileError) and problem.diagnostics[0].code == FAILED:
                raise  # from a part within this template, and named already
            file, line = self._place(problem)
            if not file and not isinstance(problem, TemplateNotFound | UnicodeDecodeError | OSError):
                raise  # no template's fault
            raise _failure(_what(problem), path, file or name, line) from problem

    def _place(self, problem: BaseException) -> tuple[str, int]:
        """Return file and line of the innermost template that ``problem`` passed through."""
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            if frame.filename.startswith(self._folders) and not frame.filename.endswith(".py"):
                return frame.filename, frame.lineno or 0
        return "", 0


def _what(problem: Exception) -> str:
    """Return what is wrong in a few words; of a Python error, its kind as well."""
    if isinstance(problem, BackfileError):
        return " ".join(f"{each.message} {each.remedy}".strip() for each in problem.diagnostics)
    if isinstance(problem, TemplateNotFound):
        return f"there is no template “{problem.name}”."
    if isinstance(problem, TemplateError):
        return f"{problem}."
    return f"{type(problem).__name__}: {problem}."


def _failure(what: str, path: str, file: str, line: int) -> BackfileError:
    return error(
        FAILED,
        f"The template failed while making {path}: {what}",
        file=file,
        line=line,
        remedy="docs/templates.md lists what each template is given.",
    )
