"""The one place that names the order of the stages, a file for each command: ``import``, ``build``, ``topics``.

Each is imported by itself: an import of a page does not wait for what a build needs.
"""
