"""Fuzz the readers, the comparing and the parsers of files, guided by coverage.

    uv run --with atheris python tests/fuzz/readers.py -max_total_time=600              # all, time shared out
    uv run --with atheris python tests/fuzz/readers.py pdf saved -max_total_time=600    # these

What begins with `-` is an option of libFuzzer (-help=1 lists them). Inputs worth keeping are collected in
`.fuzz/`; an input that fails stays there as `TARGET-crash-...` and the exit code is 1. See docs/fuzzing.md.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent.parent / ".fuzz"
# Every target's part of the time: most where an input takes longest and goes through most of the code.
SHARES = {
    "text": 6,
    "html": 6,
    "docx": 2,
    "odt": 2,
    "pdf": 4,
    "epub": 3,
    "rtf": 3,
    "texts": 8,
    "saved": 4,
    "list": 1,
    "settings": 1,
    "words": 1,
    "baseline": 1,
}
# Seconds after which one input counts as slow, and as a hang: the child that reads files has 30.
SLOW, HANG = 2, 30
# The longest inputs tried, in bytes: the bugs are in the kinds of things, not in their number.
LONGEST = {"saved": 65536, "html": 16384, "docx": 16384, "odt": 16384, "epub": 16384, "pdf": 16384}
TIME = "-max_total_time="


def main(arguments: list[str]) -> int:
    """Run the targets named, or all, one after the other, each in a process of its own."""
    named = [each for each in arguments if not each.startswith("-")]
    options = [each for each in arguments if each.startswith("-") and not each.startswith(TIME)]
    seconds = next((int(each.removeprefix(TIME)) for each in arguments if each.startswith(TIME)), 600)
    if "-one" in options:
        _fuzz(named[0], [each for each in options if each != "-one"], seconds=seconds)
    unknown = [each for each in named if each not in SHARES]
    if unknown:
        sys.exit(f"there is no target {unknown[0]}; there are {', '.join(SHARES)}")
    failed = []
    chosen = {name: share for name, share in SHARES.items() if name in (named or SHARES)}
    for name, share in chosen.items():
        time = max(1, seconds * share // sum(chosen.values()))
        command = [sys.executable, __file__, name, "-one", f"{TIME}{time}", *options]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}; the inputs are in {KEPT}\n")
    return 1 if failed else 0


def _fuzz(name: str, options: list[str], *, seconds: int) -> None:
    """Hand this process to libFuzzer, which does not come back."""
    import atheris

    sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]
    seeds = HERE / "corpus" / name
    with atheris.instrument_imports(include=["compare", "tomllib", "trafilatura"]):
        from targets import TARGETS

        # What a target imports late is to be watched too, and no input is to be blamed for its time.
        for seed in sorted(seeds.iterdir()):
            TARGETS[name](seed.read_bytes())
    from mutators import MUTATORS

    grown = KEPT / name
    grown.mkdir(parents=True, exist_ok=True)
    command = [
        sys.argv[0],
        f"{TIME}{seconds}",
        f"-timeout={HANG}",
        f"-report_slow_units={SLOW}",
        f"-max_len={LONGEST.get(name, 4096)}",
        f"-artifact_prefix={KEPT}/{name}-",
        f"-dict={HERE / 'pieces.dict'}",
        "-print_final_stats=1",
        *options,
        str(grown),
        str(seeds),
    ]
    more = {"custom_mutator": MUTATORS[name]} if name in MUTATORS else {}
    atheris.Setup(command, TARGETS[name], **more)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
