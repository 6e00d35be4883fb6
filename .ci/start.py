"""Sets up a fresh clone and runs one job in it: `python3 .ci/start.py report` (or test, reports, check).

Needs Python 3.11 or newer and nothing else: only the standard library is imported here. Each missing part is
put in place first (uv into `.tools/`, Pango and the tests' browser by apt where that is allowed, the locked
packages into `.venv/`); parts that are there already cost no more than a look.
"""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
BIN = TOOLS / ("Scripts" if os.name == "nt" else "bin")
UV_RELEASES = "uv>=0.8,<1"
OLDEST_UV = (0, 8)  # the first line of releases tried with this lock file's dependency groups
OLDEST_PYTHON = (3, 11)

PANGO = {  # what WeasyPrint loads, by the ends that file names have here and there
    "Linux": ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
    "Darwin": ("libpango-1.0.dylib", "libpangoft2-1.0.dylib", "libharfbuzz-subset.0.dylib"),
}
APT_TESTS = {"chromium": "chromium", "pdftotext": "poppler-utils"}  # command, Debian package that has it
APT_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BY_HAND = (  # command that tells the system, what to type there
    ("apt-get", f"sudo apt-get install {' '.join(APT_PANGO)}"),
    ("dnf", "sudo dnf install pango harfbuzz"),
    ("apk", "sudo apk add so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0"),
    ("pacman", "sudo pacman -S pango harfbuzz"),
    ("zypper", "sudo zypper install libpango-1_0-0 libharfbuzz-subset0"),
    ("brew", "brew install pango"),
)
SAMPLE = ("sources/bishkek-visit/corridor-quarterly.md", "sources/bishkek-visit/fenwick-post.md")
JOBS = ("report", "test", "reports", "check")


class SetUpError(Exception):
    """A part that cannot be put in place; its text is one line with what to type."""


def say(line: str) -> None:
    """Write one line of progress to stderr, so that stdout stays the job's own."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def run(*command: str | Path) -> None:
    """Run a command in the project's folder and end with its exit code if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.returncode)


def quiet(*command: str | Path) -> bool:
    """Tell whether a command could be run and succeeded; only pip's complaints are shown."""
    try:
        done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True)  # noqa: S603
    except OSError:
        return False
    if done.returncode and "pip" in command and "install" in command:
        say(done.stderr.decode(errors="replace").strip())
    return done.returncode == 0


