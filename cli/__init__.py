"""The `tetsuzuki` command."""
