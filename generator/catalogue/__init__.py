"""What is known across issues, kept between builds in one file. The only room that knows there is a database."""

from generator.catalogue.catalogue import Catalogue, read_catalogue, standing_catalogue
from generator.catalogue.database import CatalogueDamagedError
from generator.catalogue.ledger import KeptUnit, Ledger, Seen

__all__ = [
    "Catalogue",
    "CatalogueDamagedError",
    "KeptUnit",
    "Ledger",
    "Seen",
    "read_catalogue",
    "standing_catalogue",
]
