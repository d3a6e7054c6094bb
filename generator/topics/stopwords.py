"""Words that are never a topic, or too general to be one alone; each list says what is in it."""

from __future__ import annotations

from generator.topics.lists import read_list

NEVER = read_list("never")
PARTS = read_list("parts")
UNITS = read_list("units")
ENGLISH = read_list("english")
