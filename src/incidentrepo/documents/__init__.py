"""Bytes to plain values and back: strict YAML with places, schemas, and edits that keep the file."""
