"""The demo: the only place that wires the sandbox and our own rooms together."""
