"""The archive in forms that other institutions keep."""

from generator.export.bag import BagReport, write_bag

__all__ = ["BagReport", "write_bag"]
