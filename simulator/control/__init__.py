"""The control API: everything that the page, the tests and the benchmarks do with the small world."""
