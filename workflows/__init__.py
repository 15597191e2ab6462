"""The procedures, one pure file each, and the shell that keeps any of them on Temporal."""
