"""content/: what the archive keeps. Articles and issues as files, written by import and read by build."""
