"""What the simulator's tests share."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from simulator_box import Box, program

from simulator.client import Simulator

# The page is tested in a browser where there is one.
collect_ignore = [] if Path("/usr/bin/chromium").exists() else ["test_simulator_page.py"]


@pytest.fixture
async def box() -> AsyncIterator[Box]:
    made = Box()
    async with made.http:
        yield made


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a simulator that runs as a program."""
    with program() as (address, _):
        yield address


@pytest.fixture
def sim(url: str) -> Iterator[Simulator]:
    with Simulator(url) as simulator:
        simulator.ask("POST", "/reset")
        yield simulator
