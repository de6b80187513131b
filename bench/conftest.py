"""Every measurement stands beside its yardstick from the same run; the ratios are printed at the end."""

from collections.abc import Callable

import pytest

_FASTEST = pytest.StashKey[dict[str, dict[str, float]]]()
_YARDSTICK = "yardstick"


@pytest.fixture
def timed(request: pytest.FixtureRequest, benchmark) -> Callable[..., object]:
    """Measure ``work`` as part of ``group``; what is called "yardstick" is what the others are divided by."""
    fastest = request.config.stash.setdefault(_FASTEST, {})

    def run(group: str, name: str, work: Callable[[], object], *, rounds: int | None = None) -> object:
        benchmark.group = group
        if rounds is None:
            result = benchmark(work)
        else:
            result = benchmark.pedantic(work, rounds=rounds, iterations=1, warmup_rounds=1)
        if benchmark.stats is not None:
            found = fastest.setdefault(group, {})
            found[name] = benchmark.stats.stats.min
            if _YARDSTICK in found:
                benchmark.extra_info["times_yardstick"] = round(found[name] / found[_YARDSTICK], 2)
        return result

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    fastest = terminalreporter.config.stash.get(_FASTEST, {})
    if not fastest:
        return
    terminalreporter.write_sep("=", "ratios to the yardstick of the same run (fastest rounds)")
    for group, found in fastest.items():
        for name, least in found.items():
            times = f"{least / found[_YARDSTICK]:10.2f} x" if _YARDSTICK in found else ""
            terminalreporter.write_line(f"{group:<28} {name:<16} {least * 1000:10.3f} ms {times}")
