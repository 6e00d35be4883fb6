"""ODT, as LibreOffice writes it, to its paragraphs: the text as it would be printed, headings marked.

Deletions that are tracked stand apart from the text, headers and footers in a file of their own. What the
file says of its author and day is that of the account and of saving, as in Word's.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.formats.extracted import Extracted, Refusal, lines
from compare.read.formats.packed import Packed

CALLED = "an OpenDocument text (ODT)"
MAIN = "content.xml"
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
DEEPEST_HEADING = 6


def read_open_document(data: bytes) -> Extracted:
    """Return the text of an OpenDocument text.

    Raises:
        Refusal: if it is locked or damaged, or reaches a limit.
    """
    packed = Packed(data, called=CALLED)
    if MANIFEST in packed.names and any(tag == "encryption-data" for _, tag, _ in packed.events(MANIFEST)):
        raise Refusal(f"it is {CALLED} locked with a password", "save it without one")
    paragraphs = [words for words in _paragraphs(packed) if words.strip("# \n")]
    return Extracted(text="\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _paragraphs(packed: Packed) -> Iterator[str]:
    # A paragraph can hold a text box with paragraphs of its own, hence the stacks.
    pieces: list[list[str]] = []
    marks: list[str] = []
    titles = {TITLE}
    skipping = 0
    for event, tag, said in packed.events(MAIN):
        if event == "text":
            if pieces and not skipping:
                pieces[-1].append(tag.replace("\n", " "))
        elif tag in PASSED_OVER:
            skipping += 1 if event == "start" else -1
        elif skipping:
            continue
        elif tag in {"p", "h"}:
            if event == "start":
                pieces.append([])
                marks.append(_mark(tag, said, titles))
            elif pieces:
                yield from lines("".join(pieces.pop()), mark=marks.pop())
        elif event == "start":
            if tag == "style" and said.get("parent-style-name") == TITLE:
                titles.add(said.get("name", TITLE))
            elif pieces:
                pieces[-1].append(BREAKS.get(tag, ""))


def _mark(tag: str, said: dict[str, str], titles: set[str]) -> str:
    if tag == "p":
        return "# " if said.get("style-name") in titles else ""
    level = said.get("outline-level", "1")
    return "#" * (min(int(level), DEEPEST_HEADING) if level in set("123456789") else 1) + " "
