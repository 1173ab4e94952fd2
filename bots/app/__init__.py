"""Composition: web app, worker, clock and command line. The only place that opens storage and chooses adapters."""
