"""The organisation's own site."""
