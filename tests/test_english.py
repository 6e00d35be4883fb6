"""The lists of English words: they stand in `compare/text/en/`, each once, and the code only names them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from compare.text.en import word_list, word_set

PACKAGE = Path(__file__).parent.parent / "compare"
FOLDER = PACKAGE / "text" / "en"
MOST_IN_CODE = 12

EXEMPT = {
    # The framing rules, whose lists are made anew together with the rules.
    "find/framing/": "made anew with the rules",
    # Markup and what programs call their things.
    "read/formats/book.py": "elements of HTML",
    "read/formats/boxes.py": "elements and classes of HTML",
    "read/formats/embeds.py": "classes of HTML",
    "read/formats/__main__.py": "audit events of Python",
    "read/formats/kinds.py": "elements of HTML",
    "read/formats/paragraphs.py": "elements of HTML",
    "read/formats/page_facts.py": "names of meta elements",
    "read/formats/rich_text.py": "control words of RTF",
    "read/formats/signed.py": "elements and classes of HTML",
    "cli/options.py": "names of options",
    # Other languages, and codes.
    "text/detect.py": "codes of languages",
    "text/elsewhere/languages.py": "codes of languages",
    "text/elsewhere/words.py": "ranges of Unicode, particles of French, Italian and Korean",
    "align/evidence.py": "names of measures",
    "corpus/findings.py": "names of columns",
    "find/devices/ranking.py": "names of measures",
    "find/devices/worth.py": "names of measures",
    # A word with what it counts for.
    "text/values/amounts.py": "phrases by what they make of a number",
    "text/values/numerals.py": "words by their number",
    "find/discrepancies/taken_down.py": "words by what they are spelled out as",
    # They may import nothing of `text` (tests/test_layers.py).
    "quote.py": "may not import text",
    "render/": "may not import text",
}
"""What may keep long lists in code, and why."""


PATTERN = re.compile(r"[(|\\\[]")


def strings(node: ast.AST) -> list[str]:
    """The words of a literal of strings or of a split one; a pattern is no word."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text) | bytes(text)), attr="split")):
            return [str(word) for word in text.split()]
        case ast.Set(elts=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Dict(keys=parts):
            values = [part.value for part in parts if isinstance(part, ast.Constant)]
            return [value for value in values if isinstance(value, str) and not PATTERN.search(value)]
    return []


def long_lists(source: str) -> list[int]:
    """The lines on which a list of too many words begins."""
    found = (node for node in ast.walk(ast.parse(source)) if len(strings(node)) > MOST_IN_CODE)
    return [node.lineno for node in found if isinstance(node, ast.expr)]


def exempt(name: str) -> str | None:
    return next(
        (part for part in EXEMPT if name == part or (part[-1] == "/" and name.startswith(part))), None
    )


def modules() -> Iterator[tuple[str, str]]:
    for module in sorted(PACKAGE.rglob("*.py")):
        yield module.relative_to(PACKAGE).as_posix(), module.read_text(encoding="utf-8")


WORDS = "ash beech cedar elm fir hazel larch lime maple oak pine rowan yew".split()


@pytest.mark.parametrize(
    "source",
    [
        f"TREES = frozenset('{' '.join(WORDS)}'.split())",
        f"TREES = {WORDS}",
        f"TREES = {set(WORDS)}",
        f"TREES = {dict.fromkeys(WORDS, 1)}",
        f"def tree(word): return word in {tuple(WORDS)}",
    ],
)
def test_a_long_list_is_found_in_any_shape(source: str) -> None:
    assert long_lists(source) == [1]


def test_a_list_of_a_dozen_words_may_stand_beside_its_rule() -> None:
    assert long_lists(f"TREES = {WORDS[1:]}\nFEW = '{' '.join(WORDS[1:])}'.split()") == []


def test_no_module_keeps_a_long_list_of_english_words() -> None:
    found = [
        f"{name}:{line}" for name, source in modules() if not exempt(name) for line in long_lists(source)
    ]
    assert found == [], "put the words into compare/text/en/"


def test_every_exemption_is_needed() -> None:
    needed = {exempt(name) for name, source in modules() if long_lists(source)}
    assert EXEMPT.keys() - needed == set()


TABLES = {"countries", "reporting"}
"""Files whose words are sorted by what they mean; the loader's `table` gives them whole."""


def written() -> dict[str, list[str]]:
    """Every list as it is written, by its name."""
    lists = {}
    for file in sorted(FOLDER.glob("*.toml")):
        if file.stem in TABLES:
            continue
        for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items():
            tables = value if isinstance(value, dict) else {"": value}
            for name, words in tables.items():
                lists[".".join(filter(None, (file.stem, key, name)))] = words.split()
    return lists


LISTS = written()
OWN = {name: [word for word in words if word[0] != "@"] for name, words in LISTS.items()}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_has_a_word_twice(name: str) -> None:
    assert [word for word, count in Counter(word_list(name)).items() if count > 1] == []


def test_no_two_lists_are_nearly_the_same() -> None:
    same = [
        pair
        for pair in combinations(LISTS, 2)
        if word_set(pair[0]) == word_set(pair[1]) or alike(OWN[pair[0]], OWN[pair[1]])
    ]
    assert same == [], "make a list of compare/text/en/base.toml of what they share"


def alike(one: list[str], other: list[str]) -> bool:
    """Tell whether nine in ten of the words written out for two lists are the same."""
    most = max(len(one), len(other))
    return most > MOST_IN_CODE and len({*one} & {*other}) >= 0.9 * most


def test_nine_words_in_ten_are_nearly_the_same() -> None:
    assert alike(WORDS, [*WORDS[:-1], "box"])
    assert not alike(WORDS, [*WORDS[:-2], "box", "holly"])
    assert not alike(WORDS[:5], WORDS[:5])


NAMED = re.compile(rf'"((?:{"|".join(sorted({name.split(".")[0] for name in LISTS}))})\.[a-z_.]+)"')


def test_every_list_is_named_by_a_rule_and_every_name_is_a_list() -> None:
    named = {(name, each) for name, source in modules() for each in NAMED.findall(source)}
    bases = {word[1:] for words in LISTS.values() for word in words if word[0] == "@"}
    assert {each for _, each in named} | bases == set(LISTS)
    # A list is the module's own, or a base that several share.
    strangers = [
        pair
        for pair in named
        if not pair[1].startswith("base.") and pair[1].split(".")[:2] != home(pair[0]) and pair[0] != OWNER
    ]
    assert strangers == []


OWNER = "text/en/__init__.py"


def home(module: str) -> list[str]:
    """The file and the table of a module's lists."""
    *_, room, stem = module.removesuffix(".py").split("/")
    return [room, stem]


def test_a_base_is_shared() -> None:
    sources = "".join(source for _, source in modules())
    files = "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml"))
    bases = [name for name in LISTS if name.startswith("base.")]
    assert [n for n in bases if len(re.findall(rf'@{n}\b|"{n}"', files + sources)) < 2] == []


def test_forms_by_rule_are_only_those_that_are_asked_for() -> None:
    reporting = word_set("text.syntax.reporting")
    assert {"claim", "claims", "claimed", "claiming", "agrees", "agreed"} <= reporting
    assert not {"agreeing", "claim+s+ed+ing"} & reporting


def test_a_name_that_is_no_list_is_refused() -> None:
    for name in ("base.trees", "base", "text.words.trees"):
        with pytest.raises(AssertionError, match=f"{name} is no list of words"):
            word_set(name)


def test_the_help_page_reads_no_list() -> None:
    script = "import sys, compare.cli; print('compare.text.en' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout == "False\n"
