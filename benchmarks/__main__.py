"""All benchmarks, one after the other: `make bench`."""

from __future__ import annotations

from benchmarks import alert_speed, ears_speed, triage_speed


def main() -> None:
    """Print every figure with the machine it was measured on."""
    triage_speed.main()
    ears_speed.main()
    alert_speed.main()


if __name__ == "__main__":
    main()
