"""Benchmarks: run ``python -m pytest -n 0 tests/benchmarks/bench_*.py --benchmark-only``.

Each group prints ratios to something: the slow twin, the plain way, or an empty step.
"""
