"""Names of people, organisations and places in a reading, each with the weight of its mentions."""
