"""The words of a built site, indexed for searching in the browser."""
