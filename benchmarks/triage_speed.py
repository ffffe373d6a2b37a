"""How many facts a second one process decides, from JSON line to JSON line: `python -m benchmarks.triage_speed`."""

import io
import json
import platform
import random
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from triage.__main__ import decide_lines

FACTS = 20_000
RUNS = 3
SEED = 58_2023
TRUTHS = (
    "ongoing_now",
    "safe_now",
    "severe_injury",
    "injury",
    "repeated",
    "weapon",
    "strangulation",
    "death_threat",
    "threats",
    "escalating",
    "recent_separation",
    "confined",
    "sexual_contact",
    "recent",
    "patbm_active",
    "coi_desa",
    "village_ok",
)
VIOLENCE = ("fisik", "psikis", "seksual", "kbgo", "penelantaran", "eksploitasi", "tppo", "perkawinan_paksa")
PLACES = ("73.22", "73.22.03.2001", "73.24.01", "76.02", "LN:MY", "daring")


def one_report(dice: random.Random) -> dict[str, object]:
    """Facts as a finished conversation leaves them: most questions answered, some not."""
    person = {"age": dice.randrange(0, 90), "sex": dice.choice("PL"), "disability": dice.random() < 0.1}
    return {
        "reporter": dice.choice(("korban", "keluarga", "pihak_ketiga", "tenaga_kesehatan")),
        "victims": [person] * dice.choice((1, 1, 1, 2)),
        "offender": {
            "age_group": dice.choice(("anak", "dewasa")),
            "relation": "suami",
            "access": dice.choice(("ya", "tidak", None)),
            "official": False,
        },
        "violence": dice.sample(VIOLENCE, dice.choice((1, 1, 2))),
        **{name: dice.choice((True, False, False, None)) for name in TRUTHS},
        "suicidal": dice.choice(("tidak", "tidak", "ideasi", None)),
        "hours_since": dice.choice((None, dice.randrange(200))),
        "loc_victim": dice.choice(PLACES),
        "loc_incident": dice.choice(PLACES),
        "consent": dice.choice((None, "setuju", "menolak")),
    }


def facts_a_second(lines: list[bytes]) -> float:
    """One run over all lines."""
    out = io.BytesIO()
    begun = perf_counter()
    decide_lines(lines, out)
    seconds = perf_counter() - begun
    if out.getvalue().count(b"\n") != len(lines) or b'"error"' in out.getvalue():
        raise RuntimeError("not every line was decided")
    return len(lines) / seconds


def machine() -> str:
    """The processor and the Python that were measured."""
    cpus = Path("/proc/cpuinfo")
    models = cpus.read_text().splitlines() if cpus.exists() else []
    names = [line.partition(":")[2].strip() for line in models if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, Python {platform.python_version()}"


def main() -> None:
    """Print the median of three runs."""
    dice = random.Random(SEED)
    lines = [json.dumps(one_report(dice)).encode() + b"\n" for _ in range(FACTS)]
    runs = [facts_a_second(lines) for _ in range(RUNS)]
    sys.stdout.write(f"triage: {median(runs):,.0f} facts/s, median of {RUNS}; {machine()}\n")


if __name__ == "__main__":
    main()
