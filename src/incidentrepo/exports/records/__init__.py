"""Records as JSON for other programs, by edition: an index, and a file a year."""
