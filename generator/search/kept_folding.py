"""The folding tables, kept between builds: to compute them takes longer than all else of a build without changes."""

from __future__ import annotations

from pathlib import Path

from generator.search.folding import load_folding, made_from, offer_tables
from generator.search.packing import short_hash, to_json


def folding_asset(cache: Path) -> bytes:
    """Return the tables for the browser, as JSON: those that are kept in the folder ``cache``, or computed and kept.

    From then on ``load_folding`` makes of them, in this process, what it returns. Kept tables prove by their hash
    that they are whole, and by what they were made from that they are what would be computed.
    """
    path = cache / "folding.json"
    made = to_json(made_from())
    try:
        proof, _, asset = path.read_bytes().partition(b"\n")
    except OSError:
        proof = asset = b""
    if proof != _proof(made, asset):
        asset = to_json(load_folding().as_asset())
        partial = path.with_suffix(".part")
        partial.write_bytes(_proof(made, asset) + b"\n" + asset)
        partial.replace(path)
    offer_tables(asset)
    return asset


def _proof(made: bytes, asset: bytes) -> bytes:
    return made + short_hash(made, asset).encode()
