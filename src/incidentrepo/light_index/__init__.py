"""Editions made without reading every record: what pages show of most incidents is kept, by the month."""
