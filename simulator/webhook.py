"""Delivers updates to the bot's webhook: in order, one at a time, again and again until it is accepted."""

import asyncio

import httpx

from simulator.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
FIRST_WAIT = 0.1
LONGEST_WAIT = 10.0
ANSWER_WITHIN = 60.0


async def deliver_for_ever(world: World) -> None:
    """Deliver whatever arrives while a webhook is set. What it answers beyond 200 is not looked at."""
    async with httpx.AsyncClient(timeout=ANSWER_WITHIN, trust_env=False) as client:
        wait = FIRST_WAIT
        while True:
            world.updates.arrived.clear()
            if not (world.webhook.url and world.updates.queue) or world.faults.down():
                await world.updates.arrived.wait()
                continue
            if await _deliver_first(world, client):
                wait = FIRST_WAIT
                continue
            try:
                await asyncio.wait_for(world.updates.arrived.wait(), wait)
            except TimeoutError:
                wait = min(LONGEST_WAIT, wait * 2)


async def _deliver_first(world: World, client: httpx.AsyncClient) -> bool:
    first, hook = world.updates.queue[0], world.webhook
    url = hook.url
    headers = {"content-type": "application/json"} | ({SECRET_HEADER: hook.secret} if hook.secret else {})
    try:
        answer = await client.post(url, content=first.body, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        _failed(world, f"Connection failed: {type(error).__name__}")
        return False
    if not answer.is_success:
        _failed(world, f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}")
        return False
    if hook.url == url and world.updates.queue and world.updates.queue[0] is first:
        world.updates.shift()
    return True


def _failed(world: World, why: str) -> None:
    world.webhook.last_error = why
    world.webhook.last_error_at = world.clock.stamp()
