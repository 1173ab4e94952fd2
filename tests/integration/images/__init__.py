"""Pictures through the real child processes."""
