"""Frozen values that every floor speaks in; they know nothing of files or git."""
