"""The files beside the records, as values: policy, people, tags."""
