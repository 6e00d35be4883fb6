"""Judge the facts of many articles: of all pairs of sentences in one row, how many tell one event.

    uv run python benchmarks/many.py [FILE] [--average 20]
    uv run python benchmarks/many.py --size

FILE (default: ../shared/bench/dev/many_ecb.jsonl) has a sub-topic a line: `docs` with `sentences` (number
and words), `validated` (which were labelled) and `events` by sentence. Two validated sentences of two texts
are a pair that should stand in one row where an event is common to them. Precision and recall are printed of
links as they are, of the cells of rows of three texts and more, of these rows with the sentences that stand
beside their cells as telling a part, of what is attached to rows, and of rows and attached together. `--size`
prints processor time and memory for 26 made texts of 40 sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import scale

from compare.align import align, facts, grouping, prepared
from compare.model import Article, Extent, Origin, Sentence, Tier, fingerprint
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.clauses import clauses
from compare.text.document import Document

DEFAULT = Path("../shared/bench/dev/many_ecb.jsonl")
TEXTS, SENTENCES = 26, 40
_OF_ROWS = ("cells of three texts", "rows of three texts", "attached", "all")
Pair = frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--average", type=float, default=grouping.AVERAGE)
    parser.add_argument("--size", action="store_true")
    asked = parser.parse_args()
    if asked.size:
        size()
        return
    grouping.AVERAGE = asked.average
    quality(asked.file)


def quality(file: Path) -> None:
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    gold = most = texts = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        topic = json.loads(line)
        articles = [article(label, doc) for label, doc in zip(ascii_uppercase, topic["docs"], strict=False)]
        labelled, told = events(topic["docs"])
        gold += len(told)
        texts += len(articles)
        documents = [Document(each) for each in articles]
        links = align(documents).links
        passages = {s.id: p for d in documents for s, p in zip(d.article.sentences, prepared(d), strict=True)}
        made = facts.rows(links, {a.label: a.text for a in articles}, passages)
        shown: dict[str, set[Pair]] = {name: set() for name in ("all links", "sure links", *_OF_ROWS)}
        for link in links:
            shown["all links"].add(frozenset(link.sentences))
            if link.tier is Tier.SURE:
                shown["sure links"].add(frozenset(link.sentences))
        for row in made:
            sure = [
                s
                for span, s in zip(row.spans, row.sentences, strict=True)
                if span.article not in row.attached
            ]
            if len({s[0] for s in sure}) > 2:
                shown["cells of three texts"] |= set(pairs(sure))
                shown["rows of three texts"] |= set(pairs((*sure, *row.also)))
            shown["attached"] |= set(pairs(row.sentences)) - set(pairs(sure))
            most = max(most, *Counter(s[0] for s in sure).values())
        shown["attached"] -= shown["rows of three texts"]
        shown["all"] = shown["rows of three texts"] | shown["attached"]
        for name, these in shown.items():
            judged = {pair for pair in these if pair <= labelled}
            found[name] += len(judged)
            right[name] += len(judged & told)
    print(f"{texts} texts, {gold} pairs; at most {most} sentences of one text in a row")
    for name, count in found.items():
        precision, recall = right[name] / max(1, count), right[name] / gold
        print(f"{name:20}  precision {precision:.3f}  recall {recall:.3f}  {right[name]} of {count}")


def article(label: str, doc: Mapping[str, Any]) -> Article:
    """Return a labelled text as an article whose sentences are those that were labelled."""
    sentences, text = [], ""
    for number, (_, words) in enumerate(doc["sentences"], start=1):
        start = len(text)
        text += f"{words or '-'}\n"
        end = len(text) - 1
        parts = tuple(Extent(start=s, end=e) for s, e in clauses(text, start, end))
        sentences.append(
            Sentence(start=start, end=end, id=f"{label}{number}", paragraph=number, clauses=parts)
        )
    print_of = fingerprint(text)
    return Article(
        label=label,
        outlet=None,
        title=None,
        byline=None,
        published=None,
        language="en",
        origin=Origin(name=doc["name"], sha256=print_of, encoding="utf-8", text_sha256=print_of),
        text=text,
        furniture=(),
        sentences=tuple(sentences),
    )


def events(docs: Iterable[Mapping[str, Any]]) -> tuple[set[str], set[Pair]]:
    """Return the labelled sentences and those pairs of them, of two texts, that tell one event."""
    told: dict[str, frozenset[str]] = {}
    for label, doc in zip(ascii_uppercase, docs, strict=False):
        for number, (key, _) in enumerate(doc["sentences"], start=1):
            if key in doc["validated"]:
                told[f"{label}{number}"] = frozenset(doc["events"].get(str(key), ()))
    return set(told), {
        frozenset((one, other))
        for one, other in combinations(told, 2)
        if one[0] != other[0] and told[one] & told[other]
    }


def pairs(sentences: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs of sentences of two texts."""
    return (frozenset(pair) for pair in combinations(sentences, 2) if pair[0][0] != pair[1][0])


def size() -> None:
    """Print what 26 texts take, made as in `scale`: a third of each tells what the first tells."""
    # A seed, not a secret: the same texts in every run.
    draw = random.Random(1)  # noqa: S311
    patterns, words = list(scale._patterns()), scale._vocabulary(draw)
    first = [scale._drawn(draw.choice(patterns), words, draw) for _ in range(SENTENCES)]
    articles = []
    for label in ascii_uppercase[:TEXTS]:
        told = [scale._drawn(one, words, draw, share=0.1) for one in draw.sample(first, SENTENCES // 3)]
        own = [scale._drawn(draw.choice(patterns), words, draw) for _ in range(SENTENCES - len(told))]
        text = scale._paragraphs([*told, *own])
        articles.append(article_from_bytes(text.encode(), name=label, label=label, language="en")[0])
    before = time.process_time()
    found = compare_articles(articles)
    kinds = Counter(str(f.__struct_config__.tag) for f in found.findings)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{TEXTS} texts of {SENTENCES} sentences: {time.process_time() - before:.1f} s, {used} MB")
    print(f"{len(found.links)} links, {dict(kinds)}")


if __name__ == "__main__":
    main()
