"""The rules: standard library only, no network, no disk, no clock, no chance. What they need arrives as an argument."""