def as_root() -> list[str] | None:
    """Return what to put before a command to run it as root without a question; None if that cannot be."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if quiet("sudo", "-n", "true") else None


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages where apt is and we may use it; tell whether that was done."""
    prefix = as_root()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    say(f"installing by apt: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    quiet(*apt, "update")  # an old list may still do: the install decides
    return quiet(*apt, "install", "--yes", "--no-install-recommends", *packages)


def uv_release(uv: str) -> tuple[int, ...]:
    """Return the release numbers of a uv command, or an empty tuple where it does not run."""
    try:
        asked = subprocess.run([uv, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
        return tuple(int(number) for number in asked.stdout.split()[1].split(".")[:2])
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        return ()


def find_uv() -> Path | None:
    """Return a uv that is new enough: the one on PATH, or the one that was put into `.tools/`."""
    for uv in (shutil.which("uv"), shutil.which("uv", path=BIN), shutil.which("uv", path=TOOLS / "bin")):
        if uv and uv_release(uv) >= OLDEST_UV:
            return Path(uv)
    return None


def install_uv() -> Path:
    """Put uv into `.tools/` and return it.

    pip's `--target` is tried first: it needs neither the venv module nor a Python that lets pip install
    into itself (Debian's does not). A Python without pip gets an environment of its own; Debian splits off
    what that needs (ensurepip), so apt is asked for it last.

    Raises:
        SetUpError: if none of these ways is open.
    """
    say(f"installing {UV_RELEASES} into {TOOLS.name}/")
    venv = (sys.executable, "-m", "venv", "--clear", TOOLS)
    if quiet(sys.executable, "-m", "pip", "--version"):
        done = quiet(sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS, UV_RELEASES)
    else:
        made = quiet(*venv) or (apt_install(["python3-venv"]) and quiet(*venv))
        if not made:
            raise SetUpError(
                "this Python has neither pip nor ensurepip: install them (on Debian and Ubuntu, type: sudo "
                f"apt-get install python3-venv {' '.join(APT_PANGO)}) or uv itself, then run this again"
            )
        done = quiet(BIN / "python", "-m", "pip", "install", "--quiet", UV_RELEASES)
    found = find_uv()
    if not done or found is None:
        raise SetUpError(
            "uv could not be installed from the package registry: look at the network connection and "
            "the proxy settings, or install uv another way, then run this again"
        )
    return found


def missing_libraries() -> list[str]:
    """Return those of Pango's libraries that do not load; none is looked for on an unknown system.

    On macOS the commands started here look in Homebrew's folder too: a Python of another maker does not.
    """
    folder = ""
    if platform.system() == "Darwin":
        folder = "/opt/homebrew/lib/" if platform.machine() == "arm64" else "/usr/local/lib/"
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", f"{folder}:/usr/lib")
    missing = []
    for name in PANGO.get(platform.system(), ()):
        try:
            ctypes.CDLL(folder + name)
        except OSError:
            missing.append(name)
    return missing


def ensure_pango() -> None:
    """Install Pango where apt may do it without a question.

    Raises:
        SetUpError: if it is missing and a person has to install it.
    """
    missing = missing_libraries()
    if not missing or (apt_install(APT_PANGO) and not missing_libraries()):
        return
    typed = next((line for command, line in BY_HAND if shutil.which(command)), None)
    how = f"type: {typed}" if typed else "install Pango 1.44 or newer with your system's package manager"
    raise SetUpError(
        f"PDF needs Pango, and {', '.join(missing)} cannot be loaded; {how}; then run this again"
    )


def ensure_test_tools() -> None:
    """Install the programs that some tests need, where apt may do it; the tests say what is missing still.

    One at a time: a system that lacks one of the packages still gets the other.
    """
    for command, package in APT_TESTS.items():
        if shutil.which(command) is None:
            apt_install([package])


def in_place(uv: Path, *, development: bool) -> tuple[Path | str, ...]:
    """Bring `.venv/` to the locked packages and return what to put before a command to run it there.

    A report alone needs no test tools; those that are there already stay. A new environment is compiled
    once: where Python may not write bytecode (PYTHONDONTWRITEBYTECODE), each report would take 6 s, not 4.
    """
    new = not (ROOT / ".venv").exists()
    packages = () if development else ("--no-dev", "--inexact")
    run(uv, "sync", "--quiet", "--locked", *packages, *(("--compile-bytecode",) if new else ()))
    here = (uv, "run", "--quiet", "--no-sync")
    if new:
        run(*here, "python", "-m", "compileall", "-q", "compare")
    return here


def work(job: str) -> None:
    """Put everything in place and do one job."""
    uv = find_uv() or install_uv()
    if job != "check":
        ensure_pango()
    if job == "test":
        ensure_test_tools()
    here = in_place(uv, development=job != "report")
    if job == "report":
        run(*here, "sidebyside", "compare", *SAMPLE, "-o", "report.pdf")
        say(f"the sample report: {ROOT / 'report.pdf'}")
    elif job == "test":
        # On all cores, by file: a file's tests share what they have made.
        spread = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
        run(*here, "python", "-m", "pytest", *spread)
    elif job == "reports":
        for event in sorted(folder for folder in (ROOT / "sources").iterdir() if folder.is_dir()):
            pair = [article.relative_to(ROOT) for article in sorted(event.glob("*.md"))]
            for suffix in ("pdf", "json"):
                run(*here, "sidebyside", "compare", *pair, "-o", f"reports/{event.name}.{suffix}")
    else:
        run(*here, "ruff", "check")
        run(*here, "ruff", "format", "--check")
        run(*here, "mypy")


def main(arguments: Sequence[str]) -> int:
    """Do the job named by the one argument and return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python 3.11 or newer is needed and this is {platform.python_version()}: name another one")
        return 2
    if len(arguments) != 1 or arguments[0] not in JOBS:
        say(f"usage: python3 .ci/start.py {'|'.join(JOBS)}")
        return 2
    try:
        work(arguments[0])
    except SetUpError as problem:
        say(f"error: {problem}")
        return 5
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
