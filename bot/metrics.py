"""The same figures for Prometheus. Labels are parts, lanes and outcomes; never a person, a chat or a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client import CONTENT_TYPE_LATEST as CONTENT_TYPE
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.pulse import Pulse
from storage import Figures

__all__ = ["CONTENT_TYPE", "scrape", "sent_beside"]

#: Each counter of `Pulse.count`: what it is called, its label, and what it counts.
COUNTERS: Mapping[str, tuple[str, str, str]] = {
    "updates": ("laporaman_updates_kept", "", "Updates kept in the inbox"),
    "worked": ("laporaman_inbox_worked", "", "Rows of the inbox that were worked"),
    "set_aside": ("laporaman_inbox_set_aside", "", "Rows of the inbox that were set aside"),
    "sent": ("laporaman_messages_sent", "lane", "Messages that Telegram took"),
    "retried": ("laporaman_messages_retried", "lane", "Messages that wait for another try"),
    "failed": ("laporaman_messages_failed", "lane", "Messages that Telegram will never take"),
    "restarts": ("laporaman_part_restarts", "part", "New starts of a part of the house"),
    "stalls": ("laporaman_loop_stalls", "", "Times that the event loop stood still"),
    "presses": ("laporaman_presses_answered", "answer", "Presses that were answered with words, refusals too"),
    "beside": ("laporaman_second_channel", "outcome", "Messages by the second channel"),
}
GAUGES: Mapping[str, str] = {
    "inbox": "Rows that wait in the inbox",
    "set_aside": "Rows of the inbox that are set aside now",
    "alerts_open": "Alerts that nobody has taken",
    "alerts_taken": "Alerts that somebody has taken",
    "untaken": "Emergencies that nobody has taken",
}


def sent_beside(pulse: Pulse, *, delivered: bool) -> None:
    """One message went out by the second channel, or did not."""
    pulse.count("beside", "sent" if delivered else "failed")


class _House(Collector):
    def __init__(self, pulse: Pulse, figures: Figures, ages: Mapping[str, float | None], ready: bool) -> None:
        self.pulse, self.figures, self.ages, self.ready = pulse, figures, ages, ready

    def collect(self) -> Iterator[Metric]:
        yield GaugeMetricFamily("laporaman_ready", "1 while what arrives is kept, worked and answered", self.ready)
        ages = GaugeMetricFamily("laporaman_age_seconds", "How long ago, or how long it has waited", labels=["of"])
        for name, age in self.ages.items():
            if age is not None:
                ages.add_metric([name], age)
        yield ages
        for name, meaning in GAUGES.items():
            yield GaugeMetricFamily(f"laporaman_{name}_now", meaning, getattr(self.figures, name))
        for what, (name, label, meaning) in COUNTERS.items():
            counter = CounterMetricFamily(name, meaning, labels=[label] if label else [])
            counted = {of: times for (kind, of), times in self.pulse.counts.items() if kind == what}
            for of, times in (counted or ({} if label else {"": 0})).items():
                counter.add_metric([of] if label else [], times)
            yield counter


def scrape(pulse: Pulse, figures: Figures, ages: Mapping[str, float | None], *, ready: bool) -> bytes:
    """All figures of this moment, in the text format of Prometheus."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_House(pulse, figures, ages, ready))
    return generate_latest(registry)
