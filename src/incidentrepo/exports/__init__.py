"""What leaves the repository for other tools, as text; nothing here can reach a record."""
