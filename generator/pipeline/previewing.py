"""Pages made before the site is: those that somebody looks at while a template is edited."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping

from generator.catalogue import CatalogueDamagedError, standing_catalogue
from generator.errors import BackfileError
from generator.locks import only_one
from generator.pipeline.build_request import BuildRequest, read_request_settings
from generator.pipeline.making import make_articles
from generator.pipeline.planning import ARTICLES
from generator.pipeline.static_files import STATIC
from generator.render import FAILED, OutputFile, Renderer, make_unit, split_name
from generator.render.links import id_of_page


def preview(request: BuildRequest, paths: Collection[str], *, building: bool = False) -> Mapping[str, bytes]:
    """Return the pages at ``paths`` as the layouts make them now, and the assets that they use, by path in the site.

    The archive is taken as it was last read. What is no page of the site, or of nothing any more, is left out, and
    all of it where something else than a template stands in the way: the build will say what. Raises
    ``BackfileError`` where a template fails. ``building``: it is asked for by a build that makes pages, and so
    writes nothing that this reads.
    """
    try:
        with contextlib.nullcontext() if building else only_one(request.cache, "build"):
            return {file.path: file.data for file in _made(request, frozenset(paths))}
    except CatalogueDamagedError:
        return {}
    except BackfileError as refused:
        if any(each.code == FAILED for each in refused.diagnostics):
            raise
        return {}


def _made(request: BuildRequest, paths: frozenset[str]) -> list[OutputFile]:
    with standing_catalogue(request.catalogue, read_request_settings(request)) as (archive, ledger):
        renderer = Renderer(request.layouts, archive, request.cache)
        files = list(make_unit("assets", renderer))
        for path in sorted(paths):
            owner = ledger.owner_of(path)
            if split_name(owner)[0] not in ("", STATIC):
                # What the page is of may be no more: of that an archive says LookupError, of a year without articles
                # the generator of its page says RuntimeError.
                with contextlib.suppress(LookupError, RuntimeError):
                    files += [file for file in _of_unit(owner, path, request, renderer) if file.path == path]
        return files


def _of_unit(name: str, path: str, request: BuildRequest, renderer: Renderer) -> Iterator[OutputFile]:
    """Return the files of a unit; of the articles of an issue, that of the one whose page is at ``path``."""
    family, *arguments = split_name(name)
    if family == ARTICLES:
        return make_articles(arguments[0], frozenset({id_of_page(path)}), request.content, renderer)
    return make_unit(name, renderer)
