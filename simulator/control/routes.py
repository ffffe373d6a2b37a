"""The addresses of the control API."""

from starlette.routing import BaseRoute, Route

from simulator.control import phones, world
from simulator.control.requests import Act, answering
from simulator.model import Person
from simulator.world import World

_TABLE: tuple[tuple[str, str, Act], ...] = (
    ("GET", "/state", world.state),
    ("POST", "/reset", world.reset),
    ("GET", "/clock", world.read_clock),
    ("POST", "/clock", world.move_clock),
    ("GET", "/updates", world.pending),
    ("POST", "/updates", world.inject),
    ("POST", "/updates/repeat", world.repeat),
    ("POST", "/updates/forget", world.forget),
    ("GET", "/journal", world.read_journal),
    ("DELETE", "/journal", world.clear_journal),
    ("GET", "/faults", world.list_faults),
    ("POST", "/faults", world.add_fault),
    ("DELETE", "/faults", world.clear_faults),
    ("POST", "/limits", world.switch_limits),
    ("POST", "/groups", world.add_group),
    ("POST", "/groups/{group}", world.change_group),
    ("GET", "/phones", phones.listing),
    ("POST", "/phones", phones.add),
    ("DELETE", "/phones/{phone}", phones.remove),
    *(("POST", f"/phones/{{phone}}/{name}", act) for name, act in phones.ACTS.items()),
    *(("GET", f"/phones/{{phone}}/{name}", act) for name, act in phones.VIEWS.items()),
)


def routes(small_world: World, cast: tuple[Person, ...]) -> list[BaseRoute]:
    """The control API's routes; `cast` are the people that a reset sets up again."""
    return [Route(path, answering(small_world, cast, act), methods=[method]) for method, path, act in _TABLE]
