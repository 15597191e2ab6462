"""The house: packaging, own rules, and the servers that come with it."""
