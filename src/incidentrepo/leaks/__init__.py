"""What must not reach the world: secrets, internal machines, people, customers, ids."""
