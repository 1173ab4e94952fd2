"""The rules: standard library only, no network, no disk, no clock, no chance. Whatever they need arrives as an argument."""
