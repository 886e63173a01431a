"""Git and the disk: the only place that runs git, reads objects or writes files."""
