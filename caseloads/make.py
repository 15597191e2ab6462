"""Makes a caseload: `python -m caseloads.make --seed 20240610 --people 273 > caseloads/tokyo-sample.jsonl`."""

import argparse
import sys

from simulation.caseload import caseload, line


def main() -> None:
    """Write the lines to the standard output, in UTF-8 whatever the locale."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--seed", type=int, default=20240610)
    parser.add_argument("--people", type=int, default=273)
    asked = parser.parse_args()
    for file in caseload(asked.seed, asked.people):
        sys.stdout.buffer.write(f"{line(file)}\n".encode())


if __name__ == "__main__":
    main()
