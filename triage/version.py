"""Which rules judged: a name, and a digest that changes with every change of them."""

from collections.abc import Iterator
from hashlib import sha256
from operator import attrgetter
from types import CodeType, FunctionType, ModuleType

from triage import case_types, circumstances, consent, criteria, jurisdiction, routes, standing

REGULATION = "perbup-58-2023/1"

_RULES = (circumstances, criteria, case_types, standing, jurisdiction, routes, consent)


def digest(*parts: object) -> str:
    """A short print of tables and of the compiled tests in them; their comments and docstrings don't count.

    A new release of Python compiles differently: a version that changes without need is better than one that
    stays when a rule has changed.
    """
    return sha256("\0".join(text for part in parts for text in _texts(part)).encode()).hexdigest()[:12]


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str | int | float | None):
        yield repr(part)
    elif isinstance(part, FunctionType):
        yield from _texts(tuple(const for const in part.__code__.co_consts if const != part.__doc__))
        yield from _texts((part.__code__.co_code.hex(), part.__code__.co_names, part.__defaults__))
        yield from _texts(tuple(cell.cell_contents for cell in part.__closure__ or ()))
    elif isinstance(part, CodeType):
        yield from _texts((part.co_code.hex(), part.co_names, part.co_consts))
    elif isinstance(part, attrgetter):
        yield repr(part)
    elif isinstance(part, property):
        yield from _texts(part.fget)
    elif isinstance(part, dict):
        yield from _texts(tuple(part.items()))
    elif isinstance(part, set | frozenset):
        yield from sorted(text for each in part for text in _texts(each))
    elif isinstance(part, tuple | list):
        yield f"{len(part)}("
        for each in part:
            yield from _texts(each)


def _written_in(module: ModuleType) -> Iterator[object]:
    """The tables, constants, tests and derived properties that a module itself defines."""
    for name, value in sorted(vars(module).items()):
        if name.startswith("__"):
            continue
        if isinstance(value, type):
            if value.__module__ == module.__name__:
                yield tuple(part for part in vars(value).values() if isinstance(part, property))
        elif not isinstance(value, FunctionType) or value.__module__ == module.__name__:
            yield (name, value)


RULES_VERSION = f"{REGULATION}+{digest(*(each for module in _RULES for each in _written_in(module)))}"
