"""How templates become Python: as Jinja2 does it, but for three things that cost it half of its time on our pages.

- A call of ``t``, ``asset`` and the like goes straight to the function; Jinja2 first asks how it wants to be called.
  Where all that it is given is known, as in ``t('home')``, what it gives becomes part of the text around it.
- So does the call of a macro.
- What a page shows is escaped to plain text; Jinja2 wraps each piece as Markup first, to join them right after.

What comes out is what Jinja2 itself makes, byte for byte; the tests hold it so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""What ``escape`` calls for a plain text; by itself in a version of markupsafe that has no such function."""


def shown(value: Any) -> str:
    """Return ``value`` as it stands in HTML: escaped, unless it is markup."""
    kind = type(value)
    if kind is str:
        return _escape_text(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # narrowed by the line above
    if kind is int or kind is float:
        return str(value)
    return escape(value)


class _Generator(CodeGenerator):
    """Writes ``environment.shown(…)`` around what a page shows, where Jinja2 writes ``escape(…)``."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class _Context(Context):
    """Calls macros as Jinja2 does once it has found out that they are some."""

    @internalcode
    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(self.eval_ctx, *args, **kwargs)


class _Straight(NodeTransformer):
    """Turns ``f(x, …)`` into ``x | f(…)``, which Jinja2 calls without asking and works out where it can."""

    def __init__(self, environment: Environment, functions: frozenset[str]) -> None:
        self._environment = environment
        self._functions = functions

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802  # the visitor's name for it
        self.generic_visit(node)
        called = node.node
        if (
            not isinstance(called, nodes.Name)
            or called.name not in self._functions
            or not node.args
            or node.dyn_args is not None
            or node.dyn_kwargs is not None
        ):
            return node
        first, *others = node.args
        straight = nodes.Filter(first, called.name, others, node.kwargs, None, None, lineno=node.lineno)
        return straight.set_environment(self._environment)  # type: ignore[return-value]  # itself


class CompilingEnvironment(Environment):
    """Jinja2's environment, with ``functions`` that every template sees and that are called straight.

    A template that gives one of their names to something of its own gets Jinja2's own way of calling.
    """

    code_generator_class = _Generator
    context_class = _Context
    shown = staticmethod(shown)

    def __init__(self, functions: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        """Take the functions by name, and Jinja2's options."""
        super().__init__(**options)
        self._functions = frozenset(functions)
        self.globals.update(functions)
        self.filters.update(functions)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees: the same for all, with ``d`` where that is given.

        Jinja2 lays a mapping of its own over it for each, and looks through both at every page and every import.
        """
        return {**self.globals, **d} if d else self.globals

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        functions = self._functions - _names_given(source)
        source = _Straight(self, functions).visit(source)
        return super()._generate(source, name, filename, defer_init)


def _names_given(template: nodes.Template) -> set[str]:
    """Return the names to which ``template`` gives something itself."""
    given = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    given |= {macro.name for macro in template.find_all(nodes.Macro)}
    given |= {imported.target for imported in template.find_all(nodes.Import)}
    for each in template.find_all(nodes.FromImport):
        given |= {name if isinstance(name, str) else name[1] for name in each.names}
    return given
