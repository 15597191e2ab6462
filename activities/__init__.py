"""What a running case does to the world: file an act, serve a notice, tell the other cases."""
