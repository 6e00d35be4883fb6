"""What holds for every article that was read, whatever its bytes were."""

from __future__ import annotations

import msgspec

from compare.model import Article


def check(article: Article) -> None:
    """Every visible character is in one piece of furniture or one sentence; the record is sound JSON."""
    extents = sorted([*article.furniture, *article.sentences], key=lambda extent: extent.start)
    at = 0
    for extent in extents:
        assert extent.start >= at
        assert article.text[at : extent.start].strip() == ""
        at = extent.end
    assert article.text[at:].strip() == ""
    assert at <= len(article.text)
    assert [sentence.id for sentence in article.sentences] == [
        f"{article.label}{number}" for number in range(1, len(article.sentences) + 1)
    ]
    assert all(any(map(str.isalnum, article.text[s.start : s.end])) for s in article.sentences)
    for sentence in article.sentences:
        edge = sentence.start
        for clause in sentence.clauses:
            assert edge <= clause.start < clause.end <= sentence.end
            edge = clause.end
    assert list(article.sentences) == sorted(article.sentences, key=lambda sentence: sentence.start)
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article
