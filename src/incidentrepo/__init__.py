"""Turn a git repository into an organisation's incident system."""

__version__ = "0.1.0"
