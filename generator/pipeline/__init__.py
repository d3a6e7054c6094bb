"""The one place that names the order of the stages: ``import`` in importing.py, ``build`` in building.py."""

from generator.pipeline.building import BuildReport, BuildRequest, build_site
from generator.pipeline.importing import ImportReport, import_sources
from generator.pipeline.settling import ImportRequest

__all__ = [
    "BuildReport",
    "BuildRequest",
    "ImportReport",
    "ImportRequest",
    "build_site",
    "import_sources",
]
