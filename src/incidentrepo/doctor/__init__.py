"""Whether the gates of a repository hold on its host, and who can read what there."""
