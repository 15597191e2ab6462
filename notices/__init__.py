"""How a person learns that there is something to collect: a port, two adapters, texts without case content."""
