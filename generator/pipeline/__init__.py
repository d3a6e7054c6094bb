"""The one place that names the order of the stages, a file for each command: ``import``, ``build``, ``topics``."""

from generator.pipeline.building import BuildReport, BuildRequest, build_site
from generator.pipeline.importing import ImportReport, import_sources
from generator.pipeline.renewing_topics import TopicsReport, TopicsRequest, renew_topics
from generator.pipeline.settling import ImportRequest

__all__ = [
    "BuildReport",
    "BuildRequest",
    "ImportReport",
    "ImportRequest",
    "TopicsReport",
    "TopicsRequest",
    "build_site",
    "import_sources",
    "renew_topics",
]
