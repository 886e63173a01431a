"""GitHub-flavoured Markdown: what its engine shows of a text, and what it does not."""
