"""Finding incidents, and telling which are alike."""
