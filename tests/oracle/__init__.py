"""Second readings of the law, written from LAW.md alone: they share no code with `law/`."""
