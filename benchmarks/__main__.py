"""The short benchmarks, one after the other: `make bench`.

Those that take minutes are called by name: `alerts_under_fire`, `take_race`, `faults`, and
`case_lists` in its full size.
"""

from __future__ import annotations

from benchmarks import alert_speed, audit_speed, case_lists, ears_speed, triage_speed


def main() -> None:
    """Print every figure with the machine it was measured on."""
    triage_speed.main()
    ears_speed.main()
    alert_speed.main()
    audit_speed.main()
    case_lists.main(("10000",))


if __name__ == "__main__":
    main()
