"""Collects every message of our errors from the source, as a pattern with {} for its parts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "compare"
ERRORS = {
    "SideBySideError",
    "UsageError",
    "UnreadableArticleError",
    "UnwritableReportError",
    "RenderingError",
}
CALLS = ERRORS | {"fail"}
"""Our errors, and click's way to refuse an option's value."""


def patterns(package: Path = PACKAGE) -> dict[str, list[str]]:
    """Every message by its pattern, with the places (`read/source.py:30`) that raise it."""
    found: dict[str, list[str]] = {}
    for module in sorted(package.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        texts = dict(_texts(tree))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _name(call.func) in CALLS and call.args:
                place = f"{module.relative_to(package)}:{call.lineno}"
                found.setdefault(pattern(call.args[0], texts), []).append(place)
    return found


def pattern(node: ast.expr, texts: dict[str, str]) -> str:
    """The text that an expression gives, with {} for what is only known when it runs."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name) and node.id in texts:
        return texts[node.id]
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part, texts) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return pattern(node.value, texts) if isinstance(node.value, ast.Name) else "{}"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return pattern(node.left, texts) + pattern(node.right, texts)
    return "{}"


def _texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The module's own constant texts, which messages are made of."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                value = ast.literal_eval(node.value)
            except ValueError:
                continue
            if isinstance(value, str):
                yield node.targets[0].id, value


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
