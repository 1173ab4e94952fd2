"""`make bench`: runs every benchmark and prints one line per figure. `python -m benchmarks relay slash` runs some."""

from __future__ import annotations

import sys
from importlib import import_module

from benchmarks.report import Line

ALL = ("relay", "slash", "fairness", "ticks", "memory", "photo", "files", "sheet", "slip", "scale")


def main(names: list[str]) -> int:
    """Run them; 1 if a goal was missed."""
    lines: list[Line] = []

    def told(line: Line) -> None:
        lines.append(line)
        print(line, flush=True)

    for name in names or ALL:
        import_module(f"benchmarks.{name}").run(told)
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
