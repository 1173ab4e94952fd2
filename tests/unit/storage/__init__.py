"""The cupboards' pure parts."""
