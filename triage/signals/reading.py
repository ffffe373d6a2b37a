"""Read the tables that ship inside the packages: lines with tabs, `#` for remarks."""

from collections.abc import Iterator
from importlib.resources import files


def rows(package: str, name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table, cells split at tabs, remarks and blank lines left out."""
    for line in files(package).joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("\t"))
