"""The line to those who watch from outside: systemd's watchdog, and a watcher's address. Silent when we are not well.

systemd's protocol is one datagram to a socket that it names: ten lines here are less to trust than a library for it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from dataclasses import dataclass

import httpx

from bot.health import Health
from bot.placeholders import filled
from bot.problems import WrongProfile
from bot.vitals import Finding, is_live, is_ready

log = logging.getLogger("laporaman.lifeline")

#: All of a ping, redirects and slow bytes too.
LONGEST_PING = 15.0
LOOK = 5.0
PING_EVERY = 60.0


def notify(*lines: str) -> bool:
    """Tell systemd, if it is there; whether it was told."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to:
        to.setblocking(False)
        try:
            to.sendto("\n".join(lines).encode(), "\0" + address[1:] if address.startswith("@") else address)
        except OSError:
            return False
    return True


def ping_address(told: str) -> str:
    """The profile's address with its secrets filled in; empty for none. Raises WrongProfile."""
    url = filled(told)
    if url and not url.startswith(("http://", "https://")):
        raise WrongProfile("[health] ping_url of the profile is not an http(s) address: correct or clear it.")
    return url


@dataclass
class Lifeline:
    """Says that all is well, for as long as it is. The address may hold a secret: it is nowhere said or logged."""

    health: Health
    ping_url: str = ""
    every: float = PING_EVERY
    pinged: float | None = None

    async def run(self) -> None:
        """Say it until cancelled."""
        notify("READY=1")
        async with httpx.AsyncClient(timeout=10, follow_redirects=True) as client:
            while True:
                self.health.pulse.beat("lifeline")
                await self.speak(client)
                await asyncio.sleep(LOOK)

    async def speak(self, client: httpx.AsyncClient) -> None:
        """To systemd while starting anew would not help, to the watcher while nothing at all is wrong."""
        findings = self.health.findings()
        if is_live(findings):
            notify("WATCHDOG=1", f"STATUS={status(findings)}")
        if not findings:
            await self._ping(client)

    async def _ping(self, client: httpx.AsyncClient) -> None:
        # That the watcher does not answer is no trouble of ours: it has other ways to be told.
        now = self.health.pulse.ticks()
        if not self.ping_url or (self.pinged is not None and now - self.pinged < self.every):
            return
        self.pinged = now
        try:
            async with asyncio.timeout(LONGEST_PING):
                (await client.get(self.ping_url)).raise_for_status()
        except Exception as error:
            # Whatever is wrong with that address or behind it, it must not end what tells systemd that we live.
            log.warning("the watcher outside could not be pinged (%s)", type(error).__name__)


def status(findings: tuple[Finding, ...]) -> str:
    """One line for `systemctl status`."""
    if not findings:
        return "well"
    return f"{'ready' if is_ready(findings) else 'not ready'}: {', '.join(finding.code for finding in findings)}"
