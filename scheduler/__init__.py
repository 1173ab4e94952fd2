"""The clock: asks at every tick what is due and dispatches it. Holds no rule and remembers nothing."""
