"""``python -m generator``: the same program as ``backfile``."""

from generator.cli import main

main()
