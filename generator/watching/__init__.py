"""``backfile serve --watch``: what is edited is built again, and shown in the browser that has it open."""

from generator.watching.loop import watch_site

__all__ = ["watch_site"]
