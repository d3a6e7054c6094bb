"""Source files as they were received -> pages of lines, or articles. One file a format."""
