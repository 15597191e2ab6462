"""How a person learns that there is something to collect: a port with two adapters, and texts that say nothing of the case."""
