"""Speed as ratios to a baseline in the same run, medians over interleaved repeats. No test asserts a time."""
