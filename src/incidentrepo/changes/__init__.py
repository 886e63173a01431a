"""What the commands do to records, as values: which files change, and what the commit says."""
