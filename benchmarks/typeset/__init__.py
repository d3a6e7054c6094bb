"""A typesetter for measuring: real stories in, page text as a layout gives it back, with its truth."""
