"""One file a noun; every route has a decision on who may use it."""
