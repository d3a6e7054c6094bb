"""What searching an archive costs, in bytes and milliseconds, and what it finds."""
