"""The site for the world; it is made of types that hold nothing else."""
