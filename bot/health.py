"""What somebody outside sees: `/healthz`, `/livez`, `/readyz`, `/metrics`, on this machine alone.

Only codes, ages and counts: nobody's words, no chats, no numbers of cases.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.metrics import CONTENT_TYPE, scrape
from bot.probe import Probe
from bot.pulse import Pulse
from bot.rendering import Tongue
from bot.supervision import Part
from bot.vitals import TELEGRAM_QUIET, Finding, Vitals, is_live, is_ready, judge
from cases.phrases import Phrase, says
from cases.profile import Profile

log = logging.getLogger("laporaman.health")

OK, UNWELL = 200, 503
PORT_TAKEN = 30.0


@dataclass
class Health:
    """The whole house at one look. It waits for nothing."""

    pulse: Pulse
    probe: Probe
    profile: Profile
    parts: tuple[Part, ...] = ()
    started: float = 0.0

    def watches(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """From now on these are what has to live."""
        self.parts, self.started = parts, self.pulse.ticks()
        return parts

    def vitals(self) -> Vitals:
        pulse, probe = self.pulse, self.probe
        now, figures = probe.clock.now(), probe.figures
        ages = {part.name: pulse.age(part.name) or 0.0 for part in self.parts}
        excused = bool(probe.trouble)
        telegram, up = pulse.age("telegram"), pulse.ticks() - self.started
        return Vitals(
            silent=tuple(p.name for p in self.parts if ages[p.name] > p.may_be_silent(excused=excused)),
            restarted=tuple(pulse.lately("restarts")),
            stall=pulse.lately("stalls").get("", 0.0),
            poll=pulse.age("receiver"),
            telegram=up if telegram is None and up > TELEGRAM_QUIET else telegram,
            inbox=_age(figures.inbox_since, now),
            emergency=_age(figures.emergency_since, now),
            audit=up if (audited := pulse.age("audit")) is None else audited,
            sweep=pulse.age("scheduler"),
            dispatcher=pulse.age("dispatcher"),
            written=pulse.age("database"),
            trouble=probe.trouble,
            troubles=tuple(pulse.troubles),
            disk_free=probe.disk_free,
        )

    def findings(self) -> tuple[Finding, ...]:
        """All that is not well now."""
        return judge(self.vitals())

    def what(self, finding: Finding) -> Phrase:
        """What is wrong."""
        return says(f"health-{finding.code}", part=finding.of, age=span(finding.seconds))

    def what_to_do(self, finding: Finding) -> Phrase:
        """What somebody at the machine can do about it."""
        return says(f"health-{finding.code}-do", part=finding.of)

    def told(self) -> dict[str, Any]:
        """Everything, for a person or a program outside."""
        vitals, tongue = self.vitals(), Tongue("id", self.profile.zone, self.probe.clock.now())
        findings = judge(vitals)
        shown = {name: None if age is None else round(age, 1) for name, age in _ages(vitals).items()}
        return {
            "live": is_live(findings),
            "ready": is_ready(findings),
            "well": not findings,
            "ages_in_seconds": shown,
            "disk_free_bytes": vitals.disk_free,
            "findings": [
                {
                    **asdict(finding),
                    "what": tongue.words(self.what(finding), markup=False),
                    "do": tongue.words(self.what_to_do(finding), markup=False),
                }
                for finding in findings
            ],
        }


def span(seconds: float) -> Phrase:
    """A time that somebody has waited."""
    if seconds < 120:
        return says("health-seconds", count=int(seconds))
    if seconds < 7200:
        return says("health-minutes", count=int(seconds // 60))
    return says("health-hours", count=int(seconds // 3600))


def _age(since: datetime | None, now: datetime) -> float | None:
    return None if since is None else max(0.0, (now - since).total_seconds())


def _ages(vitals: Vitals) -> dict[str, float | None]:
    return {
        "last_poll": vitals.poll,
        "last_answer_of_telegram": vitals.telegram,
        "oldest_waiting_in_inbox": vitals.inbox,
        "oldest_unsent_emergency": vitals.emergency,
        "last_audit": vitals.audit,
        "last_sweep": vitals.sweep,
        "last_dispatcher_beat": vitals.dispatcher,
        "last_database_write": vitals.written,
        "longest_stall_of_the_loop": vitals.stall,
    }


def page(health: Health) -> Starlette:
    """The four addresses."""

    async def healthz(_: Request) -> Response:
        # Not only while it is not ready: who looks once a minute must see what was over in a second.
        told = health.told()
        return JSONResponse(told, OK if told["well"] else UNWELL)

    async def livez(_: Request) -> Response:
        return _yes_or_no(is_live(health.findings()))

    async def readyz(_: Request) -> Response:
        return _yes_or_no(is_ready(health.findings()))

    async def metrics(_: Request) -> Response:
        vitals = health.vitals()
        shown = scrape(health.pulse, health.probe.figures, _ages(vitals), ready=is_ready(judge(vitals)))
        return Response(shown, headers={"content-type": CONTENT_TYPE})

    told = {"/healthz": healthz, "/livez": livez, "/readyz": readyz, "/metrics": metrics}
    return Starlette(routes=[Route(path, answer) for path, answer in told.items()])


def _yes_or_no(well: bool) -> Response:
    return JSONResponse({"ok": well}, OK if well else UNWELL)


class _Server(uvicorn.Server):
    """uvicorn as one of many: SIGTERM and SIGINT are the house's own."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(health: Health, *, host: str, port: int) -> None:
    """Serve until cancelled. A port that is taken stops nobody from being helped: it is said and tried again."""
    while True:
        try:
            listening = socket.create_server((host, port))
            break
        except OSError as error:
            log.error("HEALTH_PORT=%d can't be used (%s), tried again later", port, type(error).__name__)
            health.pulse.begins("health-port")
            await health.pulse.rest("health", PORT_TAKEN)
    health.pulse.ends("health-port")
    log.info("health is shown at http://%s:%d/healthz", host, port)
    config = uvicorn.Config(
        page(health), access_log=False, log_config=None, lifespan="off", timeout_graceful_shutdown=1, ws="none"
    )
    server = _Server(config)
    try:
        await server.serve([listening])
    finally:
        for opened in getattr(server, "servers", ()):
            opened.close()
        listening.close()
