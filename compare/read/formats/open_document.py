"""ODT, as LibreOffice writes it, to its paragraphs: the text as it would be printed, headings marked.

Deletions that are tracked stand apart from the text, headers and footers in a file of their own. What the
file says of its author and day is that of the account and of saving, as in Word's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from compare.read.formats.extracted import Extracted, Refusal, lines
from compare.read.formats.packed import Packed

CALLED = "an OpenDocument text (ODT)"
MAIN = "content.xml"
STYLES = "styles.xml"
MANIFEST = "META-INF/manifest.xml"
# Tracked deletions, notes, comments, and what draws or counts.
PASSED_OVER = {
    "tracked-changes",
    "note",
    "annotation",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "forms",
    "ruby-text",
    "title",
    "desc",
    "binary-data",
}
BREAKS = {"s": " ", "tab": " ", "line-break": "\n"}
TITLE = "Title"
HIDDEN = "hidden"
DEEPEST_HEADING = 6


def read_open_document(data: bytes) -> Extracted:
    """Return the text of an OpenDocument text.

    Raises:
        Refusal: if it is locked or damaged, or reaches a limit.
    """
    packed = Packed(data, called=CALLED)
    if MANIFEST in packed.names and any(tag == "encryption-data" for _, tag, _ in packed.events(MANIFEST)):
        raise Refusal(f"it is {CALLED} locked with a password", "save it without one")
    styles = _Styles()
    for part in (STYLES, MAIN):
        if part in packed.names:
            _learn(packed, part, styles)
    paragraphs = [words for words in _paragraphs(packed, styles) if words.strip("# \n")]
    return Extracted(text="\n\n".join(paragraphs) + "\n", encoding="utf-8")


@dataclass(slots=True)
class _Styles:
    titles: set[str] = field(default_factory=lambda: {TITLE})
    hidden: set[str] = field(default_factory=set)


def _learn(packed: Packed, part: str, styles: _Styles) -> None:
    """Add the styles of a part that are titles, or hide their text."""
    name = ""
    for event, tag, said in packed.events(part):
        if event == "start" and tag == "style":
            name, above = said.get("name", ""), said.get("parent-style-name")
            if above == TITLE:
                styles.titles.add(name)
            if above in styles.hidden:
                styles.hidden.add(name)
        elif event == "start" and tag == "default-style":
            name = ""
        elif event == "start" and tag == "text-properties" and name:
            if said.get("display") == "none":
                styles.hidden.add(name)
            elif said.get("display") == "true":
                styles.hidden.discard(name)


def _paragraphs(packed: Packed, styles: _Styles) -> Iterator[str]:
    # A paragraph can hold a text box with paragraphs of its own, hence the stacks.
    pieces: list[list[str]] = []
    marks: list[str] = []
    # The elements within the outermost one that is passed over.
    skipping = 0
    for event, tag, said in packed.events(MAIN):
        if event == "text":
            if pieces and not skipping:
                pieces[-1].append(tag.replace("\n", " "))
        elif skipping:
            skipping += 1 if event == "start" else -1
        elif event == "start" and (tag in PASSED_OVER or _is_hidden(tag, said, styles.hidden)):
            skipping = 1
        elif tag in {"p", "h"}:
            if event == "start":
                pieces.append([])
                marks.append(_mark(tag, said, styles.titles))
            elif pieces:
                done, mark = pieces.pop(), marks.pop()
                if mark != HIDDEN:
                    yield from lines("".join(done), mark=mark)
        elif event == "start" and pieces:
            pieces[-1].append(BREAKS.get(tag, ""))
            if tag == "hidden-paragraph" and said.get("is-hidden") == "true":
                # A field within the paragraph that hides the whole of it.
                marks[-1] = HIDDEN


def _is_hidden(tag: str, said: dict[str, str], hidden: set[str]) -> bool:
    if tag in {"p", "h", "span", "a"}:
        return said.get("style-name") in hidden
    if tag == "hidden-text":
        return said.get("is-hidden") == "true"
    return (tag == "section" and said.get("display") == "none") or (
        tag in {"table-row", "table-column"} and said.get("visibility") in {"collapse", "filter"}
    )


def _mark(tag: str, said: dict[str, str], titles: set[str]) -> str:
    if tag == "p":
        return "# " if said.get("style-name") in titles else ""
    level = said.get("outline-level", "1")
    return "#" * (min(int(level), DEEPEST_HEADING) if level in set("123456789") else 1) + " "
