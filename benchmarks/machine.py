"""On what machine a figure was measured."""

from __future__ import annotations

import os
import platform
import sqlite3
from pathlib import Path


def machine() -> str:
    """Processor, cores, system, Python and SQLite, on one line."""
    cpu = platform.processor() or platform.machine()
    proc = Path("/proc/cpuinfo")
    if proc.exists():
        models = [
            line.split(":", 1)[1].strip() for line in proc.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = models[0] if models else cpu
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
